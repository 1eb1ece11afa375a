import { actionButton } from "../shared/dom.js";
import { t } from "../shared/i18n.js";
import type { Actions } from "./actions.js";
import { replacedPage } from "./own-tab.js";

/** Closes the panel; where it has replaced a bank's page, that comes back. */
export function closeButton(actions: Actions, className = ""): HTMLButtonElement {
  const label = t(replacedPage() === undefined ? "close_button" : "back_to_page_button");
  return actionButton("close", label, () => actions.close(), className);
}

import { t, whatHappened, whatNext } from "../../shared/i18n.js";
import type { FailedView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../../shared/dom.js";
import { happened, screen } from "../screen.js";

/** The flow has ended without a certificate: code, what happened, what to do next. */
export function errorScreen({ code, reason, retry }: FailedView, actions: Actions): HTMLElement {
  const root = screen(
    "error",
    t("error_title"),
    element(
      "div",
      { class: "problem", role: "alert" },
      element("h2", {}, t("error_what")),
      happened(whatHappened(reason), code),
    ),
    element("h2", {}, t("error_next")),
    element("p", {}, whatNext(reason)),
    element(
      "div",
      { class: "actions" },
      ...(retry ? [actionButton("retry", t("error_retry"), () => actions.restart(), "primary")] : []),
      actionButton("close", t("close_button"), () => actions.close(), retry ? "" : "primary"),
    ),
  );
  root.dataset["code"] = code;
  root.dataset["reason"] = reason;
  return root;
}

import { t } from "../../shared/i18n.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../../shared/dom.js";
import { backgroundMode } from "../restart-notes.js";
import { screen } from "../screen.js";

/** Before every window is closed. */
export function confirmCloseScreen(windows: number, actions: Actions): HTMLElement {
  const root = screen(
    "confirm-close",
    t("confirm_close_title"),
    element("p", {}, element("strong", {}, windows === 1 ? t("confirm_close_one") : t("confirm_close_many", windows))),
    element("p", {}, t("confirm_close_save")),
    element("p", {}, t("confirm_close_then")),
    element("h2", {}, t("background_title")),
    backgroundMode(),
    element("p", { class: "soft" }, t("background_profiles")),
    element(
      "div",
      { class: "actions" },
      actionButton("confirm-close", t("confirm_close_button"), () => actions.closeBrowserNow(), "primary"),
      actionButton("back", t("back_button"), () => actions.return()),
    ),
  );
  root.dataset["windows"] = String(windows);
  return root;
}

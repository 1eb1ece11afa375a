import { t } from "../../shared/i18n.js";
import { actionButton, element } from "../../shared/dom.js";
import { screen } from "../screen.js";

/** Before something is asked for: the other pages that are open are unloaded, and may hold what isn't saved. */
export function confirmOthersScreen(pages: number, goOn: () => void, goBack: () => void): HTMLElement {
  const root = screen(
    "confirm-others",
    t("confirm_others_title"),
    element("p", {}, element("strong", {}, pages === 1 ? t("confirm_others_one") : t("confirm_others_many", pages))),
    element("p", {}, t("confirm_others_why")),
    element("p", {}, t("confirm_others_save")),
    element("p", { class: "soft" }, t("confirm_others_end")),
    element(
      "div",
      { class: "actions" },
      actionButton("continue", t("confirm_others_button"), goOn, "primary"),
      actionButton("back", t("back_button"), goBack),
    ),
  );
  root.dataset["pages"] = String(pages);
  return root;
}

import { t } from "../../shared/i18n.js";
import type { Actions } from "../actions.js";
import type { Choices } from "../choices.js";
import { actionButton, element } from "../../shared/dom.js";
import { japanDay } from "../japan-time.js";
import { screen } from "../screen.js";

/** Before a certificate is issued where renewing, or nothing at all, is most likely right. */
export function confirmIssueScreen(why: "renewable" | "not-yet", choices: Choices, actions: Actions): HTMLElement {
  const named = choices.usable.map(({ commonName, renewable, renewableFrom }) =>
    element("li", {}, t(renewable ? "confirm_issue_renewable" : "confirm_issue_from", commonName, japanDay(renewableFrom))),
  );
  const root = screen(
    "confirm-issue",
    t("confirm_issue_title"),
    element(
      "div",
      { class: "warning", role: "note" },
      element("h2", {}, t(why === "renewable" ? "confirm_issue_renewable_title" : "confirm_issue_not_yet_title")),
      element("p", {}, t(why === "renewable" ? "confirm_issue_renewable_text" : "confirm_issue_not_yet_text")),
      element("ul", {}, ...named),
    ),
    element("p", {}, t("confirm_issue_other")),
    element(
      "div",
      { class: "actions" },
      actionButton("back", t("back_button"), () => actions.return(), "primary"),
      actionButton("continue-issue", t("confirm_issue_button"), () => actions.issueAnyway()),
    ),
  );
  root.dataset["why"] = why;
  return root;
}

import { t, type MessageKey } from "../../shared/i18n.js";
import type { HostProblem } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../dom.js";
import { happened, screen } from "../screen.js";

/** Also what only the panel itself can notice: the service worker is gone. */
export type PanelProblem = HostProblem | { name: "lost" };

export function hostProblemScreen(problem: PanelProblem, actions: Actions): HTMLElement {
  const { what, next } = texts(problem);
  const root = screen(
    problem.name,
    t("problem_title"),
    element(
      "div",
      { class: "problem", role: "alert" },
      element("h2", {}, t("error_what")),
      happened(t(what)),
    ),
    element("h2", {}, t("error_next")),
    element("p", {}, t(next)),
    element(
      "div",
      { class: "actions" },
      actionButton("retry", t("problem_retry"), () => actions.restart(), "primary"),
      actionButton("close", t("close_button"), () => actions.close()),
    ),
  );
  if (problem.name === "incompatible") root.dataset["update"] = problem.update;
  return root;
}

function texts(problem: PanelProblem): { what: MessageKey; next: MessageKey } {
  if (problem.name === "incompatible") {
    return { what: `problem_incompatible_${problem.update}_what`, next: `problem_incompatible_${problem.update}_next` };
  }
  return { what: `problem_${problem.name}_what`, next: `problem_${problem.name}_next` };
}

import { t } from "../../shared/i18n.js";
import type { HostProblem } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../../shared/dom.js";
import { happened, screen } from "../screen.js";

/** Also what only the panel itself can notice: the service worker is gone. */
export type PanelProblem = HostProblem | { name: "lost" };

export function hostProblemScreen(problem: PanelProblem, actions: Actions): HTMLElement {
  const name = problem.name === "incompatible" ? (`incompatible_${problem.update}` as const) : problem.name;
  const root = screen(
    problem.name,
    t(`problem_${name}_title`),
    element(
      "div",
      { class: "problem", role: "alert" },
      element("h2", {}, t("error_what")),
      happened(t(`problem_${name}_what`)),
    ),
    element("h2", {}, t("error_next")),
    element("p", {}, t(`problem_${name}_next`)),
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

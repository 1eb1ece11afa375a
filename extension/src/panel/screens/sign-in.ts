import { t, whatHappened, whatNext } from "../../shared/i18n.js";
import type { Problem } from "../../shared/host-messages.js";
import type { PromptView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../dom.js";
import { InputField } from "../input-field.js";
import { happened, screen } from "../screen.js";

/** CCHK002. What isn't secret is kept from one try to the next. */
export function signInScreen(view: PromptView, kept: Map<string, string>, actions: Actions): HTMLElement {
  const inputs = view.fields.map((field) => new InputField(field, kept.get(field.name) ?? ""));
  const first = inputs.find((input) => input.value === "") ?? inputs[0];
  first?.input.setAttribute("data-focus", "");
  if (view.problem !== undefined) for (const input of inputs) input.describeBy("problem");

  const form = element(
    "form",
    { autocomplete: "off", novalidate: "" },
    ...(view.problem === undefined ? [] : [problemBox(view.problem)]),
    ...inputs.map((input) => input.root),
    element(
      "div",
      { class: "actions" },
      element("button", { type: "submit", class: "primary", "data-action": "submit" }, t("submit_button")),
      actionButton("back", t("back_button"), () => actions.back()),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.isTrusted) submit(view.prompt, inputs, kept, actions);
  });
  return screen(view.screen, t("sign_in_title"), element("p", {}, t("sign_in_text")), form);
}

function submit(prompt: string, inputs: readonly InputField[], kept: Map<string, string>, actions: Actions): void {
  const wrong = inputs.filter((input) => !input.check());
  if (wrong[0] !== undefined) return wrong[0].input.focus();
  const fields = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  for (const input of inputs) {
    if (input.secret) input.clear();
    else kept.set(input.name, input.value);
  }
  actions.answer(prompt, fields);
}

function problemBox({ code, reason, triesLeft }: Problem): HTMLElement {
  const tries =
    triesLeft === undefined
      ? []
      : [
          element(
            "p",
            { class: "tries", "data-tries-left": String(triesLeft) },
            triesLeft === 1 ? t("tries_left_one") : t("tries_left", triesLeft),
          ),
        ];
  return element(
    "div",
    { id: "problem", class: "problem", role: "alert", "data-code": code, "data-reason": reason },
    happened(whatHappened(reason), code),
    element("p", {}, whatNext(reason)),
    ...tries,
  );
}

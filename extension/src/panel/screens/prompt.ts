import { t, whatHappened, whatNext, type MessageKey } from "../../shared/i18n.js";
import type { Problem, PromptScreen, Show } from "../../shared/host-messages.js";
import type { PromptView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { Countdown } from "../countdown.js";
import { actionButton, element } from "../dom.js";
import { InputField } from "../input-field.js";
import { qrCode } from "../qr-code.js";
import { happened, screen } from "../screen.js";

type Words = { readonly title: MessageKey; readonly text: MessageKey; readonly submit: MessageKey };

const words: Readonly<Record<PromptScreen, Words>> = {
  CCHK002: { title: "sign_in_title", text: "sign_in_text", submit: "submit_issue" },
  CCHK003: { title: "otp_title", text: "otp_text", submit: "submit_answer" },
  CCHK004: { title: "otp_title", text: "time_sync_text", submit: "submit_answer" },
  CCHK005: { title: "transaction_title", text: "transaction_text", submit: "submit_answer" },
  CCHK006: { title: "question_title", text: "question_text", submit: "submit_answer" },
};

/** CCHK002 to CCHK006. What isn't secret and stays right is kept from one try to the next. */
export function promptScreen(view: PromptView, kept: Map<string, string>, actions: Actions): HTMLElement {
  const { title, text, submit: label } = words[view.screen];
  const inputs = view.fields.map((field) => new InputField(field, kept.get(field.name) ?? ""));
  const first = inputs.find((input) => input.value === "") ?? inputs[0];
  first?.input.setAttribute("data-focus", "");
  if (view.problem !== undefined) for (const input of inputs) input.describeBy("problem");

  const form = element(
    "form",
    { autocomplete: "off", novalidate: "" },
    ...(view.problem === undefined ? [] : [problemBox(view.problem)]),
    ...(view.show === undefined ? [] : [shown(view.show, inputs)]),
    ...inputs.map((input) => input.root),
    element(
      "div",
      { class: "actions" },
      element("button", { type: "submit", class: "primary", "data-action": "submit" }, t(label)),
      actionButton("back", t("back_button"), () => actions.back()),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.isTrusted) submit(view.prompt, inputs, kept, actions);
  });
  return screen(view.screen, t(title), element("p", {}, t(text)), form);
}

function submit(prompt: string, inputs: readonly InputField[], kept: Map<string, string>, actions: Actions): void {
  const wrong = inputs.filter((input) => !input.check());
  if (wrong[0] !== undefined) return wrong[0].input.focus();
  const fields = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  for (const input of inputs) {
    if (input.lasting) kept.set(input.name, input.value);
    else input.clear();
  }
  actions.answer(prompt, fields);
}

function shown(show: Show, inputs: readonly InputField[]): Element {
  if ("qr" in show) return qrCode(show.qr, t("qr_label"));
  if ("question" in show) return element("p", { class: "card question", "data-question": "" }, show.question);
  const countdown = new Countdown(show.waitSeconds);
  const [now] = inputs;
  now?.input.addEventListener("input", () => {
    if (now.complete) countdown.start();
  });
  return countdown.root;
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

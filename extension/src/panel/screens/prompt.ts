import { t, whatHappened, whatNext, type MessageKey } from "../../shared/i18n.js";
import type { Problem, PromptScreen, Show } from "../../shared/host-messages.js";
import type { PromptView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { Countdown } from "../countdown.js";
import { actionButton, element } from "../../shared/dom.js";
import { InputField } from "../input-field.js";
import { qrCode } from "../qr-code.js";
import { happened, screen } from "../screen.js";
import type { Work } from "../work.js";

type Words = { readonly title: MessageKey; readonly text: MessageKey; readonly submit: MessageKey };

const words: Readonly<Record<PromptScreen, Words>> = {
  CCHK002: { title: "sign_in_title", text: "sign_in_text", submit: "submit_issue" },
  CCHK003: { title: "otp_title", text: "otp_text", submit: "submit_answer" },
  CCHK004: { title: "otp_title", text: "time_sync_text", submit: "submit_answer" },
  CCHK005: { title: "transaction_title", text: "transaction_text", submit: "submit_answer" },
  CCHK006: { title: "question_title", text: "question_text", submit: "submit_answer" },
  CCHK008: { title: "proxy_title", text: "proxy_text", submit: "submit_answer" },
};

/** CCHK002 of a renewal: whose password it is, the certificate says. */
const renewalWords: Words = { title: "sign_in_title", text: "sign_in_renewal_text", submit: "submit_answer" };

/** CCHK002 to CCHK006, CCHK008. What isn't secret and stays right is kept from one try to the next. */
export function promptScreen(view: PromptView, work: Work, kept: Map<string, string>, actions: Actions): HTMLElement {
  const renewalOf = view.screen === "CCHK002" && work.kind === "renewal" ? work.certificate : undefined;
  const { title, text, submit: label } = renewalOf === undefined ? words[view.screen] : renewalWords;
  const inputs = view.fields.map((field) => new InputField(field, kept.get(field.name) ?? ""));
  const first = inputs.find((input) => input.value === "") ?? inputs[0];
  first?.input.setAttribute("data-focus", "");
  if (view.problem !== undefined) for (const input of inputs) input.describeBy("problem");

  const form = element(
    "form",
    { autocomplete: "off", novalidate: "" },
    ...(view.problem === undefined ? [] : [problemBox(view.problem, renewalOf !== undefined)]),
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
  const whose = renewalOf === undefined ? [] : [certificateOf(renewalOf.commonName)];
  return screen(view.screen, t(title), element("p", {}, t(text)), ...whose, form);
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
  if ("proxy" in show) return element("p", { class: "card question", "data-proxy": "" }, t("proxy_host", show.proxy));
  if ("question" in show) return element("p", { class: "card question", "data-question": "" }, show.question);
  const countdown = new Countdown(show.waitSeconds);
  const [now] = inputs;
  now?.input.addEventListener("input", () => {
    if (now.complete) countdown.start();
  });
  return countdown.root;
}

function certificateOf(commonName: string): HTMLElement {
  return element("p", { class: "card question", "data-common-name": "" }, t("row_fact", t("common_name"), commonName));
}

function problemBox({ code, reason, triesLeft }: Problem, renewal: boolean): HTMLElement {
  // A renewal asks for no login id.
  const onlyPassword = renewal && reason === "credentials";
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
    happened(onlyPassword ? t("password_wrong_what") : whatHappened(reason), code),
    element("p", {}, onlyPassword ? t("password_wrong_next") : whatNext(reason)),
    ...tries,
  );
}

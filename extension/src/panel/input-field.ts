import { characters } from "../shared/guard.js";
import { t, type MessageKey } from "../shared/i18n.js";
import type { Field } from "../shared/host-messages.js";
import { plainDigits } from "./digits.js";
import { element } from "../shared/dom.js";

const fullWidth = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]/;

/** One input of a prompt, with its label and what is wrong with it. */
export class InputField {
  readonly name: string;
  readonly secret: boolean;
  /** Whether the value may stay for the next try: a login id may, a number that is good once isn't worth it. */
  readonly lasting: boolean;
  readonly input: HTMLInputElement;
  readonly root: HTMLElement;
  readonly #hint: HTMLElement;

  constructor(
    private readonly field: Field,
    value: string,
  ) {
    this.name = field.name;
    this.secret = field.kind === "secret";
    this.lasting = field.kind === "id";
    const id = `field-${field.name}`;
    this.input = element("input", {
      id,
      type: this.secret ? "password" : "text",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      ...(field.kind === "digits" ? { inputmode: "numeric" } : {}),
      "data-field": field.name,
      "aria-required": "true",
      "aria-describedby": `${id}-hint`,
    });
    this.input.value = this.lasting ? value : "";
    this.#hint = element("p", { id: `${id}-hint`, class: "hint", role: "alert" });
    this.root = element("div", { class: "field" }, element("label", { for: id }, labelOf(field.name)), this.input, this.#hint);
    this.input.addEventListener("input", () => this.#hintAtFullWidth());
  }

  /** As it is sent. */
  get value(): string {
    return this.field.kind === "digits" ? plainDigits(this.input.value) : this.input.value;
  }

  /** Whether there is a value of the length the host asks for. */
  get complete(): boolean {
    const length = characters(this.value);
    return length >= this.field.minLength && length <= this.field.maxLength && !this.#hasStrangers();
  }

  clear(): void {
    this.input.value = "";
  }

  describeBy(id: string): void {
    this.input.setAttribute("aria-describedby", `${id} ${this.#hint.id}`);
    this.input.setAttribute("aria-invalid", "true");
  }

  /** Whether the value can be sent; says why if not. */
  check(): boolean {
    const right = this.complete;
    this.input.setAttribute("aria-invalid", String(!right));
    this.#hint.classList.toggle("wrong", !right);
    this.#hint.textContent = right ? "" : this.#whatIsWrong();
    return right;
  }

  /** Anything but digits where only digits belong. */
  #hasStrangers(): boolean {
    return this.field.kind === "digits" && !/^[0-9]*$/.test(this.value);
  }

  #whatIsWrong(): string {
    if (this.value === "") return t("field_empty", labelOf(this.name));
    if (this.#hasStrangers()) return t("field_digits");
    return t("field_length", this.field.minLength, this.field.maxLength);
  }

  /** Typing with Japanese input on is the commonest slip. A hint only: the bank decides what is right. */
  #hintAtFullWidth(): void {
    this.#hint.classList.remove("wrong");
    const unusual = this.field.kind === "id" || this.secret;
    this.#hint.textContent = unusual && fullWidth.test(this.value) ? t("field_full_width") : "";
  }
}

const labels: ReadonlyMap<string, MessageKey> = new Map([
  ["loginId", "field_loginId"],
  ["password", "field_password"],
  ["oneTimePassword", "field_oneTimePassword"],
  ["now", "field_now"],
  ["later", "field_later"],
  ["transactionNumber", "field_transactionNumber"],
  ["answer", "field_answer"],
  ["proxyUser", "field_proxyUser"],
  ["proxyPassword", "field_proxyPassword"],
]);

function labelOf(name: string): string {
  const label = labels.get(name);
  return label === undefined ? t("field_other", name) : t(label);
}

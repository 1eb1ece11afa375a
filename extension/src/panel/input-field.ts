import { characters } from "../shared/guard.js";
import { t } from "../shared/i18n.js";
import type { Field } from "../shared/host-messages.js";
import { element } from "./dom.js";

const fullWidth = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]/;

/** One input of a prompt, with its label and what is wrong with it. */
export class InputField {
  readonly name: string;
  readonly secret: boolean;
  readonly input: HTMLInputElement;
  readonly root: HTMLElement;
  readonly #hint: HTMLElement;

  constructor(
    private readonly field: Field,
    value: string,
  ) {
    this.name = field.name;
    this.secret = field.kind === "secret";
    const id = `field-${field.name}`;
    this.input = element("input", {
      id,
      type: this.secret ? "password" : "text",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      "data-field": field.name,
      "aria-required": "true",
      "aria-describedby": `${id}-hint`,
    });
    this.input.value = this.secret ? "" : value;
    this.#hint = element("p", { id: `${id}-hint`, class: "hint", role: "alert" });
    this.root = element("div", { class: "field" }, element("label", { for: id }, labelOf(field.name)), this.input, this.#hint);
    this.input.addEventListener("input", () => this.#hintAtFullWidth());
  }

  get value(): string {
    return this.input.value;
  }

  clear(): void {
    this.input.value = "";
  }

  describeBy(id: string): void {
    this.input.setAttribute("aria-describedby", `${id} ${this.#hint.id}`);
    this.input.setAttribute("aria-invalid", "true");
  }

  /** Whether the value has the length the host asks for; says so if not. */
  check(): boolean {
    const { minLength, maxLength } = this.field;
    const length = characters(this.value);
    const right = length >= minLength && length <= maxLength;
    this.input.setAttribute("aria-invalid", String(!right));
    this.#hint.classList.toggle("wrong", !right);
    this.#hint.textContent = right ? "" : this.#whatIsWrong(length);
    return right;
  }

  #whatIsWrong(length: number): string {
    if (length === 0) return t("field_empty", labelOf(this.name));
    return t("field_length", this.field.minLength, this.field.maxLength);
  }

  /** Typing with Japanese input on is the commonest slip. A hint only: the bank decides what is right. */
  #hintAtFullWidth(): void {
    this.#hint.classList.remove("wrong");
    this.#hint.textContent = fullWidth.test(this.value) ? t("field_full_width") : "";
  }
}

function labelOf(name: string): string {
  if (name === "loginId") return t("field_loginId");
  if (name === "password") return t("field_password");
  return t("field_other", name);
}

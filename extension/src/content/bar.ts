import { language, t } from "../shared/i18n.js";
import { theDocument } from "./document.js";
import { hostElement } from "./host-element.js";
import { barStyle } from "./styles.js";

export type BarKind = "expiry" | "restart" | "confirmed" | "missing";
export type BarButton = { readonly action: string; readonly label: string; readonly pressed: () => void };
type BarContent = {
  readonly kind: BarKind;
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly BarButton[];
};

/** A bar on top of the bank's page. */
export class Bar {
  readonly kind: BarKind;
  readonly #host = hostElement("inkan-notice", barStyle);

  constructor({ kind, title, lines, buttons }: BarContent) {
    this.kind = kind;
    this.#host.element.dataset["notice"] = kind;
    const box = theDocument.createElement("section");
    box.lang = language();
    box.setAttribute("aria-label", t("bar_label"));
    const words = theDocument.createElement("div");
    words.setAttribute("role", "status");
    words.append(textElement("h2", title), ...lines.map((line) => textElement("p", line)));
    const row = theDocument.createElement("div");
    row.className = "buttons";
    row.append(...buttons.map(buttonElement), buttonElement(this.#closeButton()));
    box.append(words, row);
    this.#host.root.append(box);
  }

  /** On top of the page, if it isn't there. */
  put(): void {
    if (!this.#host.element.isConnected) theDocument.querySelector("body")?.prepend(this.#host.element);
  }

  remove(): void {
    this.#host.element.remove();
  }

  /** Set by whoever must know that the user has closed it. */
  closed: () => void = () => undefined;

  #closeButton(): BarButton {
    return {
      action: "dismiss",
      label: t("bar_dismiss"),
      pressed: () => {
        this.remove();
        this.closed();
      },
    };
  }
}

function textElement(tag: "h2" | "p", text: string): HTMLElement {
  const created = theDocument.createElement(tag);
  created.textContent = text;
  return created;
}

function buttonElement({ action, label, pressed }: BarButton): HTMLButtonElement {
  const button = theDocument.createElement("button");
  button.type = "button";
  button.dataset["action"] = action;
  button.textContent = label;
  button.addEventListener("click", (event) => {
    if (event.isTrusted) pressed();
  });
  return button;
}

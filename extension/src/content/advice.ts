import { language, t, type MessageKey } from "../shared/i18n.js";
import { theDocument } from "./document.js";
import { hostElement } from "./host-element.js";
import type { EndCode } from "./recognise.js";
import { adviceStyle } from "./styles.js";

const checks: Readonly<Record<EndCode, readonly MessageKey[]>> = {
  BZBE001011: [
    "advice_restart_pc",
    "advice_javascript",
    "advice_simplepass",
    "advice_add_ons",
    "advice_malware",
  ],
  BZBE011008: ["advice_right_certificate", "advice_installed", "advice_not_revoked"],
};

/** CCHK902: what to check after the bank's renewal ended abnormally. */
export class Advice {
  readonly #host = hostElement("inkan-advice", adviceStyle);

  constructor(readonly code: EndCode) {
    this.#host.element.dataset["code"] = code;
    const box = theDocument.createElement("section");
    box.lang = language();
    const heading = theDocument.createElement("h2");
    heading.id = "title";
    heading.textContent = t("advice_title", code);
    box.setAttribute("aria-labelledby", heading.id);
    const list = theDocument.createElement("ol");
    list.append(...checks[code].map(item));
    box.append(heading, paragraph(t("advice_text")), list, paragraph(t("advice_next")));
    this.#host.root.append(box);
  }

  put(): void {
    if (!this.#host.element.isConnected) theDocument.querySelector("body")?.prepend(this.#host.element);
  }

  remove(): void {
    this.#host.element.remove();
  }
}

function item(key: MessageKey): HTMLLIElement {
  const created = theDocument.createElement("li");
  created.textContent = t(key);
  return created;
}

function paragraph(text: string): HTMLParagraphElement {
  const created = theDocument.createElement("p");
  created.textContent = text;
  return created;
}

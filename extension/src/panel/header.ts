import { language, t } from "../shared/i18n.js";
import type { Institution } from "../shared/host-messages.js";
import { element } from "./dom.js";

/** Whose panel this is, for which institution, and which page it is shown in. */
export class Header {
  readonly #institution = element("p", { class: "institution", "data-institution": "" });
  readonly #service = element("p", { class: "service" });
  readonly #tab = element("p", { class: "tab", "data-host": "" });
  readonly #practice = element("p", { class: "practice", "data-practice": "", role: "note" }, t("practice"));
  readonly #bar = element(
    "header",
    {},
    element("p", { class: "product" }, element("img", { src: "/icons/seal-128.png", alt: "" }), t("productName")),
    this.#institution,
    this.#service,
    this.#tab,
  );

  readonly parts: readonly HTMLElement[] = [this.#bar, this.#practice];

  constructor() {
    this.#practice.hidden = true;
  }

  showTab(host: string): void {
    this.#tab.textContent = t("connected_to", host);
  }

  showInstitution({ code, name, service, practice }: Institution): void {
    this.#institution.textContent = name[language()];
    this.#institution.dataset["institution"] = code;
    this.#service.textContent = service[language()];
    this.#practice.hidden = !practice;
  }
}

import { language, t } from "../shared/i18n.js";
import type { Institution } from "../shared/host-messages.js";
import { element } from "../shared/dom.js";
import { inOwnTab } from "./own-tab.js";

/** Whose panel this is, for which institution, and which page it is shown in. */
export class Header {
  readonly #institution = element("p", { class: "institution", "data-institution": "" });
  readonly #service = element("p", { class: "service" });
  readonly #tab = element("p", { class: "tab", "data-host": "" });
  readonly #practice = element("p", { class: "practice", "data-practice": "", role: "note" }, t("practice"));
  readonly #bar = element(
    "div",
    { class: "bar" },
    element("p", { class: "product" }, element("img", { src: "/icons/seal-128.png", alt: "" }), t("productName")),
    this.#institution,
    this.#service,
    this.#tab,
  );

  readonly root = element("header", {}, this.#bar, this.#practice);

  constructor() {
    this.#practice.hidden = true;
  }

  /** host: none in a tab of the panel's own. */
  showTab(host: string | undefined): void {
    this.#tab.textContent = host === undefined ? "" : t("connected_to", host);
  }

  showNoInstitution(): void {
    this.#institution.textContent = "";
    this.#institution.dataset["institution"] = "";
    this.#service.textContent = "";
    this.#tab.textContent = "";
    this.#practice.hidden = true;
  }

  showInstitution({ code, name, service, host, practice }: Institution): void {
    this.#institution.textContent = name[language()];
    this.#institution.dataset["institution"] = code;
    this.#service.textContent = service[language()];
    this.#practice.hidden = !practice;
    if (inOwnTab()) this.#tab.textContent = t("institution_host", host);
  }
}

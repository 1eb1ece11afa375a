import { language, t } from "../shared/i18n.js";
import type { Institution } from "../shared/host-messages.js";
import { element } from "../shared/dom.js";

/** Whose page this is, for which institution, and where that one's own pages are. */
export class Header {
  readonly #institution = element("p", { class: "institution", "data-institution": "" });
  readonly #service = element("p", { class: "service" });
  readonly #host = element("p", { class: "host", "data-host": "" });
  readonly #practice = element("p", { class: "practice", "data-practice": "", role: "note" }, t("practice"));
  readonly #bar = element(
    "div",
    { class: "bar" },
    element("p", { class: "product" }, element("img", { src: "/icons/seal-128.png", alt: "" }), t("productName")),
    this.#institution,
    this.#service,
    this.#host,
  );

  readonly root = element("header", {}, this.#bar, this.#practice);

  constructor() {
    this.#practice.hidden = true;
  }

  showNoInstitution(): void {
    this.#institution.textContent = "";
    this.#institution.dataset["institution"] = "";
    this.#service.textContent = "";
    this.#host.textContent = "";
    this.#practice.hidden = true;
  }

  showInstitution({ code, name, service, host, practice }: Institution): void {
    this.#institution.textContent = name[language()];
    this.#institution.dataset["institution"] = code;
    this.#service.textContent = service[language()];
    this.#practice.hidden = !practice;
    this.#host.textContent = t("institution_host", host);
  }
}

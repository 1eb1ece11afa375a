import { t } from "../shared/i18n.js";
import type { Certificate } from "../shared/host-messages.js";
import type { Actions } from "./actions.js";
import { actionButton, element } from "../shared/dom.js";
import { daysLeft } from "../shared/days-left.js";
import { japanDay, japanTime } from "./japan-time.js";

/** The rows of CCHK001, of which one can be chosen: radio buttons, so that keyboard and screen reader know what to do. */
export class CertificateList {
  readonly root: HTMLElement;
  /** What stands in the way of renewing the chosen row, and once the button was pressed, that none is chosen. */
  readonly hint = element("p", { class: "hint", role: "status", "data-renew-hint": "" });
  #chosen: Certificate | undefined;

  constructor(
    certificates: readonly Certificate[],
    chosen: Certificate | undefined,
    private readonly actions: Actions,
  ) {
    this.root = element(
      "fieldset",
      { class: "certificates" },
      element("legend", {}, t("certificates_list")),
      element("ul", { class: "cards" }, ...certificates.map((one) => this.#row(one, one === chosen))),
    );
    this.#chosen = chosen;
  }

  get chosen(): Certificate | undefined {
    return this.#chosen;
  }

  /** The chosen one, if it can be renewed; says why if not. */
  takeRenewable(): Certificate | undefined {
    if (this.#chosen === undefined) this.#say("none-chosen", t("renew_none_chosen"));
    else if (this.#chosen.renewable) return this.#chosen;
    return undefined;
  }

  #row(certificate: Certificate, checked: boolean): HTMLLIElement {
    const { id, organization, organizationalUnit, commonName, serialNumber, validUntil, replaced } = certificate;
    const input = element("input", {
      type: "radio",
      name: "certificate",
      id: `choose-${id}`,
      value: id,
      "data-choose": id,
      "aria-labelledby": `name-${id} until-${id}`,
      "aria-describedby": `facts-${id}`,
    });
    input.checked = checked;
    input.addEventListener("change", () => this.#choose(certificate));
    return element(
      "li",
      { "data-certificate": id, "data-renewable": String(certificate.renewable), "data-replaced": String(replaced) },
      element(
        "label",
        { class: "card row", for: input.id },
        input,
        element(
          "span",
          { class: "row-facts" },
          element("span", { class: "row-name", id: `name-${id}` }, commonName),
          ...(replaced ? [element("span", { class: "tag" }, t("certificate_replaced"))] : []),
          element(
            "span",
            { id: `until-${id}` },
            t("row_fact", t("valid_until"), t("until_and_left", japanTime(validUntil), daysLeft(certificate))),
          ),
          element(
            "span",
            { class: "row-more", id: `facts-${id}` },
            element("span", {}, t("row_fact", t("serial_number"), ""), element("span", { class: "code" }, serialNumber)),
            element("span", {}, t("row_fact", t("organization"), organization)),
            element("span", {}, t("row_fact", t("organizational_unit"), organizationalUnit)),
          ),
        ),
      ),
      ...(replaced ? [this.#removeButton(certificate)] : []),
    );
  }

  #removeButton(certificate: Certificate): HTMLButtonElement {
    const button = actionButton("remove", t("remove_button"), () => this.actions.remove(certificate), "small");
    button.setAttribute("aria-label", t("remove_button_for", certificate.commonName));
    button.dataset["removes"] = certificate.id;
    return button;
  }

  #choose(certificate: Certificate): void {
    this.#chosen = certificate;
    if (certificate.renewable) this.#say("", "");
    else if (certificate.replaced) this.#say("replaced", t("renew_replaced"));
    else this.#say("not-yet", t("renew_from", japanDay(certificate.renewableFrom)));
  }

  #say(hint: string, text: string): void {
    this.hint.dataset["renewHint"] = hint;
    this.hint.textContent = text;
  }
}

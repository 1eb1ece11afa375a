import { t } from "../../shared/i18n.js";
import type { Certificate } from "../../shared/host-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element, facts } from "../dom.js";
import { japanTime } from "../japan-time.js";
import { screen } from "../screen.js";

/** CCHK007. */
export function resultScreen(certificate: Certificate, actions: Actions): HTMLElement {
  return screen(
    "CCHK007",
    t("result_title"),
    element("p", { role: "status" }, t("result_text")),
    element(
      "div",
      { class: "warning", role: "note" },
      element("h2", {}, t("result_restart_title")),
      element("p", {}, t("result_restart_text")),
    ),
    element(
      "div",
      { class: "card", "data-certificate": certificate.id },
      element("h2", {}, t("result_certificate")),
      facts([
        [t("organization"), certificate.organization],
        [t("organizational_unit"), certificate.organizationalUnit],
        [t("common_name"), certificate.commonName],
        [t("serial_number"), certificate.serialNumber, "code"],
        [t("valid_until"), japanTime(certificate.validUntil)],
      ]),
    ),
    element(
      "div",
      { class: "actions" },
      actionButton("close", t("close_button"), () => actions.close(), "primary"),
      element("p", { class: "soft" }, t("result_close_hint")),
    ),
  );
}

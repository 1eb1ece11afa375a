import { t } from "../../shared/i18n.js";
import type { Certificate } from "../../shared/host-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element, facts } from "../../shared/dom.js";
import { japanTime } from "../japan-time.js";
import { screen } from "../screen.js";

/** Before a certificate that was replaced is removed: what goes, and what remains. */
export function confirmRemoveScreen(certificate: Certificate, actions: Actions): HTMLElement {
  return screen(
    "confirm-remove",
    t("confirm_remove_title"),
    element("p", {}, t("confirm_remove_text")),
    element(
      "div",
      { class: "card", "data-certificate": certificate.id },
      facts([
        [t("common_name"), certificate.commonName],
        [t("serial_number"), certificate.serialNumber, "code"],
        [t("valid_until"), japanTime(certificate.validUntil)],
      ]),
    ),
    element("p", {}, t("confirm_remove_remains")),
    element(
      "div",
      { class: "actions" },
      actionButton("back", t("back_button"), () => actions.return(), "primary"),
      actionButton("confirm-remove", t("confirm_remove_button"), () => actions.removeNow(certificate)),
    ),
  );
}

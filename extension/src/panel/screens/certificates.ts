import { t } from "../../shared/i18n.js";
import type { Certificate } from "../../shared/host-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element, facts } from "../dom.js";
import { japanTime } from "../japan-time.js";
import { screen } from "../screen.js";

export function certificatesScreen(certificates: readonly Certificate[], actions: Actions): HTMLElement {
  const none = certificates.length === 0;
  const cards = certificates.map(card);
  return screen(
    "CCHK001",
    t("certificates_title"),
    element("p", {}, t(none ? "certificates_none" : "certificates_some")),
    ...(none ? [] : [element("ul", { class: "cards" }, ...cards)]),
    element("p", { class: "soft" }, t(none ? "certificates_issue_hint" : "certificates_log_in_hint")),
    element(
      "div",
      { class: "actions" },
      actionButton("issue", t("issue_button"), () => actions.issue(), none ? "primary" : ""),
    ),
  );
}

function card({ id, commonName, serialNumber, validUntil, daysLeft }: Certificate): HTMLElement {
  return element(
    "li",
    { class: "card", "data-certificate": id },
    facts([
      [t("common_name"), commonName],
      [t("serial_number"), serialNumber, "code"],
      [t("valid_until"), t("until_and_left", japanTime(validUntil), daysLeftText(daysLeft))],
    ]),
  );
}

function daysLeftText(days: number): string {
  if (days === 0) return t("days_left_none");
  return days === 1 ? t("days_left_one") : t("days_left", days);
}

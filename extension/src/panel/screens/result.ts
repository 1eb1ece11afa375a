import { t } from "../../shared/i18n.js";
import type { Certificate } from "../../shared/host-messages.js";
import type { DoneView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element, facts } from "../../shared/dom.js";
import { japanTime } from "../japan-time.js";
import { screen } from "../screen.js";
import type { Work } from "../work.js";

/** CCHK007. */
export function resultScreen({ certificate, replaced }: DoneView, work: Work, actions: Actions): HTMLElement {
  return screen(
    "CCHK007",
    t("result_title"),
    element("p", { role: "status" }, t(work.kind === "renewal" ? "result_renewed_text" : "result_text")),
    element(
      "div",
      { class: "warning", role: "note", "data-note": "restart" },
      element("h2", {}, t("result_restart_title")),
      element("p", {}, t("result_restart_text")),
      actionButton("close-browser", t("close_browser_button"), () => actions.closeBrowser(), "primary"),
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
    ...(replaced === undefined ? [] : [oldCertificate(replaced, actions)]),
    element(
      "div",
      { class: "actions" },
      actionButton("close", t("close_button"), () => actions.close()),
      element("p", { class: "soft" }, t("result_close_hint")),
    ),
  );
}

function oldCertificate(replaced: Certificate, actions: Actions): HTMLElement {
  return element(
    "div",
    { class: "card", "data-replaced": replaced.id },
    element("h2", {}, t("result_old_title")),
    element("p", {}, t("result_old_text", replaced.commonName, japanTime(replaced.validUntil))),
    actionButton("remove", t("remove_button"), () => actions.remove(replaced), "small"),
  );
}

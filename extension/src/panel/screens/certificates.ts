import { t } from "../../shared/i18n.js";
import type { Institution } from "../../shared/host-messages.js";
import type { CertificatesView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import { atHand } from "../at-hand.js";
import { CertificateList } from "../certificate-list.js";
import { choicesOf, type Choices } from "../choices.js";
import { actionButton, element } from "../../shared/dom.js";
import { japanDay } from "../japan-time.js";
import { besidePage } from "../beside-page.js";
import { restartNotes } from "../restart-notes.js";
import { screen } from "../screen.js";

/** What the panel knows beside the list. */
export type Surroundings = { readonly forRenewal: boolean; readonly removed: boolean };

/** CCHK001. */
export function certificatesScreen(view: CertificatesView, around: Surroundings, actions: Actions): HTMLElement {
  const { institution, certificates } = view;
  const choices = choicesOf(view);
  const list = new CertificateList(certificates, choices.chosen, actions);
  const root = screen(
    "CCHK001",
    t("certificates_title"),
    ...(around.removed ? [element("p", { class: "success", role: "status", "data-removed": "" }, t("removed_text"))] : []),
    ...(view.interrupted ? [interruptedBox()] : []),
    ...restartNotes(view.notes, actions),
    ...standing(view, choices),
    ...(around.forRenewal && choices.renewable.length === 0 ? [whyNotRenewable(view, choices)] : []),
    ...(certificates.length === 0 ? [] : [list.root]),
    list.hint,
    ...(institution.supported ? [atHand(institution, choices.right), buttons(choices, list, actions)] : [elsewhere()]),
    elsewhereTo(actions),
  );
  root.dataset["supported"] = String(institution.supported);
  return root;
}

/** What is on this PC, in a sentence or two. */
function standing({ certificates, expired, institution }: CertificatesView, { usable, right }: Choices): HTMLElement[] {
  const some = certificates.length > 0 ? [element("p", {}, t("certificates_some"))] : [];
  if (usable.length === 0 && expired > 0) return [...some, expiredBox(institution)];
  if (usable.length === 0) return [...some, element("p", {}, t("certificates_none"))];
  return right === undefined && institution.supported ? [...some, element("p", { class: "soft" }, t("certificates_log_in_hint"))] : some;
}

/** The user may still think that it went through. */
function interruptedBox(): HTMLElement {
  return element(
    "div",
    { class: "warning", role: "note", "data-interrupted": "" },
    element("h2", {}, t("interrupted_title")),
    element("p", {}, t("interrupted_text")),
  );
}

function expiredBox({ expired }: Institution): HTMLElement {
  return element(
    "div",
    { class: "warning", role: "note", "data-expired": expired },
    element("h2", {}, t("expired_title")),
    element("p", {}, t(expired === "issue" ? "expired_issue" : "expired_revoke_first")),
  );
}

/** The bank's page speaks of renewal, and there is nothing here to renew. */
function whyNotRenewable({ expired }: CertificatesView, { usable }: Choices): HTMLElement {
  const [first] = usable.map(({ renewableFrom }) => renewableFrom).sort();
  const [why, text] =
    first !== undefined
      ? (["not-yet", t("nothing_renewable_yet", japanDay(first))] as const)
      : expired > 0
        ? (["expired", t("nothing_renewable_expired")] as const)
        : (["none", t("nothing_renewable_none")] as const);
  return element(
    "div",
    { class: "warning", role: "note", "data-nothing-renewable": why },
    element("h2", {}, t("nothing_renewable_title")),
    element("p", {}, text),
  );
}

function buttons(choices: Choices, list: CertificateList, actions: Actions): HTMLElement {
  const issue = actionButton("issue", t("issue_button"), () => actions.issue(), choices.right === "issue" ? "primary" : "");
  const renew = actionButton("renew", t("renew_button"), () => renewChosen(list, actions), choices.right === "renew" ? "primary" : "");
  const both = choices.right === "renew" ? [renew, issue] : [issue, renew];
  return element("div", { class: "actions" }, ...(choices.usable.length === 0 ? [issue] : both));
}

function renewChosen(list: CertificateList, actions: Actions): void {
  const certificate = list.takeRenewable();
  if (certificate !== undefined) actions.renew(certificate);
}

function elsewhere(): HTMLElement {
  return element(
    "div",
    { class: "card", "data-unsupported": "" },
    element("h2", {}, t("unsupported_title")),
    element("p", {}, t("unsupported_text")),
  );
}

/** Back to the bank's page where the user has come from there, else to the choice of another. */
function elsewhereTo(actions: Actions): HTMLElement {
  const other =
    besidePage() === undefined
      ? actionButton("institutions", t("institutions_button"), () => actions.institutions(), "small")
      : actionButton("close", t("back_to_page_button"), () => actions.close(), "small");
  return element("p", { class: "other" }, other);
}

import { language, t } from "../shared/i18n.js";
import type { Certificate, Institution, Recovered } from "../shared/host-messages.js";
import type { Awaiting } from "./awaiting-restart.js";

/** The id leads back to the institution when the notification is clicked. */
export function institutionOfNotification(id: string): string | undefined {
  return /^[a-z]+-([0-9]{4})-/.exec(id)?.[1];
}

export async function notifyOfExpiry({ code, name }: Institution, { id, commonName, daysLeft }: Certificate): Promise<void> {
  const left = daysLeft === 0 ? t("expiry_today") : t("expiry_days", daysLeft);
  await notify(`expiry-${code}-${id}`, left, t("expiry_notification", name[language()], commonName));
}

export async function notifyOfOutcome({ id, institution, commonName, outcome }: Awaiting): Promise<void> {
  const found = outcome === "confirmed";
  await notify(
    `restart-${institution}-${id}`,
    t(found ? "note_confirmed_title" : "note_missing_title"),
    t(found ? "note_confirmed_text" : "note_missing_text", commonName),
  );
}

export async function notifyOfRecovery({ institution, certificate }: Recovered): Promise<void> {
  const id = `recovered-${institution}-${certificate?.id ?? "nothing"}`;
  if (certificate === undefined) return notify(id, t("interrupted_title"), t("interrupted_text"));
  await notify(id, t("recovered_title"), t("recovered_text", certificate.commonName));
}

async function notify(id: string, title: string, message: string): Promise<void> {
  const iconUrl = chrome.runtime.getURL("icons/seal-128.png");
  await chrome.notifications.create(id, { type: "basic", iconUrl, title, message });
}

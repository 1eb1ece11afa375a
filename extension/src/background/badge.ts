import { integer } from "../shared/guard.js";
import { t } from "../shared/i18n.js";

/** In storage.session: the badge goes with the run of the browser, but not with the service worker. */
const key = "badgeDays";
const isDays = integer(0);

/** How many days the certificate has left that expires first; undefined if none is to be told of. */
export async function rememberDays(days: number | undefined): Promise<void> {
  if (days === undefined) await chrome.storage.session.remove(key);
  else await chrome.storage.session.set({ [key]: days });
}

/** A restart goes first: until then nothing else helps. */
export async function showBadge(restartWanted: boolean): Promise<void> {
  const stored: unknown = (await chrome.storage.session.get(key))[key];
  const days = isDays(stored) ? stored : undefined;
  await chrome.action.setBadgeBackgroundColor({ color: "#b3261e" });
  await chrome.action.setBadgeTextColor({ color: "#ffffff" });
  await chrome.action.setBadgeText({ text: restartWanted ? "!" : String(days ?? "") });
  await chrome.action.setTitle({ title: titleOf(restartWanted, days) });
}

function titleOf(restartWanted: boolean, days: number | undefined): string {
  if (restartWanted) return t("action_restart");
  return days === undefined ? t("action_title") : t("action_expiring", days);
}

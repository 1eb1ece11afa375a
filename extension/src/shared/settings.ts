import { readPolicy } from "./policy.js";

const key = "notifications";

/** What the user has set on the options page; on unless switched off. */
export async function notificationsSetting(): Promise<boolean> {
  return (await chrome.storage.local.get(key))[key] !== false;
}

export async function setNotifications(wanted: boolean): Promise<void> {
  await chrome.storage.local.set({ [key]: wanted });
}

/** The administrator's word goes before the user's. */
export async function notificationsWanted(): Promise<boolean> {
  return (await readPolicy()).notifications && (await notificationsSetting());
}

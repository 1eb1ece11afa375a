import { listOf, record, text } from "../shared/guard.js";

/** Of which certificates, by their ids, the user was told on which day. */
type Told = { day: string; ids: string[] };

const key = "toldOfExpiry";
const isTold = record<Told>({ day: text(10, 10), ids: listOf(text(1, 64), 0, 10_000) });

export async function toldOn(day: string): Promise<readonly string[]> {
  const stored: unknown = (await chrome.storage.local.get(key))[key];
  return isTold(stored) && stored.day === day ? stored.ids : [];
}

export async function writeTold(day: string, ids: readonly string[]): Promise<void> {
  await chrome.storage.local.set({ [key]: { day, ids } });
}

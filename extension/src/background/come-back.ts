import { limits } from "../shared/limits.js";
import { Lately } from "./lately.js";
import { isNew } from "./new-tabs.js";
import { bringInFront } from "../shared/in-front.js";
import { bankPages, inFront, isOwnTab, unload } from "./tabs.js";

/** Tabs that came up a while ago. */
const seen = new Lately<chrome.tabs.Tab>(limits.insistingMilliseconds);
let coming: Promise<void> | undefined;

/**
 * Brings our own page's tab in front again after something else has come up under somebody's typing. What was just opened there is closed,
 * and the page that has opened it is unloaded until the user comes back to it. What was there before stays, but for a page of the bank's;
 * the second time it is unloaded.
 */
export async function comeBack(tab: number): Promise<void> {
  coming ??= takeFront(tab).finally(() => (coming = undefined));
  await coming;
}

async function takeFront(tab: number): Promise<void> {
  const front = await inFront();
  await bringInFront(tab);
  await Promise.allSettled(front.filter((one) => !isOwnTab(one)).map(endIntruder));
}

async function endIntruder(tab: chrome.tabs.Tab): Promise<void> {
  const { id, openerTabId } = tab;
  if (id === undefined) return;
  const insists = seen.has(id) || (await bankPages([tab])).length > 0;
  if (isNew(tab)) await chrome.tabs.remove(id);
  else if (insists) await unload(id);
  else seen.add(id, tab);
  // Whoever has opened it may have more of them.
  if (openerTabId !== undefined && (isNew(tab) || insists)) await unload(openerTabId);
}

import type { Intruder } from "../shared/panel-messages.js";
import { bringInFront, close, ownTabs, unload } from "../shared/tabs.js";
import { isNew } from "./new-tabs.js";

let coming: Promise<void> | undefined;

/**
 * Brings our own page's tab in front again after something else has come up under somebody's hands.
 *
 * @param intruder whether that ends: what was just opened there is closed, what was there before is unloaded until the user comes back to it,
 *   and so is who has opened the one or the other
 */
export async function comeBack(tab: number, intruder: Intruder): Promise<void> {
  coming ??= takeFront(tab, intruder).finally(() => (coming = undefined));
  await coming;
}

async function takeFront(tab: number, intruder: Intruder): Promise<void> {
  const front = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  await bringInFront(tab);
  if (intruder === "stays") return;
  const ours = await ownTabs();
  await Promise.allSettled(front.filter(({ id }) => !ours.some((own) => own.tab === id)).map(endIntruder));
}

async function endIntruder(tab: chrome.tabs.Tab): Promise<void> {
  const { id, openerTabId } = tab;
  if (id === undefined) return;
  if (isNew(tab)) await close(id);
  else await unload(id);
  // Whoever has opened it may have more of them.
  if (openerTabId !== undefined) await unload(openerTabId);
}

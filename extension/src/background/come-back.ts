import type { Fate, Fates } from "../shared/panel-messages.js";
import { bringInFront, close, ownTabs, unload } from "../shared/tabs.js";
import { isNew, isUntouched } from "./new-tabs.js";

let coming: Promise<void> | undefined;

/**
 * Brings our own page's tab in front again after something else has come up under somebody's hands. Where that ends, what was just opened is
 * closed, what was there before is unloaded until the user comes back to it, and so is who has opened the one or the other.
 */
export async function comeBack(tab: number, fates: Fates): Promise<void> {
  coming ??= takeFront(tab, fates).finally(() => (coming = undefined));
  await coming;
}

async function takeFront(tab: number, { opened, before }: Fates): Promise<void> {
  const front = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const fates = front.map((each) => ({ tab: each, fate: isNew(each) ? opened : before }));
  if (fates.length > 0 && fates.every(({ fate }) => fate === "stays")) return;
  await bringInFront(tab);
  const ours = await ownTabs();
  const ending = fates.filter(({ tab, fate }) => isToEnd(tab, fate) && !ours.some((own) => own.tab === tab.id));
  await Promise.allSettled(ending.map((each) => endIntruder(each.tab)));
}

/** A page that is only put behind runs on there, and may fight its way back. */
function isToEnd(tab: chrome.tabs.Tab, fate: Fate): boolean {
  return fate === "ends" || (fate === "behind" && isUntouched(tab));
}

async function endIntruder(tab: chrome.tabs.Tab): Promise<void> {
  const { id, openerTabId } = tab;
  if (id === undefined) return;
  if (isNew(tab)) await close(id);
  else await unload(id);
  // Whoever has opened it may have more of them.
  if (openerTabId !== undefined) await unload(openerTabId);
}

import type { ComeBackRequest } from "../shared/panel-messages.js";
import { bringInFront, close, ownTabs, unload } from "../shared/tabs.js";
import { isNew, isUntouched } from "./new-tabs.js";

type Fate = ComeBackRequest["fate"];

let coming: Promise<void> | undefined;

/**
 * Brings our own page's tab in front again after something else has come up under somebody's hands. Where that ends, what was just opened is
 * closed, what was there before is unloaded until the user comes back to it, and so is who has opened the one or the other.
 */
export async function comeBack(tab: number, fate: Fate): Promise<void> {
  coming ??= takeFront(tab, fate).finally(() => (coming = undefined));
  await coming;
}

async function takeFront(tab: number, fate: Fate): Promise<void> {
  const front = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  await bringInFront(tab);
  const ours = await ownTabs();
  const others = front.filter(({ id }) => !ours.some((own) => own.tab === id));
  await Promise.allSettled(others.map((each) => putAway(each, fate)));
}

/** A page that is only put behind runs on there, and may fight its way back. */
async function putAway(tab: chrome.tabs.Tab, fate: Fate): Promise<void> {
  const { id, openerTabId } = tab;
  if (id === undefined || (fate === "behind" && !isUntouched(tab))) return;
  if (isNew(tab)) await close(id);
  else await unload(id);
  // Whoever has opened it may have more of them; but something may be there that isn't saved.
  if (openerTabId !== undefined && fate === "ends") await unload(openerTabId);
}

import { isNew, isUntouched } from "../shared/new-tabs.js";
import { close, ownTabs, unload } from "../shared/tabs.js";
import type { Fate } from "./fate.js";
import type { OwnPlace } from "./own-place.js";

/**
 * Brings our own page in front again after something else has come up under somebody's hands. Where that ends, what was just opened is closed,
 * what was there before is unloaded until the user comes back to it, and so is who has opened the one or the other.
 *
 * From here, and without asking anything first: a worker that keeps the browser busy delays each answer by seconds, and what has come up
 * hears the keys meanwhile.
 *
 * @param window where something has come up; undefined for the one in front, whichever that is
 */
export async function comeBack(own: OwnPlace, fate: Exclude<Fate, "stays">, window?: number): Promise<void> {
  const cameUp = performance.now();
  // The browser answers in this order: what was in front before.
  const front = chrome.tabs.query({ active: true, ...(window === undefined ? { lastFocusedWindow: true } : { windowId: window }) });
  const back = [chrome.tabs.update(own.tab, { active: true }), ...(window === own.window ? [] : [chrome.windows.update(own.window, { focused: true })])];
  // Refused where a tab is just being dragged.
  const [over] = await Promise.allSettled([front, ...back]);
  const ours = await ownTabs();
  const others = (over.status === "fulfilled" ? over.value : []).filter(({ id }) => !ours.some(({ tab }) => tab === id));
  await Promise.allSettled(others.map((each) => putAway(each, fate, cameUp)));
}

/** A page that is only put behind runs on there, and may fight its way back. */
async function putAway(tab: chrome.tabs.Tab, fate: Fate, cameUp: number): Promise<void> {
  const { id, openerTabId } = tab;
  if (id === undefined || (fate === "behind" && !isUntouched(tab, cameUp))) return;
  if (isNew(tab, cameUp)) await close(id);
  else await unload(id);
  // Whoever has opened it may have more of them; but something may be there that isn't saved.
  if (openerTabId !== undefined && fate === "ends") await unload(openerTabId);
}

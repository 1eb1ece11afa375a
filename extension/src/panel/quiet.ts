import { limits } from "../shared/limits.js";
import { ownTabs } from "../shared/tabs.js";

/** How many pages but ours run in this browser, as far as it tells us: of private windows and other profiles it doesn't. */
export async function otherPages(): Promise<number> {
  return (await running()).length;
}

/**
 * Unloads them, each until the user comes back to it: while something is typed no page runs that could put a window over ours, take the keyboard
 * from it, or keep the browser busy. Twice: a page may be loaded again as a small window of its own closes by that.
 */
export async function quieten(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await Promise.allSettled((await running()).map((id) => chrome.tabs.discard(id)));
}

async function running(): Promise<number[]> {
  const [tabs, ours] = await Promise.all([loaded(), ownTabs()]);
  const ids = tabs.filter(({ status }) => status !== "unloaded").flatMap(({ id }) => id ?? []);
  return ids.filter((id) => !ours.some(({ tab }) => tab === id));
}

/** While a tab is being dragged the browser answers nothing: it is asked again for a while. */
async function loaded(): Promise<chrome.tabs.Tab[]> {
  for (let turn = 1; turn < limits.queries; turn += 1) {
    try {
      return await chrome.tabs.query({ discarded: false });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, limits.queryPauseMilliseconds));
    }
  }
  return chrome.tabs.query({ discarded: false });
}

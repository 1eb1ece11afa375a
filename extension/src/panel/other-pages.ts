import { limits } from "../shared/limits.js";
import { ownTabs } from "../shared/tabs.js";

/** The pages but ours that run in this browser, as far as it tells us: of private windows and other profiles it doesn't. */
export class OtherPages {
  /** What the browser has refused to unload: there is no use in asking the user again. */
  #stay: readonly number[] = [];

  /** How many there are that could be unloaded. */
  async count(): Promise<number> {
    return (await running()).filter((id) => !this.#stay.includes(id)).length;
  }

  /** What was refused while it was loading may not be refused any more. */
  loaded(id: number): void {
    this.#stay = this.#stay.filter((one) => one !== id);
  }

  /**
   * Unloads them, each until the user comes back to it: while something is typed no page runs that could put a window over ours, take the
   * keyboard from it, or keep the browser busy. Twice: a page may be loaded again as a small window of its own closes by that.
   */
  async unload(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) {
      const unloaded = await Promise.all((await running()).map(async (id) => [id, await isUnloaded(id)] as const));
      this.#stay = unloaded.filter(([, gone]) => !gone).map(([id]) => id);
    }
  }
}

/**
 * Tells whenever a page may have begun to run: the browser loads one again as its window comes into sight, without a word to ours.
 *
 * @param changed told the tab's id once the page has loaded
 */
export function watchPages(changed: (loaded?: number) => void): void {
  for (const event of [chrome.tabs.onCreated, chrome.tabs.onReplaced] as const) event.addListener(() => changed());
  chrome.tabs.onUpdated.addListener((id, { status }) => (status === "complete" ? changed(id) : changed()));
}

async function isUnloaded(id: number): Promise<boolean> {
  return chrome.tabs.discard(id).then(
    (tab) => tab !== undefined,
    () => false,
  );
}

async function running(): Promise<number[]> {
  const [tabs, ours] = await Promise.all([loaded(), ownTabs()]);
  const ids = tabs.filter(({ status }) => status !== "unloaded").flatMap(({ id }) => id ?? []);
  return ids.filter((id) => !ours.some(({ tab }) => tab === id));
}

/** While a tab is being dragged the browser answers nothing: it is asked until that is over. */
async function loaded(): Promise<chrome.tabs.Tab[]> {
  for (;;) {
    try {
      return await chrome.tabs.query({ discarded: false });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, limits.queryPauseMilliseconds));
    }
  }
}

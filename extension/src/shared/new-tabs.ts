import { limits } from "./limits.js";

/** As they were then: the browser forgets who has opened them once that is unloaded. */
const created = new Set<chrome.tabs.Tab>();
/** By id. Were unloaded until then. */
const loadedAgain = new Set<{ readonly id: number }>();

/** Knows the tabs that were created, or loaded again, a moment ago. */
export function watchNewTabs(): void {
  chrome.tabs.onCreated.addListener((tab) => keep(created, tab));
  chrome.tabs.onUpdated.addListener((id, { discarded }) => {
    if (discarded === false) keep(loadedAgain, { id });
  });
}

function keep<T>(tabs: Set<T>, tab: T): void {
  tabs.add(tab);
  setTimeout(() => tabs.delete(tab), limits.newTabMilliseconds);
}

export function isNew({ id }: chrome.tabs.Tab): boolean {
  return [...created].some((tab) => tab.id === id);
}

/** Whether nobody can have left in it yet what isn't saved. */
export function isUntouched(tab: chrome.tabs.Tab): boolean {
  return isNew(tab) || tab.status === "unloaded" || [...loadedAgain].some(({ id }) => id === tab.id);
}

/**
 * Closes what a page has opened by the user's press in it, a moment ago or still to come; with noopener, too. It can't ask to stay: nobody
 * has pressed into it yet.
 *
 * @param page its tab
 * @return ends it
 */
export function closeNew(page: number): () => void {
  const close = (tab: chrome.tabs.Tab): void => {
    if (tab.openerTabId === page && tab.id !== undefined) void chrome.tabs.remove(tab.id).catch(() => undefined);
  };
  chrome.tabs.onCreated.addListener(close);
  created.forEach(close);
  return () => chrome.tabs.onCreated.removeListener(close);
}

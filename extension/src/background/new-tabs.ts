import { limits } from "../shared/limits.js";

/** As they were then: the browser forgets who has opened them once that is unloaded. */
const created = new Set<chrome.tabs.Tab>();

/** Knows the tabs that were created a moment ago. */
export function watchNewTabs(): void {
  chrome.tabs.onCreated.addListener((tab) => {
    created.add(tab);
    setTimeout(() => created.delete(tab), limits.newTabMilliseconds);
  });
}

export function isNew({ id }: chrome.tabs.Tab): boolean {
  return [...created].some((tab) => tab.id === id);
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

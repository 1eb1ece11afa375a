import { limits } from "./limits.js";

/** What happened to a tab, and when, by performance.now(). */
type Happened = { readonly tab: Pick<chrome.tabs.Tab, "id" | "openerTabId">; readonly at: number };

/** As they were then: the browser forgets who has opened them once that is unloaded. */
const created = new Set<Happened>();
/** Were unloaded until then. */
const loadedAgain = new Set<Happened>();

/** Knows the tabs that were created, or loaded again, of late. */
export function watchNewTabs(): void {
  chrome.tabs.onCreated.addListener((tab) => keep(created, tab));
  chrome.tabs.onUpdated.addListener((id, { discarded }) => {
    if (discarded === false) keep(loadedAgain, { id });
  });
}

function keep(among: Set<Happened>, tab: Happened["tab"]): void {
  const happened = { tab, at: performance.now() };
  among.add(happened);
  setTimeout(() => among.delete(happened), limits.newTabsKnownMilliseconds);
}

function isAmong(happened: Set<Happened>, { id }: chrome.tabs.Tab, asOf: number): boolean {
  return [...happened].some(({ tab, at }) => tab.id === id && isFresh(at, asOf));
}

function isFresh(at: number, asOf: number): boolean {
  return at > asOf - limits.newTabMilliseconds;
}

/** @param asOf by performance.now(): a browser that is kept busy may tell of the tab much later */
export function isNew(tab: chrome.tabs.Tab, asOf: number): boolean {
  return isAmong(created, tab, asOf);
}

/** Whether nobody can have left in it yet what isn't saved. @param asOf likewise */
export function isUntouched(tab: chrome.tabs.Tab, asOf: number): boolean {
  return isNew(tab, asOf) || tab.status === "unloaded" || isAmong(loadedAgain, tab, asOf);
}

/**
 * Closes what a page has opened by the user's press in it, a moment ago or still to come; with noopener, too. It can't ask to stay: nobody
 * has pressed into it yet.
 *
 * @param page its tab
 * @return ends it
 */
export function closeNew(page: number): () => void {
  const close = (tab: Happened["tab"]): void => {
    if (tab.openerTabId === page && tab.id !== undefined) void chrome.tabs.remove(tab.id).catch(() => undefined);
  };
  chrome.tabs.onCreated.addListener(close);
  const now = performance.now();
  for (const { tab, at } of created) if (isFresh(at, now)) close(tab);
  return () => chrome.tabs.onCreated.removeListener(close);
}

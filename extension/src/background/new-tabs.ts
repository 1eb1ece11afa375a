import { limits } from "../shared/limits.js";
import { Lately } from "./lately.js";
import { isOwnTab } from "./tabs.js";

const created = new Lately(limits.newTabMilliseconds);

/** Knows the tabs that were created a moment ago. */
export function watchNewTabs(): void {
  chrome.tabs.onCreated.addListener(({ id }) => {
    if (id !== undefined) created.add(id);
  });
}

export function isNew({ id }: chrome.tabs.Tab): boolean {
  return id !== undefined && created.has(id);
}

/**
 * Closes what a page has opened by the user's press in it, a moment ago or still to come: what it is the opener of, and what is in front.
 *
 * @param page its tab
 * @return ends it
 */
export function closeNew(page: number): () => void {
  const close = (tab: chrome.tabs.Tab): void => {
    const itsOwn = tab.openerTabId === page || tab.active;
    if (itsOwn && tab.id !== undefined && tab.id !== page && !isOwnTab(tab)) void chrome.tabs.remove(tab.id).catch(() => undefined);
  };
  chrome.tabs.onCreated.addListener(close);
  for (const id of created.ids) void chrome.tabs.get(id).then(close, () => undefined);
  return () => chrome.tabs.onCreated.removeListener(close);
}

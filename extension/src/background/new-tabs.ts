import { limits } from "../shared/limits.js";
import { Lately } from "./lately.js";
import { isOwnTab } from "./own-tab.js";

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
 * Closes every tab that was created a moment ago, and each that still comes: nobody who presses a button of ours has opened one meanwhile.
 *
 * @param spared the tab in which the button was pressed
 * @return ends it
 */
export function closeNew(spared: number): () => void {
  const close = (tab: chrome.tabs.Tab): void => {
    if (tab.id !== undefined && tab.id !== spared && !isOwnTab(tab)) void chrome.tabs.remove(tab.id).catch(() => undefined);
  };
  chrome.tabs.onCreated.addListener(close);
  for (const id of created.ids) void chrome.tabs.get(id).then(close, () => undefined);
  return () => chrome.tabs.onCreated.removeListener(close);
}

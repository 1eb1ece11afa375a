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
 * Closes every tab that was created a moment ago, and those that still come for a moment: nobody who presses a button of ours has
 * opened one meanwhile, and a page that keeps the browser busy is late.
 *
 * @param spared the tab in which the button was pressed
 */
export function closeNew(spared: number): void {
  const close = (tab: chrome.tabs.Tab): void => {
    if (tab.id !== undefined && tab.id !== spared && !isOwnTab(tab)) void chrome.tabs.remove(tab.id).catch(() => undefined);
  };
  chrome.tabs.onCreated.addListener(close);
  setTimeout(() => chrome.tabs.onCreated.removeListener(close), limits.afterPressMilliseconds);
  for (const id of created.ids) void chrome.tabs.get(id).then(close, () => undefined);
}

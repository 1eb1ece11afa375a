import { limits } from "../shared/limits.js";

const created = new Set<number>();

/** Knows the tabs that were created a moment ago. */
export function watchNewTabs(): void {
  chrome.tabs.onCreated.addListener(({ id }) => {
    if (id === undefined) return;
    created.add(id);
    setTimeout(() => created.delete(id), limits.newTabMilliseconds);
  });
}

export function isNew({ id }: chrome.tabs.Tab): boolean {
  return id !== undefined && created.has(id);
}

import { limits } from "../shared/limits.js";
import { Lately } from "./lately.js";

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

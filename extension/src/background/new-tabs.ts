import { limits } from "../shared/limits.js";
import type { Hub } from "./hub.js";
import { Lately } from "./lately.js";
import { isOwnTab, isUsersOwn } from "./own-tab.js";

const created = new Lately(limits.newTabMilliseconds);

/** Knows the tabs that were created a moment ago. A page in which something is asked opens none: its panel hears of it. */
export function watchNewTabs(hub: Hub): void {
  chrome.tabs.onCreated.addListener((tab) => {
    if (tab.id === undefined) return;
    created.add(tab.id);
    const asking = [...hub.flows.values()].find(({ place }) => "host" in place && place.id === tab.openerTabId);
    if (asking !== undefined && !isOwnTab(tab) && !isUsersOwn(tab)) asking.tellOpened();
  });
}

export function isNew({ id }: chrome.tabs.Tab): boolean {
  return id !== undefined && created.has(id);
}

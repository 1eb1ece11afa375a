import { ownTabPath, panelAddress, type Task } from "../shared/panel-address.js";
import type { BankTab } from "./gate.js";
import { isBankPage, unload } from "./own-tab.js";
import { whoMayRaise } from "./relatives.js";

/**
 * Asks in a tab of our own beside that of the bank's page, where no page has a say in what is typed. The bank's is unloaded first, so that it
 * has no moment for anything, until the user comes back to it; so are those that have to do with it and could raise a window over ours.
 */
export async function leavePage({ id, institution }: BankTab, task: Task): Promise<void> {
  const { index, windowId } = await chrome.tabs.get(id);
  const others = await raisers(id);
  const unloaded = await chrome.tabs.discard(id).catch(() => undefined);
  const url = panelAddress({ for: "task", code: institution, task }, ownTabPath);
  // A small window has no room for a second tab.
  const beside = (await chrome.windows.get(windowId)).type === "normal";
  const openerTabId = unloaded?.id ?? id;
  const { windowId: ours } = await chrome.tabs.create(beside ? { url, windowId, index: index + 1, openerTabId } : { url });
  await chrome.windows.update(ours, { focused: true });
  // A browser that unloads nothing that is in front does so now.
  const left = unloaded === undefined ? [id, ...others] : others;
  await Promise.allSettled(left.map(unload));
}

async function raisers(page: number): Promise<number[]> {
  const tabs = await chrome.tabs.query({});
  const ofBank = await Promise.all(tabs.map(async (tab) => ((await isBankPage(tab)) ? (tab.id ?? []) : [])));
  return whoMayRaise(page, tabs, new Set(ofBank.flat()));
}

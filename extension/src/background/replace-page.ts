import { ownTabPath, panelAddress, type Task } from "../shared/panel-address.js";
import type { BankTab } from "./gate.js";
import { isBankPage, openOwnTab, unload } from "./own-tab.js";
import { whoMayRaise } from "./relatives.js";

/**
 * Puts our own page in the place of the bank's, in the bank's tab: there no page has a say in what is typed. The bank's is a step back in
 * the tab's history. Pages that have to do with it and could raise a window over ours are unloaded until the user comes back to them.
 */
export async function replacePage({ id, institution }: BankTab, task: Task): Promise<void> {
  const others = await raisers(id);
  await chrome.tabs.update(id, { url: panelAddress({ for: "task", code: institution, task }, ownTabPath) });
  await Promise.allSettled(others.map(unload));
}

/** The same where the bank's tab is none for a page of ours: in another, with the choice of what to do. */
export async function leavePage({ id, institution }: BankTab): Promise<void> {
  const others = await raisers(id);
  await openOwnTab(institution);
  await Promise.allSettled([id, ...others].map(unload));
}

async function raisers(page: number): Promise<number[]> {
  const tabs = await chrome.tabs.query({});
  const ofBank = await Promise.all(tabs.map(async (tab) => ((await isBankPage(tab)) ? (tab.id ?? []) : [])));
  return whoMayRaise(page, tabs, new Set(ofBank.flat()));
}

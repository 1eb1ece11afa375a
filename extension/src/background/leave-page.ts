import { panelAddress, type Wish } from "../shared/panel-address.js";
import type { BankTab } from "./gate.js";
import { closeNew } from "./new-tabs.js";
import { whoMayRaise } from "./relatives.js";
import { bankPages, focusWindow, unload } from "./tabs.js";

/** Tabs that are just being left: a second press means the same. */
const leaving = new Set<number>();

/**
 * Opens a tab of our own beside that of the bank's page, where no page has a say in what is shown and typed. The bank's is unloaded first, so
 * that it has no moment for anything, until the user comes back to it; so are those that have to do with it and could raise a window over
 * ours. The press that has led here counts as one in the page, too: what it has opened by that is closed. Nothing is typed before another
 * press, in our tab.
 */
export async function leavePage(page: BankTab, wish: Wish): Promise<void> {
  if (leaving.has(page.id)) return;
  leaving.add(page.id);
  const endClosing = closeNew(page.id);
  try {
    await leave(page, wish);
  } finally {
    endClosing();
    leaving.delete(page.id);
  }
}

async function leave({ id, institution }: BankTab, wish: Wish): Promise<void> {
  // In this order, and at once: the page may keep the browser busy.
  const [tabs, unloaded] = await Promise.all([chrome.tabs.query({}), chrome.tabs.discard(id).catch(() => undefined)]);
  const left = unloaded?.id ?? id;
  await openBeside(
    tabs.find((tab) => tab.id === id),
    left,
    panelAddress({ for: "page", code: institution, wish }),
  );
  // Once more: a browser may unload nothing that is in front, or load what comes in front again when the page's own tab closes.
  await Promise.allSettled([left, ...(await raisers(id, tabs))].map(unload));
}

async function openBeside(page: chrome.tabs.Tab | undefined, openerTabId: number, url: string): Promise<void> {
  const beside = await createBeside(page, openerTabId, url).catch(() => undefined);
  const { windowId } = beside ?? (await chrome.tabs.create({ url }));
  await focusWindow(windowId);
}

/** Undefined where there is no such place: a small window has no room for a second tab. Rejects where it has gone meanwhile. */
async function createBeside(page: chrome.tabs.Tab | undefined, openerTabId: number, url: string): Promise<chrome.tabs.Tab | undefined> {
  if (page === undefined) return undefined;
  const { id, type } = await chrome.windows.get(page.windowId);
  if (type !== "normal") return undefined;
  return chrome.tabs.create({ url, windowId: id, index: page.index + 1, openerTabId });
}

async function raisers(page: number, tabs: readonly chrome.tabs.Tab[]): Promise<number[]> {
  const ofBank = (await bankPages(tabs)).flatMap(({ id }) => id ?? []);
  return whoMayRaise(page, tabs, new Set(ofBank));
}

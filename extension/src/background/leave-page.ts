import { closeNew } from "../shared/new-tabs.js";
import { notePage } from "../shared/page-beside.js";
import { panelAddress, type Purpose, type Wish } from "../shared/panel-address.js";
import { bringInFront, focusWindow, unload, type OwnTab } from "../shared/tabs.js";
import type { BankTab } from "./gate.js";
import { panelBeside } from "./own-tab.js";

/** Tabs that are just being left: a second press means the same. */
const leaving = new Set<number>();

/**
 * Opens a tab of our own beside that of the bank's page, where no page has a say in what is shown and typed. The bank's is unloaded first, so
 * that it has no moment for anything, until the user comes back to it. The press that has led here counts as one in the page, too: what it has
 * opened by that is closed. Nothing is typed before another press, in our tab, by which every other page is unloaded (panel/quiet.ts).
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
  // In this order, for the browser forgets who has opened whom, and at once: the page may keep it busy.
  const [tabs, unloaded, open] = await Promise.all([chrome.tabs.query({}), chrome.tabs.discard(id).catch(() => undefined), panelBeside(id, institution)]);
  const left = unloaded?.id ?? id;
  const page = tabs.find((tab) => tab.id === id);
  const opener = left === id ? undefined : left;
  const purpose: Purpose = { for: "page", code: institution, wish };
  try {
    const own = open === undefined ? await openBeside(page, opener, panelAddress(purpose)) : await showAgain(open, purpose);
    if (own !== undefined) await notePage(own, left);
  } catch {
    // Better the page as it was than nothing.
    await chrome.tabs.reload(left);
    return;
  }
  // Once more: a browser may unload nothing that is in front, or load it again as a small window of the page's closes.
  await unload(left).catch(() => undefined);
}

/** The user has gone back to the page without closing ours. An open flow stays. */
async function showAgain({ tab, purpose: before }: OwnTab, purpose: Purpose): Promise<number> {
  const url = panelAddress(purpose);
  if (panelAddress(before) !== url) await chrome.tabs.update(tab, { url });
  await bringInFront(tab);
  return tab;
}

/** @param openerTabId of the unloaded page, if that has another id now: else ours would seem opened by the page, and be closed */
async function openBeside(page: chrome.tabs.Tab | undefined, openerTabId: number | undefined, url: string): Promise<number | undefined> {
  const beside = await createBeside(page, openerTabId, url).catch(() => undefined);
  const { id, windowId } = beside ?? (await chrome.tabs.create({ url }));
  await focusWindow(windowId);
  return id;
}

/** Undefined where there is no such place: a small window has no room for a second tab. Rejects where it has gone meanwhile. */
async function createBeside(page: chrome.tabs.Tab | undefined, openerTabId: number | undefined, url: string): Promise<chrome.tabs.Tab | undefined> {
  if (page === undefined) return undefined;
  const { id, type } = await chrome.windows.get(page.windowId);
  if (type !== "normal") return undefined;
  return chrome.tabs.create({ url, windowId: id, index: page.index + 1, openerTabId });
}

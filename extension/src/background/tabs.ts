import { institutionOf } from "../shared/bank-origin.js";
import { panelPath } from "../shared/panel-address.js";
import { readPolicy } from "../shared/policy.js";

/** The tab, and its window. */
export async function bringInFront(tab: number): Promise<void> {
  const updated = await chrome.tabs.update(tab, { active: true });
  if (updated !== undefined) await focusWindow(updated.windowId);
}

export async function focusWindow(id: number): Promise<void> {
  await chrome.windows.update(id, { focused: true });
}

/** Beside a bank's page, it counts as one that the page has opened. */
export function isOwnTab({ pendingUrl, url }: chrome.tabs.Tab): boolean {
  return (pendingUrl ?? url ?? "").startsWith(chrome.runtime.getURL(panelPath));
}

/** Those that show a page of a bank's. */
export async function bankPages(tabs: readonly chrome.tabs.Tab[]): Promise<chrome.tabs.Tab[]> {
  const { institutions } = await readPolicy();
  return tabs.filter(({ url }) => url !== undefined && URL.canParse(url) && institutionOf(new URL(url).origin, institutions) !== undefined);
}

/** Until the user comes back to it. Never one of ours: the browser may name it as the opener of what was opened over it. */
export async function unload(id: number): Promise<void> {
  if (!isOwnTab(await chrome.tabs.get(id))) await chrome.tabs.discard(id);
}

/** The tab that has the keyboard, if one of this browser has it. */
export async function inFront(): Promise<chrome.tabs.Tab[]> {
  return chrome.tabs.query({ active: true, lastFocusedWindow: true });
}

import { panelPath } from "./panel-address.js";

/** Whether it shows our own page, or is about to. */
export function isOwnTab({ pendingUrl, url }: chrome.tabs.Tab): boolean {
  return (pendingUrl ?? url ?? "").startsWith(chrome.runtime.getURL(panelPath));
}

/** Until the user comes back to it. Never one of ours: the browser may name it as the opener of what was opened over it. */
export async function unload(id: number): Promise<void> {
  if (!isOwnTab(await chrome.tabs.get(id))) await chrome.tabs.discard(id);
}

/** The tab, and its window. */
export async function bringInFront(tab: number): Promise<void> {
  const updated = await chrome.tabs.update(tab, { active: true });
  if (updated !== undefined) await focusWindow(updated.windowId);
}

export async function focusWindow(id: number): Promise<void> {
  await chrome.windows.update(id, { focused: true });
}

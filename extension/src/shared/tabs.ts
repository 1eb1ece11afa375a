import { panelPath, purposeOf, type Purpose } from "./panel-address.js";

/** A tab in which our own page runs. */
export type OwnTab = { readonly tab: number; readonly purpose: Purpose };

/** By the browser's word on what runs there, not by an address, which a page that the browser blocked has, too. */
export async function ownTabs(): Promise<OwnTab[]> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ["TAB"] });
  const { address } = partsOf(chrome.runtime.getURL(panelPath));
  return contexts
    .map(({ documentUrl = "", tabId }) => ({ tab: tabId, ...partsOf(documentUrl) }))
    .filter((one) => one.address === address)
    .map(({ tab, hash }) => ({ tab, purpose: purposeOf(hash) }));
}

function partsOf(url: string): { address: string; hash: string } {
  const [address = "", hash] = url.split("#");
  return { address, hash: hash === undefined ? "" : `#${hash}` };
}

/** Until the user comes back to it. Never one of ours: the browser may name it as the opener of what was opened over it. */
export async function unload(id: number): Promise<void> {
  if (!(await ownTabs()).some(({ tab }) => tab === id)) await chrome.tabs.discard(id);
}

/** Unloaded first, it can't ask whether it may be left. That the browser would put in front, and never say how it ends. */
export async function close(id: number): Promise<void> {
  const unloaded = await chrome.tabs.discard(id).catch(() => undefined);
  void chrome.tabs.remove(unloaded?.id ?? id).catch(() => undefined);
}

/** Loads pages again that are unloaded, and in front in their windows, where they would stay white for a while. */
export async function wake(): Promise<void> {
  const white = await chrome.tabs.query({ active: true, discarded: true });
  await Promise.allSettled(white.flatMap(({ id }) => (id === undefined ? [] : [chrome.tabs.reload(id)])));
}

/** The tab, and its window. */
export async function bringInFront(tab: number): Promise<void> {
  const updated = await chrome.tabs.update(tab, { active: true });
  if (updated !== undefined) await focusWindow(updated.windowId);
}

export async function focusWindow(id: number): Promise<void> {
  await chrome.windows.update(id, { focused: true });
}

import { institutionOf } from "../shared/bank-origin.js";
import { panelAddress, panelPath, purposeOf, type Purpose } from "../shared/panel-address.js";
import { readPolicy } from "../shared/policy.js";

type Open = { readonly tab: number; readonly purpose: Purpose };

/** Shows our own page: in the tab that is open, or a new one. One beside a bank's page is for that institution alone. */
export async function openOwnTab(institution?: string): Promise<void> {
  const wanted: Purpose = institution === undefined ? { for: "choice" } : { for: "institution", code: institution };
  const url = panelAddress(wanted);
  const open = (await ownTabs()).find(({ purpose }) => purpose.for !== "page" || purpose.code === institution);
  if (open === undefined) {
    const { windowId } = await chrome.tabs.create({ url });
    await chrome.windows.update(windowId, { focused: true });
    return;
  }
  // Another # loads nothing anew: the panel hears of it, and goes there if no flow is open in it.
  if (institution !== undefined && open.purpose.for !== "page") await chrome.tabs.update(open.tab, { url });
  await bringInFront(open.tab);
}

/** The tab, and its window. */
export async function bringInFront(tab: number): Promise<void> {
  const updated = await chrome.tabs.update(tab, { active: true });
  if (updated !== undefined) await chrome.windows.update(updated.windowId, { focused: true });
}

async function ownTabs(): Promise<Open[]> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ["TAB"] });
  const [address] = chrome.runtime.getURL(panelPath).split("#");
  return contexts
    .map(({ documentUrl = "", tabId }) => ({ tab: tabId, ...partsOf(documentUrl) }))
    .filter((one) => one.address === address)
    .map(({ tab, hash }) => ({ tab, purpose: purposeOf(hash) }));
}

function partsOf(url: string): { address: string; hash: string } {
  const [address = "", hash] = url.split("#");
  return { address, hash: hash === undefined ? "" : `#${hash}` };
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

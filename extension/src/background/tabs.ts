import { institutionOf } from "../shared/bank-origin.js";
import { panelPath } from "../shared/panel-address.js";
import { readPolicy } from "../shared/policy.js";

/** Beside a bank's page, it counts as one that the page has opened. */
export function isOwnTab({ pendingUrl, url }: chrome.tabs.Tab): boolean {
  return (pendingUrl ?? url ?? "").startsWith(chrome.runtime.getURL(panelPath));
}

/** Those that show a page of a bank's. @param code of one institution's alone */
export async function bankPages(tabs: readonly chrome.tabs.Tab[], code?: string): Promise<chrome.tabs.Tab[]> {
  const { institutions } = await readPolicy();
  return tabs.filter(({ url }) => {
    const institution = url !== undefined && URL.canParse(url) ? institutionOf(new URL(url).origin, institutions) : undefined;
    return institution !== undefined && (code ?? institution) === institution;
  });
}

/** Until the user comes back to it. Never one of ours: the browser may name it as the opener of what was opened over it. */
export async function unload(id: number): Promise<void> {
  if (!isOwnTab(await chrome.tabs.get(id))) await chrome.tabs.discard(id);
}

/** The tab that has the keyboard, if one of this browser has it. */
export async function inFront(): Promise<chrome.tabs.Tab[]> {
  return chrome.tabs.query({ active: true, lastFocusedWindow: true });
}

import { institutionOf, isBuiltIn, type AddedOrigin } from "../shared/bank-origin.js";
import { pagePortName } from "../shared/page-messages.js";
import { panelPath } from "../shared/panel-address.js";
import { panelPortName } from "../shared/panel-messages.js";

/** A bank's page, as the browser reports it. id: of its tab; origin: what the host is told, see manifests/messages. */
export type BankTab = { readonly id: number; readonly origin: string; readonly institution: string };
/** A tab with our own page: it belongs to no institution yet. */
export type PanelTab = { readonly id: number; readonly origin: string };

/** The bank's page in whose top frame our content script is at the other end; undefined for everyone else. */
export function tabOfPage(port: chrome.runtime.Port, added: readonly AddedOrigin[]): BankTab | undefined {
  const { id, frameId, origin, url, tab } = port.sender ?? {};
  if (port.name !== pagePortName || id !== chrome.runtime.id || frameId !== 0) return undefined;
  return origin !== undefined && originOf(url) === origin ? bankTab(tab, origin, added) : undefined;
}

/** The tab that shows our own page, and nothing around it; undefined for everyone else. */
export function tabOfPanel(port: chrome.runtime.Port): PanelTab | undefined {
  const { id, frameId, origin, url, tab } = port.sender ?? {};
  if (port.name !== panelPortName || id !== chrome.runtime.id || frameId !== 0 || origin !== ownOrigin()) return undefined;
  return tab?.id !== undefined && isPanel(url) && isPanel(tab.url) ? { id: tab.id, origin: ownOrigin() } : undefined;
}

function bankTab(tab: chrome.tabs.Tab | undefined, origin: string, added: readonly AddedOrigin[]): BankTab | undefined {
  const institution = institutionOf(origin, added);
  if (tab?.id === undefined || institution === undefined) return undefined;
  return { id: tab.id, origin: isBuiltIn(origin) ? origin : ownOrigin(), institution };
}

function ownOrigin(): string {
  return `chrome-extension://${chrome.runtime.id}`;
}

function isPanel(url: string | undefined): boolean {
  return url?.split(/[?#]/)[0] === `${ownOrigin()}/${panelPath}`;
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

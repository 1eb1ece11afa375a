import { institutionOf, isBuiltIn, type AddedOrigin } from "../shared/bank-origin.js";
import { pagePortName } from "../shared/page-messages.js";
import { ownTabPath, panelPath } from "../shared/panel-address.js";
import { panelPortName } from "../shared/panel-messages.js";

/** A bank's page, as the browser reports it. id: of its tab; origin: what the host is told, see manifests/messages. */
export type BankTab = { readonly id: number; readonly origin: string; readonly host: string; readonly institution: string };
/** Our own page in a tab, opened from the toolbar or from a bank's page: it belongs to no institution yet. id: of its tab. */
export type OwnTab = { readonly id: number; readonly origin: string };
export type PanelPlace = BankTab | OwnTab;

/** The bank's page in whose top frame our content script is at the other end; undefined for everyone else. */
export function tabOfPage(port: chrome.runtime.Port, added: readonly AddedOrigin[]): BankTab | undefined {
  const { id, frameId, origin, url, tab } = port.sender ?? {};
  if (port.name !== pagePortName || id !== chrome.runtime.id || frameId !== 0) return undefined;
  return originOf(url) === origin ? bankTab(tab, origin, added) : undefined;
}

/** Where our panel page is shown: in a bank's page, or in a tab of its own; undefined for everyone else. */
export function placeOfPanel(port: chrome.runtime.Port, added: readonly AddedOrigin[]): PanelPlace | undefined {
  const { id, frameId, url, tab } = port.sender ?? {};
  if (port.name !== panelPortName || id !== chrome.runtime.id) return undefined;
  if (tab?.id === undefined) return undefined;
  if (frameId === 0 && isOurs(url, ownTabPath) && isOurs(tab.url, ownTabPath)) return { id: tab.id, origin: ownOrigin() };
  return isOurs(url, panelPath) ? bankTab(tab, originOf(tab.url), added) : undefined;
}

function bankTab(tab: chrome.tabs.Tab | undefined, origin: string | undefined, added: readonly AddedOrigin[]): BankTab | undefined {
  if (tab?.id === undefined || origin === undefined) return undefined;
  const institution = institutionOf(origin, added);
  if (institution === undefined) return undefined;
  return { id: tab.id, origin: isBuiltIn(origin) ? origin : ownOrigin(), host: new URL(origin).host, institution };
}

function ownOrigin(): string {
  return `chrome-extension://${chrome.runtime.id}`;
}

/** Framed through its dynamic address, the panel still reports the extension's own id. */
function isOurs(url: string | undefined, path: string): boolean {
  return url?.split(/[?#]/)[0] === `${ownOrigin()}/${path}`;
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

import { institutionOf } from "../shared/bank-origin.js";
import { pagePortName, panelPortName } from "../shared/panel-messages.js";

const panelPath = "/src/panel/panel.html";

/** A bank's tab, as the browser reports it. */
export type BankTab = { origin: string; host: string; institution: string };

/** Whether our content script in the top frame of a bank's page is at the other end. */
export function isBankPage(port: chrome.runtime.Port): boolean {
  const { id, frameId, origin, url } = port.sender ?? {};
  return (
    port.name === pagePortName &&
    id === chrome.runtime.id &&
    frameId === 0 &&
    origin !== undefined &&
    institutionOf(origin) !== undefined &&
    originOf(url) === origin
  );
}

/** The bank's tab that our panel page is shown in; undefined for everyone else. */
export function tabOfPanel(port: chrome.runtime.Port): BankTab | undefined {
  const { id, url, tab } = port.sender ?? {};
  if (port.name !== panelPortName || id !== chrome.runtime.id || !isPanelPage(url)) return undefined;
  const origin = originOf(tab?.url);
  const institution = institutionOf(origin ?? "");
  if (origin === undefined || institution === undefined) return undefined;
  return { origin, host: new URL(origin).host, institution };
}

/** Framed through its dynamic address, the panel still reports the extension's own id. */
function isPanelPage(url: string | undefined): boolean {
  return url?.split(/[?#]/)[0] === `chrome-extension://${chrome.runtime.id}${panelPath}`;
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

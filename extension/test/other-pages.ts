/** The panel in a browser in which other pages run: two of them, 8 and 9. */
import { lists, open, prepareApp, press } from "./app.js";
import { fakeBrowser, ownId, settled } from "./fake-chrome.js";

export const ours = `chrome-extension://${ownId}/src/panel/panel.html`;
const options = `chrome-extension://${ownId}/src/options/options.html`;

/** Before every test. */
export function preparePages(): void {
  prepareApp();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().openTabs = [
    { id: 7, active: true, url: `${ours}#9999-certificates` },
    { id: 8, windowId: 2, active: true, url: "https://example.jp/" },
    { id: 9, url: options },
    { id: 10, discarded: true },
    { id: 11, status: "unloaded" },
  ];
  fakeBrowser().contexts = [
    { documentUrl: `${ours}#9999-certificates`, tabId: 7, windowId: 1 },
    { documentUrl: options, tabId: 9, windowId: 1 },
  ];
}

/** The tabs that were unloaded. */
export const unloaded = (): number[] => [...fakeBrowser().discardedTabs].sort((a, b) => a - b);

export async function presses(action: string): Promise<void> {
  press(action);
  await settled();
}

/** Presses 証明書発行 in an empty list, and agrees that the others are unloaded. */
export async function begins(): Promise<void> {
  open();
  lists();
  await presses("issue");
  await presses("continue");
}

/** As the user does who has looked at another page meanwhile. */
export function comesBack(): void {
  window.dispatchEvent(new Event("focus"));
}

/** The browser takes its time. @return tells it to go on */
export function unloadsOnlyOnceTold(): () => void {
  const { discard } = chrome.tabs;
  let told: () => void = () => undefined;
  const slow = new Promise<void>((done) => (told = done));
  Object.assign(chrome.tabs, { discard: (id: number) => slow.then(() => discard(id)) });
  return told;
}

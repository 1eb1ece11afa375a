/** The service worker: the only part that talks to the host. */
import { parsePanelRequest } from "../shared/panel-messages.js";
import { fromPanel } from "./from-panel/index.js";
import { isBankPage, tabOfPanel } from "./gate.js";
import { hello } from "./hello.js";
import { Hub } from "./hub.js";
import { PanelSession } from "./panel-session.js";

const hub = new Hub(hello);

chrome.runtime.onConnect.addListener((port) => {
  if (isBankPage(port)) return welcomePage(port);
  const tab = tabOfPanel(port);
  if (tab === undefined) return port.disconnect();
  welcomePanel(port, new PanelSession(tab, port));
});

function welcomePage(port: chrome.runtime.Port): void {
  port.onDisconnect.addListener(() => hub.removePage(port));
  hub.addPage(port);
}

function welcomePanel(port: chrome.runtime.Port, panel: PanelSession): void {
  port.onMessage.addListener((message: unknown) => {
    const request = parsePanelRequest(message);
    if (request !== undefined) return fromPanel(hub, panel, request);
    // The end that disconnects hears nothing of it.
    port.disconnect();
    hub.removePanel(panel);
  });
  port.onDisconnect.addListener(() => hub.removePanel(panel));
  hub.addPanel(panel);
}

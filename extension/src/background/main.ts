/** The service worker: the only part that talks to the host. */
import { pageReplaced } from "../shared/page-beside.js";
import { watchNewTabs } from "../shared/new-tabs.js";
import { readPolicy } from "../shared/policy.js";
import { AwaitingRestart } from "./awaiting-restart.js";
import { showBadge } from "./badge.js";
import { CheckUp } from "./check-up.js";
import { syncContentScripts } from "./content-scripts.js";
import { fromPage } from "./from-page.js";
import { fromPanel } from "./from-panel/index.js";
import { tabOfPage, tabOfPanel, type BankTab, type PanelTab } from "./gate.js";
import { hello } from "./hello.js";
import { Hub } from "./hub.js";
import { institutionOfNotification } from "./notifications.js";
import { PageSession } from "./page-session.js";
import { PanelSession } from "./panel-session.js";
import { openOwnTab } from "./own-tab.js";
import { parsePanelRequest } from "../shared/panel-messages.js";
import { toolbarPressed } from "./toolbar.js";

const pages = new Set<PageSession>();
const restart = new AwaitingRestart(() => {
  for (const page of pages) page.tell({ notes: restart.notes(page.tab.institution) });
  void showBadge(restart.restartWanted);
});
const hub = new Hub(hello, restart, () => void checkUp.run());
const checkUp = new CheckUp(hub);
/** Nobody is let in before what was stored is known. */
const loaded = Promise.all([restart.load(), hub.underway.load()]);
let policy = loaded.then(readPolicy);
// The bank's pages, where our content script runs, have no business with what is stored.
void chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });

chrome.runtime.onConnect.addListener((port) => {
  let gone = false;
  port.onDisconnect.addListener(() => (gone = true));
  void policy.then(({ institutions }) => {
    if (gone) return;
    const page = tabOfPage(port, institutions);
    if (page !== undefined) return welcomePage(port, page);
    const panel = tabOfPanel(port);
    if (panel === undefined) return port.disconnect();
    welcomePanel(port, panel);
  });
});

function welcomePage(port: chrome.runtime.Port, tab: BankTab): void {
  const page = new PageSession(tab, port);
  pages.add(page);
  port.onMessage.addListener((message: unknown) => fromPage(hub, page, message));
  port.onDisconnect.addListener(() => {
    pages.delete(page);
    hub.removePage(page);
  });
  page.tell({ notes: restart.notes(tab.institution) });
}

function welcomePanel(port: chrome.runtime.Port, tab: PanelTab): void {
  const panel = new PanelSession(tab, port);
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

watchNewTabs();
chrome.action.onClicked.addListener((tab) => void toolbarPressed(tab));

chrome.notifications.onClicked.addListener((id) => {
  void chrome.notifications.clear(id);
  void openOwnTab(institutionOfNotification(id));
});

chrome.tabs.onReplaced.addListener((now, before) => void pageReplaced(before, now));

chrome.windows.onRemoved.addListener(() => void noteLastWindow());

async function noteLastWindow(): Promise<void> {
  await policy;
  if ((await chrome.windows.getAll()).length === 0) restart.everyWindowClosed();
}

/** Also sets the alarm again: those of an unpacked extension are lost at a restart. */
async function begin(): Promise<void> {
  await chrome.alarms.create("daily", { periodInMinutes: 24 * 60 });
  await policy;
  await syncContentScripts();
  await checkUp.run();
}

chrome.runtime.onStartup.addListener(() => void begin());
chrome.runtime.onInstalled.addListener(() => void begin());
chrome.alarms.onAlarm.addListener(() => void policy.then(() => checkUp.run()));
chrome.permissions.onAdded.addListener(() => void syncContentScripts());
chrome.permissions.onRemoved.addListener(() => void syncContentScripts());
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "managed") {
    policy = loaded.then(readPolicy);
    void syncContentScripts();
  }
  if (area === "managed" || "notifications" in changes) void policy.then(() => checkUp.run());
});

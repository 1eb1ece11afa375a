import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser, idUnloaded, nativePort, ownId, settled } from "../../test/fake-chrome.js";
import { bankTab, hub, openPanel, startHub } from "../../test/hub.js";
import { limits } from "../shared/limits.js";
import type { PanelRequest } from "../shared/panel-messages.js";
import { watchNewTabs } from "./new-tabs.js";

const ours = `chrome-extension://${ownId}/src/panel/tab.html`;
const bank = "https://www.cc9999.bizsol.anser.ne.jp/";
const other = "https://example.jp/";
const renewal: PanelRequest = { type: "renew", certificate: "9f86d081884c7d65" };
const left = idUnloaded(bankTab.id);

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().openTabs = [
    { id: 6, url: other },
    { id: bankTab.id, index: 3, openerTabId: 6, windowId: 4, url: `${bankTab.origin}/` },
    { id: 8, url: bank },
    { id: 9, openerTabId: bankTab.id, url: other },
    { id: 10, openerTabId: 9, url: other },
    { id: 11, url: other },
  ];
  watchNewTabs();
});
afterEach(() => {
  // What was created a moment ago is forgotten.
  vi.runAllTimers();
  vi.useRealTimers();
});

const unloaded = (): number[] => [...fakeBrowser().discardedTabs].sort((a, b) => a - b);

async function asks(request: PanelRequest): Promise<void> {
  openPanel(bankTab).asks(request);
  await settled();
}

test.each<[string, PanelRequest, string]>([
  ["issued", { type: "issue" }, "2235-issue"],
  ["renewed", renewal, "2235-renewal-9f86d081884c7d65"],
])("a certificate to be %s is asked for in a tab right beside the bank's, which knows for whom and what, and leads back to it", async (_, request, word) => {
  await asks(request);
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#${word}`, windowId: 4, index: 4, openerTabId: left }]);
  expect(fakeBrowser().focusedWindows).toEqual([4]);
});

test("from a small window, which has no room for it, it is asked for in another", async () => {
  fakeBrowser().popups = [4];
  await asks({ type: "issue" });
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-issue` }]);
});

test.each<PanelRequest>([{ type: "issue" }, renewal])("in the bank's page nothing is begun at the host: $type", async (request) => {
  await asks(request);
  expect(nativePort().sent.map((message) => (message as { type: string }).type)).toEqual(["hello", "list"]);
  expect(hub.flows.size).toBe(0);
});

test("the bank's page is unloaded before anything else: it has no moment to answer in", async () => {
  const order: string[] = [];
  const { create, discard } = chrome.tabs;
  Object.assign(chrome.tabs, {
    create: (tab: { url: string }) => (order.push("ours"), create(tab)),
    discard: (id: number) => (order.push(`unloaded ${String(id)}`), discard(id)),
  });
  await asks(renewal);
  expect(order.slice(0, 2)).toEqual(["unloaded 7", "ours"]);
});

test("the bank's page and those that could raise a window over ours are unloaded, and no other", async () => {
  await asks({ type: "issue" });
  expect(unloaded()).toEqual([6, bankTab.id, 8, 9, left]);
  expect(fakeBrowser().closedTabs).toEqual([]);
});

test("where a browser unloads nothing that is in front, the page is unloaded once ours is there", async () => {
  let inFront = true;
  const { create, discard } = chrome.tabs;
  Object.assign(chrome.tabs, {
    create: (tab: { url: string }) => ((inFront = false), create(tab)),
    discard: (id: number) => (inFront ? Promise.reject(new Error("Cannot discard tab")) : discard(id)),
  });
  await asks({ type: "issue" });
  expect(fakeBrowser().tabs[0]).toMatchObject({ openerTabId: bankTab.id });
  expect(unloaded()).toContain(bankTab.id);
});

test("a tab of ours isn't unloaded, though the bank's page was opened from it", async () => {
  fakeBrowser().openTabs[0] = { id: 6, url: `${ours}#2235` };
  await asks({ type: "issue" });
  expect(unloaded()).not.toContain(6);
});

test("what has come up just before the press, or comes a moment later, is closed; later it is the user's own", async () => {
  fakeBrowser().tabCreated.fire({ id: 10 });
  await asks({ type: "issue" });
  fakeBrowser().tabCreated.fire({ id: 31, url: other });
  fakeBrowser().tabCreated.fire({ id: 32, pendingUrl: `${ours}#2235-issue` });
  expect(fakeBrowser().closedTabs).toEqual([10, 31]);
  vi.advanceTimersByTime(limits.afterPressMilliseconds);
  fakeBrowser().tabCreated.fire({ id: 33, url: other });
  expect(fakeBrowser().closedTabs).toEqual([10, 31]);
});

test("the bank's own tab isn't closed, however new it is", async () => {
  fakeBrowser().tabCreated.fire({ id: bankTab.id });
  await asks({ type: "issue" });
  expect(fakeBrowser().closedTabs).toEqual([]);
});

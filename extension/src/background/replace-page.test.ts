import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser, nativePort, ownId, settled } from "../../test/fake-chrome.js";
import { bankTab, hub, openPanel, startHub } from "../../test/hub.js";
import type { PanelRequest } from "../shared/panel-messages.js";
import { leavePage } from "./replace-page.js";

const ours = `chrome-extension://${ownId}/src/panel/tab.html`;
const bank = "https://www.cc9999.bizsol.anser.ne.jp/";
const other = "https://example.jp/";
const renewal: PanelRequest = { type: "renew", certificate: "9f86d081884c7d65" };

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().openTabs = [
    { id: 6, url: other },
    { id: bankTab.id, openerTabId: 6, url: `${bankTab.origin}/` },
    { id: 8, url: bank },
    { id: 9, openerTabId: bankTab.id, url: other },
    { id: 10, openerTabId: 9, url: other },
    { id: 11, url: other },
  ];
});
afterEach(() => vi.useRealTimers());

const unloaded = (): number[] => [...fakeBrowser().discardedTabs].sort((a, b) => a - b);

async function asks(request: PanelRequest): Promise<void> {
  openPanel(bankTab).asks(request);
  await settled();
}

test.each<[string, PanelRequest, string]>([
  ["issued", { type: "issue" }, "2235-issue"],
  ["renewed", renewal, "2235-renewal-9f86d081884c7d65"],
])("a certificate to be %s leads the bank's own tab to our page, which knows for whom and what", async (_, request, word) => {
  const update = vi.spyOn(chrome.tabs, "update");
  await asks(request);
  expect(update).toHaveBeenCalledExactlyOnceWith(bankTab.id, { url: `${ours}#${word}` });
});

test.each<PanelRequest>([{ type: "issue" }, renewal])("in the bank's page nothing is begun at the host: $type", async (request) => {
  await asks(request);
  expect(nativePort().sent.map((message) => (message as { type: string }).type)).toEqual(["hello", "list"]);
  expect(hub.flows.size).toBe(0);
});

test("pages that could raise a window over ours are unloaded, and no other; the bank's own is replaced", async () => {
  await asks({ type: "issue" });
  expect(unloaded()).toEqual([6, 8, 9]);
  expect(fakeBrowser().closedTabs).toEqual([]);
});

test("who has opened the bank's page is unloaded only once ours is on its way: there is no gap between", async () => {
  const order: string[] = [];
  const notes = (what: string) => (): Promise<unknown> => Promise.resolve(order.push(what));
  Object.assign(chrome.tabs, { update: notes("ours"), discard: notes("unloaded") });
  await asks(renewal);
  expect(order).toEqual(["ours", "unloaded", "unloaded", "unloaded"]);
});

test("a tab of ours isn't unloaded, though the bank's page was opened from it", async () => {
  fakeBrowser().openTabs[0] = { id: 6, url: `${ours}#2235` };
  await asks({ type: "issue" });
  expect(unloaded()).toEqual([8, 9]);
});

test("a page that can't be unloaded keeps none of the others", async () => {
  const discard = chrome.tabs.discard.bind(chrome.tabs);
  Object.assign(chrome.tabs, { discard: (id: number) => (id === 6 ? Promise.reject(new Error("Cannot discard tab")) : discard(id)) });
  await asks({ type: "issue" });
  expect(unloaded()).toEqual([8, 9]);
});

test("a page whose tab is none for ours is left for another tab, for the same institution, and unloaded with the others", async () => {
  await leavePage(bankTab);
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235` }]);
  expect(unloaded()).toEqual([6, bankTab.id, 8, 9]);
});

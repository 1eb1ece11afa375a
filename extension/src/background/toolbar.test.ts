import { beforeEach, expect, test } from "vitest";
import { fakeBrowser, installFakeChrome, ownId } from "../../test/fake-chrome.js";
import { openOwnTab } from "./own-tab.js";
import { toolbarPressed } from "./toolbar.js";

const panel = "about:blank#/src/panel/panel.html";
const tab = { id: 5 } as chrome.tabs.Tab;

beforeEach(() => installFakeChrome());

test("on a page of the bank's that we know the press is that page's to tell", async () => {
  fakeBrowser().knowsPage = true;
  await toolbarPressed(tab);
  expect(fakeBrowser().tabs).toEqual([]);
});

test("everywhere else it opens our own page", async () => {
  await toolbarPressed(tab);
  expect(fakeBrowser().tabs).toEqual([{ url: panel }]);
});

const address = `chrome-extension://${ownId}/src/panel/panel.html`;

/** Our own page is open there. */
function isOpen(hash: string, tabId = 9): void {
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().contexts.push({ documentUrl: address + hash, tabId, windowId: 2 });
  fakeBrowser().openTabs.push({ id: tabId, windowId: 2 });
}

test("a new tab comes in front, and so does its window", async () => {
  await openOwnTab();
  expect(fakeBrowser().focusedWindows).toEqual([1]);
});

test.each([
  ["", undefined],
  ["#2235", undefined],
  ["#2235-renewal", "2235"],
])("one that is open already (%j) comes in front as it is, for %s", async (hash, institution) => {
  isOpen(hash);
  await openOwnTab(institution);
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 9" }]);
  expect(fakeBrowser().focusedWindows).toEqual([2]);
});

test.each(["", "#2224"])("for an institution one that is open already (%j) is sent there", async (hash) => {
  isOpen(hash);
  await openOwnTab("2235");
  expect(fakeBrowser().tabs).toEqual([{ url: `${address}#2235` }, { url: "tab 9" }]);
});

test.each([
  ["another institution", "2235", "#2235"],
  ["the choice of one", undefined, ""],
])("one beside a bank's page isn't used for %s", async (_, institution, hash) => {
  isOpen("#2224-certificates");
  await openOwnTab(institution);
  expect(fakeBrowser().tabs).toEqual([{ url: address + hash }]);
});

test("beside one of those, the user's own is used", async () => {
  isOpen("#2224-certificates");
  isOpen("#2235", 10);
  await openOwnTab("2235");
  expect(fakeBrowser().tabs).toEqual([{ url: `${address}#2235` }, { url: "tab 10" }]);
});

test("another page of ours is no such tab", async () => {
  isOpen("");
  fakeBrowser().contexts = [{ documentUrl: `chrome-extension://${ownId}/src/options/options.html`, tabId: 9, windowId: 2 }];
  await openOwnTab();
  expect(fakeBrowser().tabs).toEqual([{ url: address }]);
});

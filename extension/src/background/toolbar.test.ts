import { beforeEach, expect, test } from "vitest";
import { fakeBrowser, installFakeChrome } from "../../test/fake-chrome.js";
import { openOwnTab } from "./own-tab.js";
import { toolbarPressed } from "./toolbar.js";

const panel = "about:blank#/src/panel/tab.html";
const tab = { id: 5 } as chrome.tabs.Tab;

beforeEach(() => installFakeChrome());

test("on a recognised bank page the panel opens there, and no tab", async () => {
  fakeBrowser().opensPanel = true;
  await toolbarPressed(tab);
  expect(fakeBrowser().tabs).toEqual([]);
});

test("everywhere else it opens in a tab of its own", async () => {
  await toolbarPressed(tab);
  expect(fakeBrowser().tabs).toEqual([{ url: panel }]);
});

test.each([
  ["new", []],
  ["open already", [{ documentUrl: panel.split("#")[0] ?? "", tabId: 9, windowId: 2 }]],
])("a tab that is %s comes in front, and so does its window", async (_, contexts) => {
  chrome.runtime.getURL = () => panel.split("#")[0] ?? "";
  fakeBrowser().contexts = contexts;
  fakeBrowser().openTabs = [{ id: 9, windowId: 2 }];
  await openOwnTab();
  expect(fakeBrowser().focusedWindows).toEqual([contexts.length === 0 ? 1 : 2]);
});

test("a tab that is open already is shown, and another page of ours is no such tab", async () => {
  const context = { documentUrl: panel.split("#")[0] ?? "", tabId: 9, windowId: 1 };
  fakeBrowser().contexts = [{ ...context, documentUrl: "about:blank/options", tabId: 3 }];
  chrome.runtime.getURL = () => context.documentUrl;
  await openOwnTab();
  expect(fakeBrowser().tabs).toEqual([{ url: context.documentUrl }]);
  fakeBrowser().contexts = [{ ...context, documentUrl: `${context.documentUrl}#2235` }];
  await openOwnTab();
  await openOwnTab("2235");
  const asked = { url: `${context.documentUrl}#2235` };
  expect(fakeBrowser().tabs.slice(1)).toEqual([{ url: "tab 9" }, asked, { url: "tab 9" }]);
});

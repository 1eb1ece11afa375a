import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser, idUnloaded, installFakeChrome, ownId, type OpenTab } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import type { OwnPlace } from "./own-place.js";

const ours = { id: 30, url: `chrome-extension://${ownId}/src/panel/panel.html#2235` };
const own = { tab: ours.id, window: 1 };
type Fate = "ends" | "behind";
let comeBack: (own: OwnPlace, fate: Fate, window?: number) => Promise<void>;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  installFakeChrome();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().openTabs = [ours];
  fakeBrowser().contexts = [{ documentUrl: ours.url, tabId: ours.id, windowId: 1 }];
  (await import("../shared/new-tabs.js")).watchNewTabs();
  ({ comeBack } = await import("./come-back.js"));
});
afterEach(() => vi.useRealTimers());

/** Something comes up over our own page, and that says so. */
async function comesUp(tab: OpenTab, fate: Fate = "ends"): Promise<void> {
  fakeBrowser().front = [tab];
  await comeBack(own, fate);
}

function isOpened(tab: OpenTab): void {
  fakeBrowser().tabCreated.fire(tab);
}

test.each<[string, number | undefined, number[]]>([
  ["in our window, it comes in front alone: the window may be behind a program's beside the browser", 1, []],
  ["in another, it comes in front with its window", 2, [1]],
  ["in whatever window, likewise", undefined, [1]],
])("where something has come up %s", async (_, window, focused) => {
  fakeBrowser().front = [{ id: 31 }];
  await comeBack(own, "ends", window);
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().focusedWindows).toEqual(focused);
  expect(fakeBrowser().discardedTabs).toEqual([31]);
});

test("nothing is asked before it comes in front: a browser that a worker keeps busy answers late", () => {
  Object.assign(chrome.tabs, { query: () => new Promise(() => undefined) });
  void comeBack(own, "ends");
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().focusedWindows).toEqual([1]);
});

test("where a tab can't be put in front just now, what has come up is put away all the same", async () => {
  Object.assign(chrome.tabs, { update: () => Promise.reject(new Error("Tabs cannot be edited right now")) });
  await comesUp({ id: 31 });
  expect(fakeBrowser().discardedTabs).toEqual([31]);
});

test("what was just opened over it is closed, and who has opened that is unloaded", async () => {
  isOpened({ id: 31, openerTabId: 7 });
  await comesUp({ id: 31, openerTabId: 7 });
  expect(fakeBrowser().closedTabs).toEqual([idUnloaded(31)]);
  expect(fakeBrowser().discardedTabs).toEqual([31, 7]);
});

test("it isn't asked whether it may be left: of a page that stays the browser never says that it is closed, and the next one would go unhindered", async () => {
  Object.assign(chrome.tabs, { remove: () => new Promise(() => undefined) });
  isOpened({ id: 31 });
  await comesUp({ id: 31 });
  await comesUp({ id: 32 });
  expect(fakeBrowser().discardedTabs).toEqual([31, 32]);
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }, { url: "tab 30" }]);
});

test("a tab of our own is neither closed nor unloaded, though the browser says that it has opened what was put over it", async () => {
  isOpened({ id: 31, openerTabId: 30 });
  await comesUp({ id: 31, openerTabId: 30 });
  isOpened(ours);
  await comesUp(ours);
  expect(fakeBrowser().closedTabs).toEqual([idUnloaded(31)]);
  expect(fakeBrowser().discardedTabs).toEqual([31]);
});

test("a tab that was there before is unloaded, and who has opened it", async () => {
  const other = { id: 31, openerTabId: 7, url: "https://example.jp/" };
  isOpened(other);
  vi.advanceTimersByTime(limits.newTabMilliseconds);
  await comesUp(other);
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().discardedTabs).toEqual([31, 7]);
  expect(fakeBrowser().closedTabs).toEqual([]);
});

test("where the user may have gone to it on purpose, it is put behind, and keeps what isn't saved", async () => {
  await comesUp({ id: 32, status: "complete" }, "behind");
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().closedTabs).toEqual([]);
  expect(fakeBrowser().discardedTabs).toEqual([]);
});

test.each<[string, OpenTab, () => unknown]>([
  ["was loaded again by coming up", { id: 32, status: "complete", openerTabId: 7 }, () => fakeBrowser().tabUpdated.fire(32, { discarded: false })],
  ["isn't loaded at all", { id: 32, status: "unloaded" }, () => undefined],
  ["was just opened", { id: 32, status: "complete", openerTabId: 7 }, () => isOpened({ id: 32 })],
])("what %s has nothing in it yet: it doesn't run on behind, from where it would fight its way back; who has opened it keeps what isn't saved", async (_, tab, happens) => {
  happens();
  await comesUp(tab, "behind");
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().discardedTabs).toEqual([32]);
});

test("that it was just opened is known though a browser that a worker keeps busy says much later what is in front", async () => {
  const { query } = chrome.tabs;
  Object.assign(chrome.tabs, {
    query: async (what: chrome.tabs.QueryInfo) => {
      await vi.advanceTimersByTimeAsync(2 * limits.newTabMilliseconds);
      return query(what);
    },
  });
  isOpened({ id: 31 });
  await comesUp({ id: 31, status: "complete" }, "behind");
  expect(fakeBrowser().closedTabs).toEqual([idUnloaded(31)]);
});

test("a tab that only has our address isn't ours", async () => {
  await comesUp({ ...ours, id: 31 });
  expect(fakeBrowser().discardedTabs).toEqual([31]);
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser, FakePort, idUnloaded, ownId, settled } from "../../test/fake-chrome.js";
import { bankTab, hub, newPage, startHub } from "../../test/hub.js";
import { limits } from "../shared/limits.js";
import { watchNewTabs } from "../shared/new-tabs.js";
import { notePage } from "../shared/page-beside.js";
import type { Wish } from "../shared/panel-address.js";
import { fromPage } from "./from-page.js";
import { PageSession } from "./page-session.js";

const ours = `chrome-extension://${ownId}/src/panel/panel.html`;
const bank = "https://www.cc2235.bizsol.anser.ne.jp/other";
const other = "https://example.jp/";
const page = bankTab.id;
const left = idUnloaded(page);

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().openTabs = [
    { id: 6, url: other },
    { id: page, index: 3, openerTabId: 6, windowId: 4, url: `${bankTab.origin}/` },
    { id: 8, url: bank },
    { id: 9, openerTabId: page, url: other },
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

/** A button of ours is pressed in the page. */
async function asks(wish: Wish = "certificates"): Promise<void> {
  fromPage(hub, newPage(), { type: "open", wish });
  await settled();
}

const unloaded = (): number[] => [...fakeBrowser().discardedTabs].sort((a, b) => a - b);

/** What the browser does from now on, in this order; it takes its time to unload. */
function watch(): string[] {
  const order: string[] = [];
  const { create, discard } = chrome.tabs;
  const { update } = chrome.windows;
  Object.assign(chrome.tabs, {
    create: (tab: { url: string }) => (order.push("ours"), create(tab)),
    discard: async (id: number) => {
      await new Promise((done) => setTimeout(done, 10));
      order.push(`unloaded ${String(id)}`);
      return discard(id);
    },
  });
  Object.assign(chrome.windows, { update: (id: number, how: object) => (order.push("in front"), update(id, how)) });
  return order;
}

const rejects = (): Promise<undefined> => Promise.reject(new Error("Cannot discard tab"));
const answersNothing = (): Promise<undefined> => Promise.resolve(undefined);

/** Some tabs can't be unloaded. */
function keeps(kept: (id: number) => boolean, how = rejects): void {
  const { discard } = chrome.tabs;
  Object.assign(chrome.tabs, { discard: (id: number) => (kept(id) ? how() : discard(id)) });
}

test.each<Wish>(["certificates", "renewal", "restart"])("our own page opens in a tab right beside the bank's, and knows for whom and what: %s", async (wish) => {
  await asks(wish);
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-${wish}`, windowId: 4, index: 4, openerTabId: left }]);
  expect(fakeBrowser().focusedWindows).toEqual([4]);
});

test.each([{ type: "open" }, { type: "open", wish: "issue" }, { type: "open", wish: "renewal", more: 1 }])("what our script never says opens nothing: %j", async (message) => {
  fromPage(hub, newPage(), message);
  await settled();
  expect(fakeBrowser().tabs).toEqual([]);
  expect(unloaded()).toEqual([]);
});

test("from a small window, which has no room for it, ours opens in another, which comes in front", async () => {
  fakeBrowser().popups = [4];
  await asks();
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-certificates` }]);
  expect(fakeBrowser().focusedWindows).toEqual([1]);
  expect(unloaded()).toContain(page);
});

test("the bank's page is unloaded before anything else: it has no moment to answer in; and once more when ours is there", async () => {
  const order = watch();
  await asks("renewal");
  await vi.advanceTimersByTimeAsync(100);
  expect(order).toEqual([`unloaded ${page}`, "ours", "in front", `unloaded ${left}`]);
});

test("the bank's page is unloaded, and no other: nothing is typed yet", async () => {
  await asks();
  expect(unloaded()).toEqual([page, left]);
  expect(fakeBrowser().closedTabs).toEqual([]);
});

test.each([
  ["rejects", rejects],
  ["answers nothing", answersNothing],
])("where a browser unloads nothing that is in front, and %s, ours is opened all the same, and the page unloaded after", async (_, how) => {
  keeps(() => fakeBrowser().tabs.length === 0, how);
  await asks();
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-certificates`, windowId: 4, index: 4 }]);
  expect(fakeBrowser().focusedWindows).toEqual([4]);
  expect(unloaded()).toEqual([page]);
});

test("where an unloaded page keeps its id, ours isn't taken for one that the page has opened", async () => {
  Object.assign(chrome.tabs, { discard: (id: number) => Promise.resolve({ id }) });
  await asks();
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-certificates`, windowId: 4, index: 4 }]);
});

test("a page that can't be unloaded at all keeps ours from nothing", async () => {
  keeps((id) => id === page);
  await asks();
  expect(fakeBrowser().tabs).toHaveLength(1);
  expect(unloaded()).toEqual([]);
});

test("what the page has opened just before the press, or opens until ours is there, is closed; the user's own isn't, nor what comes later", async () => {
  fakeBrowser().tabCreated.fire({ id: 9, openerTabId: page, url: other });
  fakeBrowser().tabCreated.fire({ id: 35, active: true, url: other });
  const { create } = chrome.tabs;
  Object.assign(chrome.tabs, {
    create: (tab: { url: string }) => {
      fakeBrowser().tabCreated.fire({ id: 31, openerTabId: page, active: true, url: other });
      fakeBrowser().tabCreated.fire({ id: 34, active: true, url: other });
      return create(tab);
    },
  });
  await asks();
  expect(fakeBrowser().closedTabs).toEqual([9, 31]);
  fakeBrowser().tabCreated.fire({ id: 33, openerTabId: page, url: other });
  expect(fakeBrowser().closedTabs).toEqual([9, 31]);
});

test("what came up a while before the press stays", async () => {
  fakeBrowser().tabCreated.fire({ id: 9, openerTabId: page });
  vi.advanceTimersByTime(limits.newTabMilliseconds);
  await asks();
  expect(fakeBrowser().closedTabs).toEqual([]);
});

test("the bank's own tab isn't closed, however new it is; one that the page has led to our address is", async () => {
  fakeBrowser().tabCreated.fire({ id: page, openerTabId: 6 });
  fakeBrowser().tabCreated.fire({ id: 12, openerTabId: page, url: `${ours}#2224` });
  await asks();
  expect(fakeBrowser().closedTabs).toEqual([12]);
});

test("a second press meanwhile opens no second tab", async () => {
  await Promise.all([asks(), asks()]);
  expect(fakeBrowser().tabs).toHaveLength(1);
});

test("where its window has gone meanwhile, ours opens in another", async () => {
  Object.assign(chrome.windows, { get: () => Promise.reject(new Error("No window with id: 4.")) });
  await asks();
  expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-certificates` }]);
});

test("where nothing can be opened at all, the page is there again", async () => {
  const reload = vi.fn(() => Promise.resolve());
  Object.assign(chrome.tabs, { create: () => Promise.reject(new Error("Tabs cannot be edited right now")), reload });
  await asks();
  expect(reload).toHaveBeenCalledExactlyOnceWith(left);
});

describe("pressed again, in the page that the user has gone back to", () => {
  /** Our own page, as the browser knows it since the first press; the page's tab has the id that it got by being unloaded. */
  async function wasOpened(): Promise<void> {
    await asks();
    const own = fakeBrowser().tabs.length;
    fakeBrowser().contexts = [{ documentUrl: `${ours}#2235-certificates`, tabId: own, windowId: 4 }];
    fakeBrowser().openTabs.push({ id: own, windowId: 4, url: `${ours}#2235-certificates` });
    fakeBrowser().tabs.splice(0);
  }

  async function asksAgain(wish: Wish): Promise<void> {
    const again = new PageSession({ ...bankTab, id: left }, new FakePort("page").asPort);
    fromPage(hub, again, { type: "open", wish });
    await settled();
  }

  test("the panel that was opened from it comes in front, and no second one", async () => {
    await wasOpened();
    await asksAgain("certificates");
    expect(fakeBrowser().tabs).toEqual([{ url: "tab 1" }]);
    expect(unloaded()).toContain(left);
  });

  test("for something else, that panel is told so", async () => {
    await wasOpened();
    await asksAgain("restart");
    expect(fakeBrowser().tabs).toEqual([{ url: `${ours}#2235-restart` }, { url: "tab 1" }]);
  });

  test("where the tab shows another bank's page by now, that one gets a panel of its own", async () => {
    await wasOpened();
    const elsewhere = new PageSession({ ...bankTab, id: left, institution: "9999" }, new FakePort("page").asPort);
    fromPage(hub, elsewhere, { type: "open", wish: "certificates" });
    await settled();
    expect(fakeBrowser().tabs.map(({ url }) => url)).toEqual([`${ours}#9999-certificates`]);
  });

  test("which has been another bank's meanwhile, the panel of this one is found all the same", async () => {
    await wasOpened();
    const others = 40;
    await notePage(others, left);
    fakeBrowser().contexts.unshift({ documentUrl: `${ours}#9999-certificates`, tabId: others, windowId: 4 });
    await asksAgain("certificates");
    expect(fakeBrowser().tabs).toEqual([{ url: "tab 1" }]);
  });

  test("of another page's it isn't taken", async () => {
    await wasOpened();
    await asks("renewal");
    expect(fakeBrowser().tabs.map(({ url }) => url)).toEqual([`${ours}#2235-renewal`]);
  });
});

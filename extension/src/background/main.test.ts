import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { example } from "../../test/contract.js";
import { connects, fakeBrowser, FakePort, installFakeChrome, nativePort, ownId, settled } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";

const origin = "https://www.cc2235.bizsol.anser.ne.jp";
const panelSender = { id: ownId, url: `chrome-extension://${ownId}/src/panel/panel.html`, tab: { id: 7, url: `${origin}/a` } };

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  installFakeChrome();
  await import("./main.js");
});
afterEach(() => vi.useRealTimers());

test("a stranger is turned away, and no host is started for it", async () => {
  const stranger = new FakePort("panel", { ...panelSender, id: "a".repeat(32) });
  connects(stranger);
  await settled();
  expect(stranger.open).toBe(false);
  expect(() => nativePort()).toThrow();
});

test("a panel that says what no panel of ours says is turned away, its flow is cancelled, and the host may go", async () => {
  const panel = new FakePort("panel", panelSender);
  connects(panel);
  await settled();
  nativePort().says(example("welcome"));
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
  panel.says({ type: "issue" });
  const flow = nativePort().last("issue")["id"];

  panel.says({ type: "anything else" });
  expect(panel.open).toBe(false);
  expect(nativePort().last("cancel")["flow"]).toBe(flow);
  nativePort().says({ type: "cancelled", flow });
  vi.advanceTimersByTime(limits.closeGraceMilliseconds);
  expect(nativePort().open).toBe(false);
});

const pageSender = { id: ownId, frameId: 0, origin, url: `${origin}/a`, tab: { id: 7 } };

test("a bank's page starts the host only once it is recognised as one that needs it", async () => {
  const page = new FakePort("page", pageSender);
  connects(page);
  await settled();
  expect(page.last("news")).toEqual({ type: "news", launch: false, expiring: [], notes: [] });
  expect(() => nativePort()).toThrow();
  page.says({ type: "anything else" });
  expect(() => nativePort()).toThrow();
  page.says({ type: "recognised" });
  expect(nativePort().sent).toHaveLength(1);
});

test("a page that the administrator has added is let in, and no other", async () => {
  const sender = { ...pageSender, origin: "https://bank.example.co.jp", url: "https://bank.example.co.jp/" };
  const stranger = new FakePort("page", sender);
  connects(stranger);
  await settled();
  expect(stranger.open).toBe(false);
  await fakeBrowser().managed.set({ institutions: [{ code: "2235", origin: sender.origin }] });
  const added = new FakePort("page", sender);
  connects(added);
  await settled();
  expect(added.open).toBe(true);
  expect(added.all("news")).toHaveLength(1);
});

test.each(["started", "installed"] as const)("when the browser or the extension has %s, the alarm is set and the certificates are looked at", async (event) => {
  fakeBrowser()[event].fire();
  await settled();
  expect(fakeBrowser().alarms).toEqual([{ name: "daily", periodInMinutes: 24 * 60 }]);
  nativePort().says(example("welcome"));
  expect(nativePort().all("survey")).toHaveLength(1);
});

test("the alarm looks at the certificates", async () => {
  fakeBrowser().alarm.fire({ name: "daily" });
  await settled();
  nativePort().says(example("welcome"));
  expect(nativePort().all("survey")).toHaveLength(1);
});

test("a notification that is clicked leads to its institution", async () => {
  fakeBrowser().notificationClicked.fire("expiry-2235-9f86d081884c7d65");
  await settled();
  expect(fakeBrowser().tabs.map(({ url }) => url.endsWith("tab.html#2235"))).toEqual([true]);
});

test("the first host after a restart makes the worker look whether the new certificate is there, and every page hears", async () => {
  const entry = { id: "9f86d081884c7d65", commonName: "logid031", institution: "2235", browserProcess: "earlier" };
  await fakeBrowser().local.set({ awaitingRestart: [{ ...entry, windowsClosed: false, outcome: "unknown" }] });
  vi.resetModules();
  installFakeChrome("0.1.0", fakeBrowser());
  fakeBrowser().started.listeners.length = 0;
  await import("./main.js");
  const page = new FakePort("page", pageSender);
  connects(page);
  await settled();
  page.says({ type: "recognised" });
  nativePort().says(example("welcome"));
  nativePort().says(example("overview", { id: nativePort().last("survey")["id"] }));
  await settled();
  expect(fakeBrowser().notifications.map(({ id }) => id)).toContain("restart-2235-9f86d081884c7d65");
  expect(page.last("news")["notes"]).toEqual([{ standing: "confirmed", commonName: "logid031" }]);

  page.says({ type: "read", standing: "confirmed" });
  const next = new FakePort("page", pageSender);
  connects(next);
  await settled();
  expect(next.last("news")["notes"]).toEqual([]);
});

/** A panel in the bank's page, with a flow at its prompt. */
async function panelWithFlow(): Promise<FakePort> {
  const panel = new FakePort("panel", panelSender);
  connects(panel);
  await settled();
  nativePort().says(example("welcome"));
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
  panel.says({ type: "issue" });
  return panel;
}

const moved = [{ url: "about:blank#/src/panel/tab.html#2235-keyboard" }];

test("from a page that has taken the keyboard the panel moves to a tab of its own, its flow ends, and no page of that host gets one again", async () => {
  const robbed = await panelWithFlow();
  robbed.says({ type: "move" });
  await settled();
  expect(fakeBrowser().tabs).toEqual(moved);
  expect(robbed.all("moved")).toHaveLength(1);
  robbed.goes();
  expect(nativePort().all("cancel")).toHaveLength(1);

  const next = new FakePort("panel", panelSender);
  connects(next);
  await settled();
  expect(next.sent).toEqual([{ type: "moved" }]);
  expect(fakeBrowser().tabs).toEqual([...moved, ...moved]);
});

test("a panel that its page throws out in the middle of a flow goes on in a tab of its own", async () => {
  const panel = await panelWithFlow();
  panel.goes();
  await settled();
  expect(fakeBrowser().tabs).toEqual(moved);
});

test("a panel that the user closes is nobody's theft, whether in the panel or beside it", async () => {
  const first = await panelWithFlow();
  first.says({ type: "going", how: "closed" });
  first.goes();
  nativePort().says({ type: "cancelled", flow: nativePort().last("issue")["id"] });

  const page = new FakePort("page", pageSender);
  connects(page);
  const second = new FakePort("panel", panelSender);
  connects(second);
  await settled();
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
  second.says({ type: "issue" });
  page.says({ type: "panel-closed" });
  second.goes();
  await settled();
  expect(nativePort().all("issue")).toHaveLength(2);
  expect(fakeBrowser().tabs).toEqual([]);
});

test("a user who was asked and has stayed hasn't closed the panel; nor has the page of another tab", async () => {
  const panel = await panelWithFlow();
  panel.says({ type: "going", how: "leaving" });
  panel.says({ type: "going", how: "staying" });
  const page = new FakePort("page", { ...pageSender, tab: { id: 8 } });
  connects(page);
  await settled();
  page.says({ type: "panel-closed" });
  panel.goes();
  await settled();
  expect(fakeBrowser().tabs).toEqual(moved);
});

describe("a page that is to be left", () => {
  async function leaving(): Promise<FakePort> {
    const panel = await panelWithFlow();
    panel.says({ type: "going", how: "leaving" });
    return panel;
  }
  async function pass(milliseconds: number = limits.leaveMilliseconds): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
    await settled();
  }

  test.each([0, limits.leaveMilliseconds - 1])("takes its panel along: nobody is led anywhere, though it goes %i ms after it", async (after) => {
    const panel = await leaving();
    panel.goes();
    await pass(after);
    fakeBrowser().document = "next";
    await pass();
    expect(fakeBrowser().tabs).toEqual([]);
  });

  test("takes its panel along where another site's page comes after it", async () => {
    const panel = await leaving();
    fakeBrowser().lookInto = () => Promise.reject(new Error("Cannot access contents of the page"));
    panel.goes();
    await pass();
    expect(fakeBrowser().tabs).toEqual([]);
  });

  test("takes its panel along where it is kept for the way back, and another document answers in its place", async () => {
    const panel = await leaving();
    fakeBrowser().lookInto = () => Promise.resolve([{ documentId: "next" }]);
    panel.goes();
    await pass();
    expect(fakeBrowser().tabs).toEqual([]);
  });

  test("and stays, or has put another document in its own place, has thrown the panel out", async () => {
    const panel = await leaving();
    panel.goes();
    nativePort().says({ type: "cancelled", flow: nativePort().last("issue")["id"] });
    await pass();
    expect(fakeBrowser().tabs).toEqual(moved);
    expect(fakeBrowser().discardedTabs).toEqual([7]);
  });

  test("and is too busy to say that it stays is busy on purpose", async () => {
    const panel = await leaving();
    fakeBrowser().busy = true;
    panel.goes();
    await pass();
    expect(fakeBrowser().tabs).toEqual([]);
    await pass(limits.documentMilliseconds);
    expect(fakeBrowser().tabs).toEqual(moved);
  });

  test("and has been too busy from the first is busy on purpose", async () => {
    fakeBrowser().busy = true;
    const panel = await leaving();
    panel.goes();
    await pass();
    expect(fakeBrowser().tabs).toEqual(moved);
  });
});

test("a page that the panel moves away from is unloaded, with the window that it has put in front and those that come up then, whoever opens them", async () => {
  vi.useFakeTimers();
  const panel = await panelWithFlow();
  fakeBrowser().front = [{ id: 21, openerTabId: 7 }];
  panel.says({ type: "move" });
  fakeBrowser().tabCreated.fire({ id: 22, openerTabId: 7 });
  fakeBrowser().tabCreated.fire({ id: 23, openerTabId: 8 });
  fakeBrowser().tabCreated.fire({ id: 26, pendingUrl: "chrome://newtab/" });
  fakeBrowser().tabCreated.fire({ id: 25, openerTabId: 7, pendingUrl: "about:blank#/src/panel/tab.html#2235-keyboard" });
  await settled();
  expect([...fakeBrowser().discardedTabs].sort()).toEqual([7, 8]);
  expect([...fakeBrowser().closedTabs].sort()).toEqual([21, 22, 23]);
  vi.advanceTimersByTime(limits.typingMilliseconds - 1);
  fakeBrowser().tabCreated.fire({ id: 24 });
  vi.advanceTimersByTime(1);
  fakeBrowser().tabCreated.fire({ id: 27 });
  expect(fakeBrowser().closedTabs.slice(3)).toEqual([24]);
  vi.useRealTimers();
});

test("a panel hears what its page opens while something is asked; not of a new tab of the user's, nor of another page's", async () => {
  const panel = await panelWithFlow();
  fakeBrowser().tabCreated.fire({ id: 22, openerTabId: 7, pendingUrl: "chrome://newtab/" });
  fakeBrowser().tabCreated.fire({ id: 23, openerTabId: 8 });
  expect(panel.all("opened")).toEqual([]);
  fakeBrowser().tabCreated.fire({ id: 24, openerTabId: 7 });
  expect(panel.all("opened")).toHaveLength(1);
});

test("a page of the bank's that was put in front, and that somebody else has opened, is unloaded, too; no other site's", async () => {
  const panel = await panelWithFlow();
  const front = { id: 21, openerTabId: 8 };
  fakeBrowser().front = [{ ...front, url: "https://www.cc9999.bizsol.anser.ne.jp/help" }, { ...front, id: 22, url: "https://example.jp/" }];
  panel.says({ type: "move" });
  await settled();
  expect([...fakeBrowser().discardedTabs].sort()).toEqual([21, 7]);
  expect(fakeBrowser().closedTabs).toEqual([]);
});

test("a page of a bank's that the administrator has added is the bank's, too", async () => {
  await fakeBrowser().managed.set({ institutions: [{ code: "2235", origin: "https://bank.example.jp" }] });
  const panel = await panelWithFlow();
  fakeBrowser().front = [{ id: 21, openerTabId: 8, url: "https://bank.example.jp/" }];
  panel.says({ type: "move" });
  await settled();
  expect([...fakeBrowser().discardedTabs].sort()).toEqual([21, 7]);
});

test("a page in which the panel isn't shown any more keeps what it has", async () => {
  const robbed = await panelWithFlow();
  robbed.says({ type: "move" });
  robbed.goes();
  await settled();
  const next = new FakePort("panel", panelSender);
  connects(next);
  await settled();
  expect(fakeBrowser().discardedTabs).toEqual([7]);
});

test("a panel that asks anew isn't about to go, whatever its page has pretended before", async () => {
  const panel = await panelWithFlow();
  panel.says({ type: "going", how: "leaving" });
  nativePort().says(example("prompt", { flow: nativePort().last("issue")["id"] }));
  panel.goes();
  await settled();
  expect(fakeBrowser().tabs).toEqual(moved);
});

test("while the panel asks in a bank's page, a curtain hides what could take a text there, and only there", async () => {
  const panel = await panelWithFlow();
  const [style] = fakeBrowser().styles;
  expect(style?.target).toEqual({ tabId: 7, frameIds: [0] });
  nativePort().says({ type: "cancelled", flow: nativePort().last("issue")["id"] });
  await settled();
  expect(fakeBrowser().styles).toEqual([]);
  panel.says({ type: "issue" });
  await settled();
  expect(fakeBrowser().styles).toHaveLength(1);
});

test("a curtain that an earlier worker has left is lifted once the page is heard of; not that of an open panel", async () => {
  await panelWithFlow();
  connects(new FakePort("page", pageSender));
  await settled();
  expect(fakeBrowser().styles).toHaveLength(1);

  vi.resetModules();
  installFakeChrome("0.1.0", fakeBrowser());
  await import("./main.js");
  connects(new FakePort("page", pageSender));
  await settled();
  expect(fakeBrowser().styles).toEqual([]);
});

async function ownTabPanel(): Promise<FakePort> {
  const url = `chrome-extension://${ownId}/src/panel/tab.html`;
  const panel = new FakePort("panel", { id: ownId, frameId: 0, url, tab: { url } });
  connects(panel);
  await settled();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().contexts = [{ documentUrl: url, tabId: 30, windowId: 1 }];
  return panel;
}

test("a tab of the panel's own comes in front again, what was just opened over it is closed, and who has opened that is unloaded", async () => {
  const panel = await ownTabPanel();
  fakeBrowser().front = [{ id: 31, openerTabId: 7 }];
  fakeBrowser().tabCreated.fire({ id: 31, openerTabId: 7 });
  panel.says({ type: "move" });
  panel.says({ type: "move" });
  await settled();
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().closedTabs).toEqual([31]);
  expect(fakeBrowser().discardedTabs).toEqual([7]);
  expect(panel.all("moved")).toEqual([]);
});

test("a tab of our own isn't unloaded, though the browser says that it has opened what was put over it", async () => {
  const panel = await ownTabPanel();
  fakeBrowser().ownTab = 30;
  fakeBrowser().front = [{ id: 31, openerTabId: 30 }];
  fakeBrowser().tabCreated.fire({ id: 31, openerTabId: 30 });
  panel.says({ type: "move" });
  await settled();
  expect(fakeBrowser().closedTabs).toEqual([31]);
  expect(fakeBrowser().discardedTabs).toEqual([]);
});

test("a tab that was there before stays; the second time within a moment it is unloaded, and who has opened it", async () => {
  vi.useFakeTimers();
  const panel = await ownTabPanel();
  fakeBrowser().front = [{ id: 31, openerTabId: 7 }];
  fakeBrowser().tabCreated.fire({ id: 31, openerTabId: 7 });
  vi.advanceTimersByTime(limits.newTabMilliseconds);
  const comesUp = async (): Promise<void> => {
    panel.says({ type: "move" });
    await settled();
  };
  await comesUp();
  expect(fakeBrowser().tabs).toEqual([{ url: "tab 30" }]);
  expect(fakeBrowser().discardedTabs).toEqual([]);
  vi.advanceTimersByTime(limits.insistingMilliseconds);
  await comesUp();
  expect(fakeBrowser().discardedTabs).toEqual([]);
  await comesUp();
  expect(fakeBrowser().discardedTabs).toEqual([31, 7]);
  expect(fakeBrowser().closedTabs).toEqual([]);
  vi.useRealTimers();
});

test("a page that is none to show the panel in has it opened in a tab of its own", async () => {
  const page = new FakePort("page", pageSender);
  connects(page);
  await settled();
  page.says({ type: "elsewhere" });
  await settled();
  expect(fakeBrowser().tabs).toEqual([{ url: "about:blank#/src/panel/tab.html#2235" }]);
});

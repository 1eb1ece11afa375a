import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { example } from "../../test/contract.js";
import { connects, fakeBrowser, FakePort, installFakeChrome, nativePort, ownId, settled } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import { notePage, pageBeside } from "../shared/page-beside.js";

const origin = "https://www.cc2235.bizsol.anser.ne.jp";
const address = `chrome-extension://${ownId}/src/panel/panel.html`;
const panelSender = { id: ownId, frameId: 0, origin: `chrome-extension://${ownId}`, url: address, tab: { id: 30, url: address } };

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
  panel.says({ type: "choose", institution: "2235" });
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
  expect(fakeBrowser().tabs.map(({ url }) => url.endsWith("panel.html#2235"))).toEqual([true]);
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

test("a page of the bank's whose button was pressed is left for our own page, and nothing is begun", async () => {
  const page = new FakePort("page", pageSender);
  connects(page);
  await settled();
  fakeBrowser().openTabs = [{ id: 7, url: `${origin}/a` }];
  page.says({ type: "open", wish: "renewal" });
  await settled();
  expect(fakeBrowser().tabs.map(({ url }) => url)).toEqual(["about:blank#/src/panel/panel.html#2235-renewal"]);
  expect(fakeBrowser().discardedTabs).toContain(7);
  expect(() => nativePort()).toThrow();
});

test("a page that the browser unloads by itself is still the one to which our own page leads back", async () => {
  await notePage(30, 7);
  await notePage(31, 8);
  fakeBrowser().tabReplaced.fire(107, 7);
  await settled();
  expect([await pageBeside(30), await pageBeside(31), await pageBeside(32)]).toEqual([107, 8, undefined]);
});

test("our own page in a frame of a bank's is turned away", async () => {
  const framed = new FakePort("panel", { ...panelSender, frameId: 3, tab: { id: 7, url: `${origin}/a` } });
  connects(framed);
  await settled();
  expect(framed.open).toBe(false);
  expect(() => nativePort()).toThrow();
});

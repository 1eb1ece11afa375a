import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { example } from "../../test/contract.js";
import { nativePort, nativePorts, settled } from "../../test/fake-chrome.js";
import { hub, listed, newPage, openFlow, openPanel, Panel, startHub } from "../../test/hub.js";
import { limits } from "../shared/limits.js";

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
});
afterEach(() => vi.useRealTimers());

test("the host is opened by the page, before any panel, and only once", () => {
  hub.addPage(newPage());
  nativePort().says(example("welcome"));
  openPanel();
  expect(nativePorts()).toHaveLength(1);
});

test("a host that dies takes the flow with it, every panel hears of it, and can start again", () => {
  const { panel } = openFlow();
  nativePort().goes("Native host has exited.");
  expect(panel.view).toEqual({ type: "host-problem", problem: { name: "stopped" } });
  panel.asks({ type: "list" });
  nativePort().says(example("welcome"));
  expect(nativePort().all("list")).toHaveLength(1);
  expect(nativePorts()).toHaveLength(2);
});

test("a host that falls silent during a flow counts as stopped; heartbeats keep it", () => {
  const { panel, flow } = openFlow();
  const patience = limits.heartbeatMilliseconds * limits.silentHeartbeats;
  vi.advanceTimersByTime(patience - 1);
  nativePort().says(example("heartbeat", { flow }));
  vi.advanceTimersByTime(patience - limits.heartbeatMilliseconds - 1);
  expect(panel.view.type).toBe("prompt");
  vi.advanceTimersByTime(limits.heartbeatMilliseconds);
  expect(panel.view.type).toBe("host-problem");
});

test("a host that doesn't list in time counts as stopped", () => {
  const panel = new Panel();
  nativePort().says(example("welcome"));
  panel.asks({ type: "choose", institution: "2235" });
  vi.advanceTimersByTime(limits.listMilliseconds);
  expect(panel.view).toEqual({ type: "host-problem", problem: { name: "stopped" } });
});

test("a host that is busy with another panel's flow isn't stopped for a list it owes; that panel alone may try again", () => {
  const { panel, flow } = openFlow();
  const waiting = new Panel();
  waiting.asks({ type: "choose", institution: "2235" });
  vi.advanceTimersByTime(limits.listMilliseconds);
  expect(waiting.view).toEqual({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
  expect(panel.view.type).toBe("prompt");
  expect(hub.host.state.name).toBe("ready");

  listed();
  expect(waiting.view.type).toBe("failed");
  nativePort().says(example("done", { flow }));
  waiting.asks({ type: "list" });
  listed();
  expect(waiting.view.type).toBe("certificates");
});

/** The page has heard its news: nothing is owed to it any more. */
async function answerPage(): Promise<void> {
  nativePort().says(example("welcome"));
  listed();
  await settled();
}

test("the host goes a while after the last bank page, not at once", async () => {
  const page = newPage();
  hub.addPage(page);
  await answerPage();
  hub.removePage(page);
  vi.advanceTimersByTime(limits.closeGraceMilliseconds - 1);
  expect(hub.host.state.name).toBe("ready");
  vi.advanceTimersByTime(1);
  expect(hub.host.state.name).toBe("closed");
  expect(nativePort().open).toBe(false);
});

test("a page that reloads keeps the host", async () => {
  const page = newPage();
  hub.addPage(page);
  await answerPage();
  hub.removePage(page);
  hub.addPage(newPage());
  vi.advanceTimersByTime(2 * limits.closeGraceMilliseconds);
  expect(hub.host.state.name).toBe("ready");
  expect(nativePorts()).toHaveLength(1);
});

test("the host isn't closed under a flow that still has to end", () => {
  const { panel, flow } = openFlow();
  hub.removePanel(panel.session);
  vi.advanceTimersByTime(2 * limits.closeGraceMilliseconds);
  expect(hub.host.state.name).toBe("ready");
  nativePort().says(example("done", { flow }));
  vi.advanceTimersByTime(limits.closeGraceMilliseconds);
  expect(hub.host.state.name).toBe("closed");
});

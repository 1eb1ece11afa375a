import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { example } from "../../test/contract.js";
import { connects, FakePort, installFakeChrome, nativePort, ownId, settled } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";

const origin = "https://www.cc2235.bizsol.anser.ne.jp";
const panelSender = { id: ownId, url: `chrome-extension://${ownId}/src/panel/panel.html`, tab: { url: `${origin}/a` } };

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

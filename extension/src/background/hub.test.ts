/** The browser here is a stand-in, test/fake-chrome.ts; e2e shows the same in a real one. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { example, validator } from "../../test/contract.js";
import { fakeBrowser, nativePort } from "../../test/fake-chrome.js";
import { hub, listed, openFlow, openPanel, ownTab, Panel, startHub } from "../../test/hub.js";
import { limits } from "../shared/limits.js";
import type { View } from "../shared/panel-messages.js";

const secret = "correct horse";

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
});
afterEach(() => vi.useRealTimers());

test("everything sent to the host is of the contract", () => {
  const { panel } = openFlow();
  panel.asks({ type: "answer", prompt: "p1", fields: { loginId: "logid031", password: secret } });
  panel.asks({ type: "back" });
  const { sent } = nativePort();
  const valid = validator("fromBrowser");
  expect(sent.map((message) => (message as { type: string }).type)).toEqual(["hello", "survey", "list", "issue", "answer", "cancel"]);
  for (const message of sent) expect(valid(message), JSON.stringify([message, valid.errors])).toBe(true);
  expect(new Set(sent.map((message) => (message as { id: string }).id)).size).toBe(sent.length);
});

test("a panel sees the list, the prompt, the progress and the result", () => {
  const { panel, flow } = openFlow();
  panel.asks({ type: "answer", prompt: "p1", fields: { loginId: "logid031", password: secret } });
  nativePort().says(example("progress", { flow }));
  nativePort().says(example("done", { flow }));
  expect(panel.port.sent.map((view) => (view as View).type)).toEqual([
    "connecting", "connecting", "connecting", "certificates", "busy", "prompt", "busy", "progress", "done",
  ]);
});

test("what the user entered goes to the host and nowhere else", () => {
  const { panel } = openFlow();
  panel.asks({ type: "answer", prompt: "p1", fields: { loginId: "logid031", password: secret } });
  expect(nativePort().last("answer")["fields"]).toEqual({ loginId: "logid031", password: secret });
  expect(JSON.stringify(panel.port.sent)).not.toContain(secret);
  expect(JSON.stringify([...hub.asked.values()].map(({ type }) => type))).not.toContain(secret);
});

test("certificates of another institution than the one chosen are never shown", () => {
  const panel = openPanel();
  panel.asks({ type: "choose", institution: "2224" });
  listed();
  expect(panel.view).toEqual({ type: "host-problem", problem: { name: "stopped" } });
});

test("going back cancels the flow and comes to a fresh list", () => {
  const { panel, flow } = openFlow();
  panel.asks({ type: "back" });
  expect(nativePort().last("cancel")["flow"]).toBe(flow);
  expect(panel.view).toEqual({ type: "busy", why: "stopping" });
  nativePort().says({ type: "cancelled", flow });
  expect(nativePort().all("list")).toHaveLength(2);
});

test.each(["done", "failed"])("a flow that was %s before it could be cancelled is shown as it ended", (end) => {
  const { panel, flow } = openFlow();
  panel.asks({ type: "back" });
  const cancel = nativePort().last("cancel")["id"];
  nativePort().says({ type: "error", id: cancel, code: "G005e", reason: "flow-unknown" });
  nativePort().says(example(end, { flow }));
  vi.advanceTimersByTime(limits.outcomeMilliseconds);
  expect(panel.view.type).toBe(end);
});

test("a flow the host knows nothing of any more doesn't keep the panel waiting", () => {
  const { panel } = openFlow();
  panel.asks({ type: "back" });
  nativePort().says({ type: "error", id: nativePort().last("cancel")["id"], code: "G005e", reason: "flow-unknown" });
  vi.advanceTimersByTime(limits.outcomeMilliseconds);
  expect(nativePort().all("list")).toHaveLength(2);
});

test("closing the panel cancels its flow", () => {
  const { panel, flow } = openFlow();
  hub.removePanel(panel.session);
  expect(nativePort().last("cancel")["flow"]).toBe(flow);
  panel.port.disconnect();
  nativePort().says({ type: "cancelled", flow });
  expect(hub.flows.size).toBe(0);
});

test("one flow for a panel, however often it asks", () => {
  const { panel } = openFlow();
  panel.asks({ type: "issue" });
  expect(nativePort().all("issue")).toHaveLength(1);
});

test("each panel sees its own flow only", () => {
  const { panel } = openFlow();
  const other = openPanel();
  nativePort().says(example("prompt-again", { flow: nativePort().last("issue")["id"] }));
  expect(panel.view).toMatchObject({ type: "prompt", prompt: "p2" });
  expect(other.view.type).toBe("certificates");
});

test("a second flow that the host finds one too many is refused with its reason, and may be tried again", () => {
  const panel = openPanel();
  panel.asks({ type: "issue" });
  nativePort().says({ type: "error", id: nativePort().last("issue")["id"], code: "G008e", reason: "flow-busy" });
  expect(panel.view).toEqual({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
  expect(panel.session.flow).toBeUndefined();
});

test("a refused list is shown with its reason", () => {
  const panel = new Panel();
  nativePort().says(example("welcome"));
  panel.asks({ type: "choose", institution: "2235" });
  nativePort().says(example("error", { id: nativePort().last("list")["id"] }));
  expect(panel.view).toEqual({ type: "failed", code: "G004e", reason: "origin-mismatch", retry: false });
});

test("a renewal is a flow like an issue, of the certificate the user chose", () => {
  const panel = openPanel();
  panel.asks({ type: "renew", certificate: "9f86d081884c7d65" });
  const renew = nativePort().last("renew");
  expect(validator("fromBrowser")(renew)).toBe(true);
  expect(renew).toMatchObject({ institution: "2235", origin: ownTab.origin, certificate: "9f86d081884c7d65" });
  nativePort().says(example("prompt-renew", { flow: renew["id"] }));
  panel.asks({ type: "answer", prompt: "p1", fields: { password: secret } });
  nativePort().says(example("done-renewed", { flow: renew["id"] }));
  expect(panel.view).toMatchObject({ type: "done", replaced: { id: "9f86d081884c7d65" } });
});

test("a renewal that is refused is shown with its reason", () => {
  const panel = openPanel();
  panel.asks({ type: "renew", certificate: "9f86d081884c7d65" });
  nativePort().says({ type: "error", id: nativePort().last("renew")["id"], code: "G004e", reason: "not-renewable" });
  expect(panel.view).toEqual({ type: "failed", code: "G004e", reason: "not-renewable", retry: false });
  expect(panel.session.flow).toBeUndefined();
});

test("a certificate removed leads to a fresh list; one that the host won't remove says why", () => {
  const panel = openPanel();
  panel.asks({ type: "remove", certificate: "9f86d081884c7d65" });
  const remove = nativePort().last("remove");
  expect(validator("fromBrowser")(remove)).toBe(true);
  expect(panel.view).toEqual({ type: "busy", why: "removing" });
  nativePort().says({ type: "removed", id: remove["id"], certificate: "9f86d081884c7d65" });
  expect(nativePort().all("list")).toHaveLength(2);
  panel.asks({ type: "remove", certificate: "9f86d081884c7d65" });
  nativePort().says({ type: "error", id: nativePort().last("remove")["id"], code: "G004e", reason: "not-replaced" });
  expect(panel.view).toMatchObject({ type: "failed", reason: "not-replaced" });
});

describe("a panel that goes, and with it who would load other pages again,", () => {
  const goes = async (panel: Panel): Promise<void> => {
    fakeBrowser().openTabs = [{ id: 8, active: true, discarded: true }, { id: 9, discarded: true }];
    hub.removePanel(panel.session);
    await vi.advanceTimersByTimeAsync(0);
  };

  test.each<[string, () => Panel]>([
    ["in the middle of a flow", () => openFlow().panel],
    ["while it was only about to begin one", openPanel],
  ])("leaves no white page behind in another window: %s", async (_, opened) => {
    await goes(opened());
    expect(fakeBrowser().reloadedTabs).toEqual([8]);
  });

  test("loads nothing again beside another panel, which may ask for something", async () => {
    const { panel } = openFlow();
    openPanel();
    await goes(panel);
    expect(fakeBrowser().reloadedTabs).toEqual([]);
  });
});

test("nothing is removed while a flow is open", () => {
  const { panel } = openFlow();
  panel.asks({ type: "remove", certificate: "9f86d081884c7d65" });
  expect(nativePort().all("remove")).toHaveLength(0);
});

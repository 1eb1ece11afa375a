/** The browser here is a stand-in, test/fake-chrome.ts; e2e shows the same in a real one. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { notYet, renewable, unsupported } from "../../test/certificates.js";
import { example, validator } from "../../test/contract.js";
import { FakePort, fakeBrowser, installFakeChrome, nativePort, nativePorts, settled } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import type { PanelRequest, View } from "../shared/panel-messages.js";
import { AwaitingRestart } from "./awaiting-restart.js";
import { fromPanel } from "./from-panel/index.js";
import type { PanelPlace } from "./gate.js";
import { hello } from "./hello.js";
import { Hub } from "./hub.js";
import { PageSession } from "./page-session.js";
import { PanelSession } from "./panel-session.js";

const tab = { id: 7, origin: "https://www.cc2235.bizsol.anser.ne.jp", host: "www.cc2235.bizsol.anser.ne.jp", institution: "2235" };
const secret = "correct horse";
let hub: Hub;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  hub = new Hub(hello, new AwaitingRestart(() => undefined));
});
afterEach(() => vi.useRealTimers());

class Panel {
  readonly port = new FakePort("panel");
  readonly session: PanelSession;
  constructor(place: PanelPlace = tab) {
    this.session = new PanelSession(place, this.port.asPort);
    hub.addPanel(this.session);
  }
  asks(request: PanelRequest): void {
    fromPanel(hub, this.session, request);
  }
  get view(): View {
    return this.port.sent.at(-1) as View;
  }
}

function newPage(port = new FakePort("page")): PageSession {
  return new PageSession(tab, port.asPort);
}

function openPanel(): Panel {
  const panel = new Panel();
  if (hub.host.state.name === "opening") nativePort().says(example("welcome"));
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
  return panel;
}

/** A panel whose flow has come to its prompt; the flow's id. */
function openFlow(): { panel: Panel; flow: unknown } {
  const panel = openPanel();
  panel.asks({ type: "issue" });
  const flow = nativePort().last("issue")["id"];
  nativePort().says(example("prompt", { flow }));
  return { panel, flow };
}

test("everything sent to the host is of the contract", () => {
  const { panel } = openFlow();
  panel.asks({ type: "answer", prompt: "p1", fields: { loginId: "logid031", password: secret } });
  panel.asks({ type: "back" });
  const { sent } = nativePort();
  const valid = validator("fromBrowser");
  expect(sent.map((message) => (message as { type: string }).type)).toEqual(["hello", "list", "issue", "answer", "cancel"]);
  for (const message of sent) expect(valid(message), JSON.stringify([message, valid.errors])).toBe(true);
  expect(new Set(sent.map((message) => (message as { id: string }).id)).size).toBe(sent.length);
});

test("the host is opened by the page, before any panel, and only once", () => {
  hub.addPage(newPage());
  nativePort().says(example("welcome"));
  openPanel();
  expect(nativePorts()).toHaveLength(1);
});

test("a panel sees the list, the prompt, the progress and the result", () => {
  const { panel, flow } = openFlow();
  panel.asks({ type: "answer", prompt: "p1", fields: { loginId: "logid031", password: secret } });
  nativePort().says(example("progress", { flow }));
  nativePort().says(example("done", { flow }));
  expect(panel.port.sent.map((view) => (view as View).type)).toEqual([
    "connecting", "connecting", "certificates", "busy", "prompt", "busy", "progress", "done",
  ]);
});

test("a certificate that came while nobody heard of it is reminded of, once the host is there again", () => {
  openFlow();
  nativePort().goes();
  const next = new Panel();
  nativePort().says(example("welcome"));
  const come = { ...renewable, id: "come-meanwhile", commonName: "logid031 A001 2" };
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"], certificates: [come] }));
  expect(next.view).toMatchObject({ notes: [{ standing: "restart", commonName: "logid031 A001 2" }] });
});

test("what the user entered goes to the host and nowhere else", () => {
  const { panel } = openFlow();
  panel.asks({ type: "answer", prompt: "p1", fields: { loginId: "logid031", password: secret } });
  expect(nativePort().last("answer")["fields"]).toEqual({ loginId: "logid031", password: secret });
  expect(JSON.stringify(panel.port.sent)).not.toContain(secret);
  expect(JSON.stringify([...hub.asked.values()].map(({ type }) => type))).not.toContain(secret);
});

test("certificates of another institution than the tab's are never shown", () => {
  const panel = new Panel();
  nativePort().says(example("welcome"));
  nativePort().says(example("certificates-none", { id: nativePort().last("list")["id"] }));
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
  nativePort().says(example("error", { id: nativePort().last("list")["id"] }));
  expect(panel.view).toEqual({ type: "failed", code: "G004e", reason: "origin-mismatch", retry: false });
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
  vi.advanceTimersByTime(limits.listMilliseconds);
  expect(panel.view).toEqual({ type: "host-problem", problem: { name: "stopped" } });
});

test("a host that is busy with another panel's flow isn't stopped for a list it owes; that panel alone may try again", () => {
  const { panel, flow } = openFlow();
  const waiting = new Panel();
  vi.advanceTimersByTime(limits.listMilliseconds);
  expect(waiting.view).toEqual({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
  expect(panel.view.type).toBe("prompt");
  expect(hub.host.state.name).toBe("ready");

  const late = nativePort().last("list")["id"];
  nativePort().says(example("certificates", { id: late }));
  expect(waiting.view.type).toBe("failed");
  nativePort().says(example("done", { flow }));
  waiting.asks({ type: "list" });
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
  expect(waiting.view.type).toBe("certificates");
});

/** The page has heard its news: nothing is owed to it any more. */
async function answerPage(): Promise<void> {
  nativePort().says(example("welcome"));
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
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

test("a renewal is a flow like an issue, of the certificate the user chose", () => {
  const panel = openPanel();
  panel.asks({ type: "renew", certificate: "9f86d081884c7d65" });
  const renew = nativePort().last("renew");
  expect(validator("fromBrowser")(renew)).toBe(true);
  expect(renew).toMatchObject({ institution: "2235", origin: tab.origin, certificate: "9f86d081884c7d65" });
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

test("a removed certificate leads to a fresh list; one that the host won't remove says why", () => {
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

test("nothing is removed while a flow is open", () => {
  const { panel } = openFlow();
  panel.asks({ type: "remove", certificate: "9f86d081884c7d65" });
  expect(nativePort().all("remove")).toHaveLength(0);
});

describe("in a tab of its own", () => {
  const own = { id: 7, origin: "chrome-extension://ddaniehfdnhkiknojdeepnahphfjkbnm" };

  function openOwn(): Panel {
    const panel = new Panel(own);
    nativePort().says(example("welcome"));
    nativePort().says(example("overview", { id: nativePort().last("survey")["id"] }));
    return panel;
  }

  test("the panel asks for which institution first, and then goes on as in a page, with the extension's own origin", () => {
    const panel = openOwn();
    expect(panel.view).toMatchObject({ type: "institutions" });
    panel.asks({ type: "choose", institution: "2235" });
    expect(nativePort().last("list")).toMatchObject({ institution: "2235", origin: own.origin });
    nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
    panel.asks({ type: "issue" });
    expect(nativePort().last("issue")).toMatchObject({ institution: "2235", origin: own.origin });
    for (const message of nativePort().sent) expect(validator("fromBrowser")(message)).toBe(true);
  });

  test("nothing begins before an institution is chosen", () => {
    const panel = openOwn();
    panel.asks({ type: "issue" });
    panel.asks({ type: "renew", certificate: "x" });
    panel.asks({ type: "remove", certificate: "x" });
    expect(nativePort().sent.map((message) => (message as { type: string }).type)).toEqual(["hello", "survey"]);
  });

  test("another institution can be chosen, but not in the middle of a flow", () => {
    const panel = openOwn();
    panel.asks({ type: "choose", institution: "2235" });
    nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
    panel.asks({ type: "issue" });
    panel.asks({ type: "choose", institution: "2224" });
    panel.asks({ type: "institutions" });
    expect(panel.session.institution).toBe("2235");
    nativePort().says({ type: "cancelled", flow: nativePort().last("issue")["id"] });
    panel.asks({ type: "institutions" });
    expect(nativePort().all("survey")).toHaveLength(2);
  });

  test("a bank's page has chosen: its panel can't be led to another institution", () => {
    const panel = openPanel();
    panel.asks({ type: "choose", institution: "9999" });
    panel.asks({ type: "institutions" });
    expect(panel.session.institution).toBe("2235");
    expect(nativePort().all("survey")).toHaveLength(0);
  });
});

test("a new certificate is remembered until the restart, also where its panel is gone, and the list says so", async () => {
  const { panel, flow } = openFlow();
  hub.removePanel(panel.session);
  nativePort().says(example("done", { flow }));
  expect(hub.restart.notes("2235")).toEqual([{ standing: "restart", commonName: "logid031 A001 20200304153656560435" }]);
  await hub.restart.saved;
  expect(JSON.stringify([...fakeBrowser().local.stored])).toContain("9f86d081884c7d65");
  expect(openPanel().view).toMatchObject({ type: "certificates", notes: [{ standing: "restart" }] });
});

test("closing the browser closes every window, after what must survive is on disk", async () => {
  const panel = openPanel();
  panel.asks({ type: "close-browser" });
  await settled();
  expect(fakeBrowser().closedWindows).toEqual([1, 2]);
});

describe("a bank's page hears", () => {
  async function newsWith(list: object): Promise<unknown> {
    const port = new FakePort("page");
    hub.addPage(newPage(port));
    nativePort().says(example("welcome"));
    nativePort().says(example("certificates", { id: nativePort().last("list")["id"], ...list }));
    await settled();
    return port.sent.at(-1);
  }

  test("of certificates in their notice time, and that the host can issue and renew", async () => {
    const institution = { ...unsupported, supported: true };
    const certificates = [renewable, { ...renewable, id: "old", replaced: true }, notYet];
    const { commonName } = renewable;
    const expiring = [{ commonName, daysLeft: 12 }];
    expect(await newsWith({ institution, certificates })).toEqual({ type: "news", launch: true, expiring, notes: [] });
  });

  test("that the host can do nothing for this institution", async () => {
    expect(await newsWith({})).toMatchObject({ launch: false });
  });

  test("at once when the host is gone", async () => {
    const port = new FakePort("page");
    hub.addPage(newPage(port));
    nativePort().says(example("welcome"));
    const institution = { ...unsupported, supported: true };
    nativePort().says(example("certificates", { id: nativePort().last("list")["id"], institution }));
    await settled();
    expect(port.last("news")).toMatchObject({ launch: true });
    nativePort().goes("Native host has exited.");
    expect(port.last("news")).toMatchObject({ launch: false });
  });

  test("nothing of another institution's list", async () => {
    const institution = { ...unsupported, code: "9999", supported: true };
    expect(await newsWith({ institution })).toMatchObject({ launch: false });
  });
});

describe("what an earlier run of the host left open", () => {
  test("is installed now: it waits for a restart, the user is told, and an open list is asked for anew", () => {
    const panel = openPanel();
    const lists = nativePort().all("list").length;
    nativePort().says(example("recovered"));
    nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
    expect(hub.restart.notes("2235")).toMatchObject([{ standing: "restart", commonName: "logid031 A001 20200304153656560435" }]);
    expect(fakeBrowser().notifications.map(({ id }) => id)).toEqual(["recovered-2235-9f86d081884c7d65"]);
    expect(nativePort().all("list").length).toBeGreaterThan(lists);
    expect(panel.view.type).toBe("certificates");
  });

  test("came to nothing: the list says so, once", () => {
    const panel = openPanel();
    nativePort().says(example("recovered-nothing"));
    nativePort().says(example("certificates", { id: nativePort().last("list")["id"] }));
    expect(panel.view).toMatchObject({ type: "certificates", interrupted: true });
    const again = openPanel();
    expect(again.view).toMatchObject({ type: "certificates", interrupted: false });
  });

  test("doesn't disturb a flow", () => {
    const { panel } = openFlow();
    nativePort().says(example("recovered"));
    expect(panel.view.type).toBe("prompt");
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { notYet, renewable, unsupported } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { FakePort, fakeBrowser, nativePort, settled } from "../../test/fake-chrome.js";
import { hub, listed, newPage, openFlow, openPanel, Panel, startHub } from "../../test/hub.js";

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
});
afterEach(() => vi.useRealTimers());

test("a new certificate is remembered until the restart, also where its panel is gone, and the list says so", async () => {
  const { panel, flow } = openFlow();
  hub.removePanel(panel.session);
  nativePort().says(example("done", { flow }));
  expect(hub.restart.notes("2235")).toEqual([{ standing: "restart", commonName: "logid031 A001 20200304153656560435" }]);
  await hub.restart.saved;
  expect(JSON.stringify([...fakeBrowser().local.stored])).toContain("9f86d081884c7d65");
  expect(openPanel().view).toMatchObject({ type: "certificates", notes: [{ standing: "restart" }] });
});

test("a certificate that came while nobody heard of it is reminded of, once the host is there again", () => {
  openFlow();
  nativePort().goes();
  const next = new Panel();
  nativePort().says(example("welcome"));
  const come = { ...renewable, id: "come-meanwhile", commonName: "logid031 A001 2" };
  next.asks({ type: "choose", institution: "2235" });
  listed({ certificates: [come] });
  expect(next.view).toMatchObject({ notes: [{ standing: "restart", commonName: "logid031 A001 2" }] });
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
    listed(list);
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
    listed({ institution });
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
    listed();
    expect(hub.restart.notes("2235")).toMatchObject([{ standing: "restart", commonName: "logid031 A001 20200304153656560435" }]);
    expect(fakeBrowser().notifications.map(({ id }) => id)).toEqual(["recovered-2235-9f86d081884c7d65"]);
    expect(nativePort().all("list").length).toBeGreaterThan(lists);
    expect(panel.view.type).toBe("certificates");
  });

  test("came to nothing: the list says so, once", () => {
    const panel = openPanel();
    nativePort().says(example("recovered-nothing"));
    listed();
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

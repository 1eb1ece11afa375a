import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { example, validator } from "../../test/contract.js";
import { nativePort } from "../../test/fake-chrome.js";
import { listed, ownTab, Panel, startHub } from "../../test/hub.js";

beforeEach(() => {
  vi.useFakeTimers();
  startHub();
});
afterEach(() => vi.useRealTimers());

describe("in a tab of its own", () => {
  function openOwn(): Panel {
    const panel = new Panel();
    nativePort().says(example("welcome"));
    nativePort().says(example("overview", { id: nativePort().last("survey")["id"] }));
    return panel;
  }

  test("the panel asks for which institution first, and then goes on as in a page, with the extension's own origin", () => {
    const panel = openOwn();
    expect(panel.view).toMatchObject({ type: "institutions" });
    panel.asks({ type: "choose", institution: "2235" });
    expect(nativePort().last("list")).toMatchObject({ institution: "2235", origin: ownTab.origin });
    listed();
    panel.asks({ type: "issue" });
    expect(nativePort().last("issue")).toMatchObject({ institution: "2235", origin: ownTab.origin });
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
    listed();
    panel.asks({ type: "issue" });
    panel.asks({ type: "choose", institution: "2224" });
    panel.asks({ type: "institutions" });
    expect(panel.session.institution).toBe("2235");
    nativePort().says({ type: "cancelled", flow: nativePort().last("issue")["id"] });
    panel.asks({ type: "institutions" });
    expect(nativePort().all("survey")).toHaveLength(2);
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endApp, lists, open, port, prepareApp, press, says, screen } from "../../test/app.js";
import { holding, notYet, renewable } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, settled } from "../../test/fake-chrome.js";
import type { View } from "../shared/panel-messages.js";
import { replacedPage } from "./own-tab.js";

beforeEach(prepareApp);
afterEach(endApp);

const chosen = { type: "choose", institution: "9999" };
const issued = { type: "issue" };
const renewed = { type: "renew", certificate: renewable.id };

/** In the place of a bank's page, with the worker listening. */
function replaces(hash: string): void {
  open(hash);
  says({ type: "connecting" });
}

describe("in the place of a bank's page", () => {
  test.each([
    ["#9999-issue", issued],
    [`#9999-renewal-${renewable.id}`, renewed],
  ])("what the user asked for there begins as soon as the list is known, without that being shown: %s", (hash, begun) => {
    open(hash);
    expect(port.sent).toEqual([]);
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
    lists(renewable, notYet);
    expect(port.sent).toEqual([chosen, begun]);
    expect(screen()).toBe("connecting");
    says({ type: "busy", why: "starting" });
    expect(screen()).toBe("progress");
  });

  test("a certificate is issued without another warning: the user was warned there", () => {
    replaces("#9999-issue");
    lists(renewable);
    expect(port.sent).toEqual([chosen, issued]);
    expect(screen()).not.toBe("confirm-issue");
  });

  test("the prompt of a renewal says of which certificate, and whose list it was", () => {
    replaces(`#9999-renewal-${renewable.id}`);
    lists(notYet, renewable);
    says({ type: "busy", why: "starting" });
    expect(document.querySelector("h1")?.textContent).toBe("証明書を更新しています");
    says(example("prompt-renew") as unknown as View);
    expect(document.querySelector("[data-common-name]")?.textContent).toContain(renewable.commonName);
    expect(document.querySelector<HTMLElement>("[data-institution]")?.dataset["institution"]).toBe("9999");
  });

  test.each(["#9999-issue", `#9999-renewal-${renewable.id}`])("it is done once: the next list is shown (%s)", (hash) => {
    replaces(hash);
    lists(renewable);
    lists(renewable);
    expect(port.sent).toHaveLength(2);
    expect(screen()).toBe("CCHK001");
  });

  test("a renewal of a certificate that is gone by now shows what is there", () => {
    replaces(`#9999-renewal-${renewable.id}`);
    lists(notYet);
    expect(port.sent).toEqual([chosen]);
    expect(screen()).toBe("CCHK001");
    lists(renewable);
    expect(port.sent).toEqual([chosen]);
  });

  test("a list that fails is asked for anew, and then it begins", () => {
    replaces("#9999-issue");
    says({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
    press("retry");
    lists();
    expect(port.sent).toEqual([chosen, { type: "list" }, issued]);
  });

  test("after the worker was lost the next one is told for which institution, and begins nothing by itself", () => {
    replaces("#9999-issue");
    port.goes();
    press("retry");
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
    lists();
    expect(screen()).toBe("CCHK001");
    expect(port.sent).toEqual([chosen]);
  });

  test("another institution gets its list, and nothing that was asked for elsewhere", () => {
    replaces("#9999-issue");
    says({ type: "certificates", notes: [], interrupted: false, ...holding([], { code: "2224" }) });
    expect(screen()).toBe("CCHK001");
    lists();
    expect(port.sent).toEqual([chosen]);
  });

  test("loaded anew, nothing is done twice: the address says nothing any more, and the page is for that institution still", () => {
    replaces("#9999-issue");
    expect(location.hash).toBe("");
    lists();
    open();
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
    lists();
    expect(port.sent).toEqual([chosen]);
    expect(screen()).toBe("CCHK001");
    expect(replacedPage()).toBe("9999");
  });

  test("sent to another institution, it forgets what it was to do", () => {
    replaces("#9999-issue");
    location.hash = "#2224";
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    lists();
    expect(port.sent).toEqual([chosen, { type: "choose", institution: "2224" }]);
    expect(location.hash).toBe("");
    expect(screen()).toBe("CCHK001");
  });

  test("an address with a task that comes later begins nothing", () => {
    open();
    says({ type: "connecting" });
    location.hash = "#9999-issue";
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    expect(port.sent).toEqual([]);
    expect(replacedPage()).toBeUndefined();
  });

  test.each<[string, View]>([
    ["the list", { type: "certificates", notes: [], interrupted: false, ...holding([]) }],
    ["the result", example("done") as unknown as View],
    ["an error", { type: "failed", code: "G001e", reason: "internal", retry: true }],
    ["a missing host", { type: "host-problem", problem: { name: "missing" } }],
  ])("closing goes back to it, behind every entry of ours, from %s", async (_, view) => {
    const go = vi.spyOn(history, "go").mockImplementation(() => undefined);
    vi.stubGlobal("navigation", { currentEntry: { index: 1 } });
    replaces("#9999-issue");
    lists();
    says(view);
    expect(document.querySelector("[data-action=close]")?.textContent).toBe("金融機関のページに戻る");
    press("close");
    await settled();
    expect(go).toHaveBeenCalledExactlyOnceWith(-2);
    expect(replacedPage()).toBeUndefined();
    expect(fakeBrowser().closedTabs).toEqual([]);
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { endApp, isSentTo, lists, open, port, prepareApp, press, says, screen } from "../../test/app.js";
import { holding, notYet, renewable } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, settled } from "../../test/fake-chrome.js";
import type { View } from "../shared/panel-messages.js";
import { besidePage } from "./own-tab.js";

beforeEach(prepareApp);
afterEach(endApp);

const chosen = { type: "choose", institution: "9999" };
const issued = { type: "issue" };
const renewed = { type: "renew", certificate: renewable.id };

/** Beside a bank's page, with the worker listening. */
function opensBeside(hash: string): void {
  open(hash);
  says({ type: "connecting" });
}

describe("beside a bank's page", () => {
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
    opensBeside("#9999-issue");
    lists(renewable);
    expect(port.sent).toEqual([chosen, issued]);
    expect(screen()).not.toBe("confirm-issue");
  });

  test("the prompt of a renewal says of which certificate, and whose list it was", () => {
    opensBeside(`#9999-renewal-${renewable.id}`);
    lists(notYet, renewable);
    says({ type: "busy", why: "starting" });
    expect(document.querySelector("h1")?.textContent).toBe("証明書を更新しています");
    says(example("prompt-renew") as unknown as View);
    expect(document.querySelector("[data-common-name]")?.textContent).toContain(renewable.commonName);
    expect(document.querySelector<HTMLElement>("[data-institution]")?.dataset["institution"]).toBe("9999");
  });

  test.each(["#9999-issue", `#9999-renewal-${renewable.id}`])("it is done once: the next list is shown (%s)", (hash) => {
    opensBeside(hash);
    lists(renewable);
    lists(renewable);
    expect(port.sent).toHaveLength(2);
    expect(screen()).toBe("CCHK001");
  });

  test("a renewal of a certificate that is gone by now shows what is there", () => {
    opensBeside(`#9999-renewal-${renewable.id}`);
    lists(notYet);
    expect(port.sent).toEqual([chosen]);
    expect(screen()).toBe("CCHK001");
    lists(renewable);
    expect(port.sent).toEqual([chosen]);
  });

  test("a list that fails is asked for anew, and then it begins", () => {
    opensBeside("#9999-issue");
    says({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
    press("retry");
    lists();
    expect(port.sent).toEqual([chosen, { type: "list" }, issued]);
  });

  test("after the worker was lost the next one is told for which institution, and begins nothing by itself", () => {
    opensBeside("#9999-issue");
    port.goes();
    press("retry");
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
    lists();
    expect(screen()).toBe("CCHK001");
    expect(port.sent).toEqual([chosen]);
  });

  test("another institution gets its list, and nothing that was asked for elsewhere", () => {
    opensBeside("#9999-issue");
    says({ type: "certificates", notes: [], interrupted: false, ...holding([], { code: "2224" }) });
    expect(screen()).toBe("CCHK001");
    lists();
    expect(port.sent).toEqual([chosen]);
  });

  test("loaded anew, however often, nothing is done twice: the address says nothing any more, and the tab is for that institution still", () => {
    opensBeside("#9999-issue");
    expect(location.hash).toBe("");
    lists();
    for (let times = 0; times < 2; times += 1) {
      open();
      says({ type: "connecting" });
      expect(port.sent).toEqual([chosen]);
      lists();
      expect(port.sent).toEqual([chosen]);
      expect(screen()).toBe("CCHK001");
      expect(besidePage()).toBe("9999");
    }
  });

  test("loaded anew before the worker spoke, it still does what it was opened for, once", () => {
    open("#9999-issue");
    open();
    says({ type: "connecting" });
    lists();
    expect(port.sent).toEqual([chosen, issued]);
  });

  test("sent to another institution, it forgets what it was to do", () => {
    opensBeside("#9999-issue");
    isSentTo("#2224");
    lists();
    expect(port.sent).toEqual([chosen, { type: "choose", institution: "2224" }]);
    expect(location.hash).toBe("");
    expect(screen()).toBe("CCHK001");
    expect(besidePage()).toBeUndefined();
  });

  test("whose worker was lost before any list, the tab is still for that institution", () => {
    opensBeside("#9999-issue");
    port.goes();
    open();
    port.goes();
    press("retry");
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
    expect(besidePage()).toBe("9999");
  });

  test("an address with a task that comes later begins nothing", () => {
    open();
    says({ type: "connecting" });
    isSentTo("#9999-issue");
    expect(port.sent).toEqual([]);
    expect(besidePage()).toBeUndefined();
  });

  test.each<[string, View, string]>([
    ["the list", { type: "certificates", notes: [], interrupted: false, ...holding([]) }, "金融機関のページに戻る"],
    ["the result", example("done") as unknown as View, "閉じる"],
    ["an error", { type: "failed", code: "G001e", reason: "internal", retry: true }, "閉じる"],
    ["a missing host", { type: "host-problem", problem: { name: "missing" } }, "閉じる"],
  ])("closing closes our own tab, and nothing else, from %s", async (_, view, label) => {
    opensBeside("#9999-issue");
    lists();
    says(view);
    expect(document.querySelector("[data-action=close]")?.textContent).toBe(label);
    press("close");
    await settled();
    expect(fakeBrowser().closedTabs).toEqual([7]);
  });
});

test("a tab for an institution that was opened from no bank's page leads back to none, loaded anew neither", () => {
  open("#9999");
  says({ type: "connecting" });
  lists();
  expect(document.querySelector("[data-action=close]")).toBeNull();
  expect(document.querySelector("[data-action=institutions]")).not.toBeNull();
  open();
  says({ type: "connecting" });
  expect(port.sent).toEqual([]);
  expect(besidePage()).toBeUndefined();
});

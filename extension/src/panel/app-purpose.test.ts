// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { endApp, isSentTo, lists, open, port, prepareApp, press, says, screen } from "../../test/app.js";
import { holding, notYet, renewable } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, settled } from "../../test/fake-chrome.js";
import { notePage } from "../shared/page-beside.js";
import type { View } from "../shared/panel-messages.js";
import type { Standing } from "../shared/restart-note.js";
import { besidePage } from "./beside-page.js";

beforeEach(prepareApp);
afterEach(endApp);

const chosen = { type: "choose", institution: "9999" };

/** With the worker listening. */
function opens(hash?: string): void {
  open(hash);
  says({ type: "connecting" });
}

describe("beside a bank's page", () => {
  const hashes = ["#9999-certificates", "#9999-renewal", "#9999-restart"];

  test.each(hashes)("that one's certificates are asked for as soon as the worker listens, and nothing is begun: %s", async (hash) => {
    open(hash);
    expect(port.sent).toEqual([]);
    says({ type: "connecting" });
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
    lists(renewable, notYet);
    await settled();
    expect(port.sent).toEqual([chosen]);
  });

  test("which was for renewal, the list says why there is nothing to renew; the next one is a list like any other", () => {
    opens("#9999-renewal");
    lists(notYet);
    expect(document.querySelector("[data-nothing-renewable]")).not.toBeNull();
    lists(notYet);
    expect(document.querySelector("[data-nothing-renewable]")).toBeNull();
  });

  const waiting = (standing: Standing): void =>
    says({ type: "certificates", notes: [{ standing, commonName: "logid031 A001 1" }], interrupted: false, ...holding([]) });

  test("where the reminder of the restart was pressed, it is asked at once whether to close; going back comes to the list", async () => {
    opens("#9999-restart");
    waiting("again");
    await settled();
    expect(screen()).toBe("confirm-close");
    press("back");
    expect(screen()).toBe("CCHK001");
    waiting("restart");
    await settled();
    expect(screen()).toBe("CCHK001");
  });

  test("after the restart nobody is asked to close again, though the browser brings the tab back", async () => {
    opens("#9999-restart");
    waiting("confirmed");
    await settled();
    expect(screen()).toBe("CCHK001");
  });

  test("pressed again there, it is what was pressed then", async () => {
    opens("#9999-certificates");
    waiting("restart");
    isSentTo("#9999-restart");
    expect(port.sent).toEqual([chosen, chosen]);
    waiting("restart");
    await settled();
    expect(screen()).toBe("confirm-close");
  });

  test.each([true, false])("closing leads back to the page from which it was opened, whatever the user has looked at since (still there: %s)", async (there) => {
    await notePage(7, 12);
    if (!there) Object.assign(chrome.tabs, { update: () => Promise.reject(new Error("No tab with id: 12.")) });
    opens("#9999-certificates");
    lists();
    press("close");
    await settled();
    expect(fakeBrowser().tabs).toEqual(there ? [{ url: "tab 12" }] : []);
    expect(fakeBrowser().closedTabs).toEqual([7]);
  });

  test("a list that fails is asked for anew, and is still what was wished for", () => {
    opens("#9999-renewal");
    says({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
    press("retry");
    lists();
    expect(port.sent).toEqual([chosen, { type: "list" }]);
    expect(document.querySelector("[data-nothing-renewable]")).not.toBeNull();
  });

  test.each([true, false])("after the worker was lost the next one is told for which institution (list seen: %s)", (seen) => {
    opens("#9999-certificates");
    if (seen) lists();
    says({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
    port.goes();
    press("retry");
    says({ type: "connecting" });
    expect(port.sent).toEqual([chosen]);
  });

  test.each(hashes)("loaded anew, however often, the tab is for that institution still: %s", (hash) => {
    opens(hash);
    lists();
    for (let times = 0; times < 2; times += 1) {
      opens();
      expect(port.sent).toEqual([chosen]);
      expect(besidePage()).toBe("9999");
    }
  });

  test.each<[string, View, string]>([
    ["the list", { type: "certificates", notes: [], interrupted: false, ...holding([]) }, "金融機関のページに戻る"],
    ["the result", example("done") as unknown as View, "閉じる"],
    ["an error", { type: "failed", code: "G001e", reason: "internal", retry: true }, "閉じる"],
    ["a missing host", { type: "host-problem", problem: { name: "missing" } }, "閉じる"],
  ])("closing closes our own tab, and nothing else, from %s", async (_, view, label) => {
    opens("#9999-certificates");
    lists();
    says(view);
    expect(document.querySelector("[data-action=close]")?.textContent).toBe(label);
    press("close");
    await settled();
    expect(fakeBrowser().closedTabs).toEqual([7]);
  });
});

describe("for an institution, from no bank's page", () => {
  test("its certificates are asked for once; the tab leads back to no page, loaded anew neither", () => {
    opens("#9999");
    lists();
    expect(port.sent).toEqual([chosen]);
    expect(document.querySelector("[data-action=close]")).toBeNull();
    expect(document.querySelector("[data-action=institutions]")).not.toBeNull();
    opens();
    expect(port.sent).toEqual([]);
    expect(besidePage()).toBeUndefined();
  });

  test("the same again is heard again: the address doesn't keep it", () => {
    opens();
    for (let times = 1; times <= 2; times += 1) {
      isSentTo("#9999");
      expect(port.sent).toHaveLength(times);
      expect(location.hash).toBe("");
    }
  });
});

test.each(["", "#9999-issue", "#renewal"])("an address that comes later and isn't ours asks for nothing: %j", (hash) => {
  opens();
  isSentTo(hash);
  expect(port.sent).toEqual([]);
});

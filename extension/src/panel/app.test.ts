// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { holding, renewable } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, FakePort, installFakeChrome, settled } from "../../test/fake-chrome.js";
import { trusted } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import type { View } from "../shared/panel-messages.js";
import { App } from "./app.js";

let port: FakePort;

beforeEach(() => {
  installFakeChrome();
  port = new FakePort("panel");
  vi.spyOn(chrome.runtime, "connect").mockImplementation(() => port.asPort);
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe(): void {
        // Nothing here is about what is visible.
      }
    },
  );
  document.body.replaceChildren();
  location.hash = "";
});
afterEach(() => vi.unstubAllGlobals());

function open(hash = ""): void {
  location.hash = hash;
  new App().start();
}

function press(action: string): void {
  document.querySelector(`[data-action=${action}]`)?.dispatchEvent(trusted(new MouseEvent("click")));
}

const says = (view: View): void => port.says(view);
const screen = (): string | undefined => document.querySelector<HTMLElement>("[data-screen]")?.dataset["screen"];
const lists = (...certificates: Parameters<typeof holding>[0]): void =>
  says({ type: "certificates", notes: [], interrupted: false, ...holding(certificates) });

test("without certificates 証明書発行 issues at once", () => {
  open();
  lists();
  press("issue");
  expect(port.sent).toEqual([{ type: "issue" }]);
});

test("where one can be renewed 証明書発行 warns first; going back comes to the list, going on issues", () => {
  open();
  lists(renewable);
  press("issue");
  expect(screen()).toBe("confirm-issue");
  expect(port.sent).toEqual([]);
  press("back");
  expect(screen()).toBe("CCHK001");
  press("issue");
  press("continue-issue");
  expect(port.sent).toEqual([{ type: "issue" }]);
});

test("a renewal is called one on every screen that it shares with an issue", () => {
  open();
  lists(renewable);
  press("renew");
  expect(port.sent).toEqual([{ type: "renew", certificate: "renewable" }]);
  says({ type: "busy", why: "starting" });
  expect(document.querySelector("h1")?.textContent).toBe("証明書を更新しています");
  says({ type: "progress", stage: "requesting", step: 3, of: 5 });
  expect(document.querySelector("[role=status]")?.textContent).toContain("更新を申し込んで");
  says(example("prompt-renew") as unknown as View);
  expect(document.querySelector("[data-common-name]")?.textContent).toContain(renewable.commonName);
  says(example("done-renewed") as unknown as View);
  expect(document.querySelector("main")?.textContent).not.toContain("発行");
});

test("a certificate is removed after a question, and the list says that it is gone", () => {
  open();
  says(example("done-renewed") as unknown as View);
  press("remove");
  expect(screen()).toBe("confirm-remove");
  press("back");
  expect(screen()).toBe("CCHK007");
  press("remove");
  press("confirm-remove");
  expect(port.sent).toEqual([{ type: "remove", certificate: "9f86d081884c7d65" }]);
  says({ type: "busy", why: "removing" });
  expect(document.querySelector("h1")?.textContent).toBe("古い証明書を削除しています");
  lists();
  expect(document.querySelector("[data-removed]")).not.toBeNull();
  lists();
  expect(document.querySelector("[data-removed]")).toBeNull();
});

test("every window is closed only after a question that counts them", async () => {
  open();
  says(example("done") as unknown as View);
  press("close-browser");
  await settled();
  expect(screen()).toBe("confirm-close");
  expect(document.querySelector("section")?.dataset["windows"]).toBe("2");
  expect(port.sent).toEqual([]);
  press("confirm-close");
  expect(port.sent).toEqual([{ type: "close-browser" }]);
});

test("opened by the reminder of the restart, the panel asks at once whether to close", async () => {
  open("#restart");
  lists();
  await settled();
  expect(screen()).toBe("confirm-close");
});

test("opened for an institution, the panel chooses it once the worker listens, and only then", () => {
  open("#2235");
  expect(port.sent).toEqual([]);
  says({ type: "connecting" });
  says({ type: "connecting" });
  expect(port.sent).toEqual([{ type: "choose", institution: "2235" }]);
});

test("closing the panel closes its own tab", async () => {
  open();
  says({ type: "institutions", institutions: [] });
  press("close");
  await settled();
  expect(fakeBrowser().closedTabs).toEqual([7]);
});

test("the institutions with certificates come first, and the practice one is named as such", () => {
  open();
  const other = holding([], { code: "2224", practice: false });
  says({ type: "institutions", institutions: [other, holding([renewable])] });
  const choices = Array.from(document.querySelectorAll<HTMLElement>("[data-action=choose]"));
  expect(choices.map(({ dataset }) => dataset["institution"])).toEqual(["9999", "2224"]);
  expect(choices.map(({ textContent }) => textContent.includes("練習用："))).toEqual([true, false]);
  choices[1]?.dispatchEvent(trusted(new MouseEvent("click")));
  expect(port.sent).toEqual([{ type: "choose", institution: "2224" }]);
});

test("the document is named after its screen", () => {
  open();
  lists();
  expect(document.title).toBe("証明書取得 - Inkan");
});

test("the screen that waits for the host is drawn once, not again with every word of it", () => {
  open();
  const drawn = document.querySelector("[data-screen=connecting]");
  says({ type: "connecting" });
  expect(document.querySelector("[data-screen=connecting]")).toBe(drawn);
});

describe("a page that is left while something is asked", () => {
  const leave = (): boolean => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

  beforeEach(() => {
    // In a frame.
    vi.spyOn(window, "top", "get").mockReturnValue(null);
  });
  afterEach(() => vi.restoreAllMocks());

  test("is left at once where nothing is asked", () => {
    open();
    lists();
    expect(leave()).toBe(false);
    expect(port.sent).toEqual([{ type: "going", how: "leaving" }]);
  });

  test.each([
    ["where the browser doesn't ask, the worker hears of no answer", limits.answerMilliseconds - 1, []],
    ["where it asks, it hears so once the user has answered", limits.answerMilliseconds, ["leaving"]],
  ])("%s", (_, answeredAfter, told) => {
    vi.useFakeTimers();
    open();
    says(example("prompt") as unknown as View);
    leave();
    const now = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(now + answeredAfter);
    vi.runOnlyPendingTimers();
    vi.useRealTimers();
    expect(port.sent.map((sent) => (sent as { how?: string }).how)).toEqual(told);
  });

  test("is left only once the browser has asked the user, and the worker knows that the user is being asked", () => {
    open();
    says(example("prompt") as unknown as View);
    expect(leave()).toBe(true);
    expect(port.sent).toEqual([]);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
    expect(port.sent.at(-1)).toEqual({ type: "going", how: "staying" });
  });
});

test("a tab that the page opens while something is asked makes the panel move; not one for which the user was on the way elsewhere", () => {
  open();
  port.says({ type: "opened" });
  expect(port.sent).toEqual([{ type: "move" }]);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Control" }));
  port.says({ type: "opened" });
  expect(port.sent).toHaveLength(1);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endApp, lists, open, port, prepareApp, press, says, screen } from "../../test/app.js";
import { holding, renewable } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, settled } from "../../test/fake-chrome.js";
import { trusted } from "../../test/shadow-roots.js";
import type { View } from "../shared/panel-messages.js";

beforeEach(prepareApp);
afterEach(endApp);

test("without certificates 証明書発行 issues at once", async () => {
  open();
  lists();
  press("issue");
  await settled();
  expect(port.sent).toEqual([{ type: "issue" }]);
});

test("where one can be renewed 証明書発行 warns first; going back comes to the list, going on issues", async () => {
  open();
  lists(renewable);
  press("issue");
  expect(screen()).toBe("confirm-issue");
  expect(port.sent).toEqual([]);
  press("back");
  expect(screen()).toBe("CCHK001");
  press("issue");
  press("continue-issue");
  await settled();
  expect(port.sent).toEqual([{ type: "issue" }]);
});

test("a renewal is called one on every screen that it shares with an issue", async () => {
  open();
  lists(renewable);
  press("renew");
  await settled();
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

test("a certificate whose removal nobody knows the end of isn't said to be gone", () => {
  open();
  says(example("done-renewed") as unknown as View);
  press("remove");
  press("confirm-remove");
  expect(port.all("remove")).toHaveLength(1);
  says({ type: "host-problem", problem: { name: "missing" } });
  lists(renewable);
  expect(document.querySelector("[data-removed]")).toBeNull();
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

test("a new worker hears again which institution the user has chosen, once it listens; not of one that the user has left", () => {
  open();
  lists();
  port.goes();
  says({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
  press("retry");
  expect(port.sent).toEqual([]);
  says({ type: "connecting" });
  expect(port.sent).toEqual([{ type: "choose", institution: "9999" }]);
  says({ type: "institutions", institutions: [] });
  port.goes();
  says({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
  press("retry");
  says({ type: "connecting" });
  expect(port.sent).toEqual([]);
});

test("kept for the way back, the panel loads itself anew: it has lost the worker", () => {
  const reload = vi.spyOn(location, "reload").mockImplementation(() => undefined);
  open();
  const shown = (persisted: boolean): boolean => window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  shown(false);
  expect(reload).not.toHaveBeenCalled();
  shown(true);
  expect(reload).toHaveBeenCalledOnce();
});

describe("what comes up under somebody's typing", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(document, "hasFocus").mockReturnValue(false);
    Object.assign(chrome.tabs, { get: () => Promise.resolve({ active: false, windowId: 1 }) });
    Object.assign(chrome.windows, { getLastFocused: () => Promise.resolve({ id: 2, focused: true }) });
  });
  afterEach(() => vi.useRealTimers());

  async function typesAndLosesTheKeyboard(): Promise<void> {
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    window.dispatchEvent(new Event("blur"));
    await vi.advanceTimersByTimeAsync(1000);
  }

  test("over our own page is put behind it, while something is asked for and no longer", async () => {
    open();
    lists();
    await typesAndLosesTheKeyboard();
    expect(fakeBrowser().tabs).toEqual([]);
    says(example("prompt") as unknown as View);
    await typesAndLosesTheKeyboard();
    expect(fakeBrowser().tabs).toContainEqual({ url: "tab 7" });
  });
});

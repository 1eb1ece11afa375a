// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endApp, lists, port, says, screen } from "../../test/app.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, idUnloaded, settled } from "../../test/fake-chrome.js";
import { begins, comesBack, ours, preparePages, presses, unloaded, unloadsOnlyOnceTold } from "../../test/other-pages.js";
import { trusted } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import type { View } from "../shared/panel-messages.js";

const prompt = example("prompt") as unknown as View;

beforeEach(preparePages);
afterEach(endApp);

describe("until it is over", () => {
  beforeEach(async () => {
    await begins();
    says(prompt);
  });

  async function looksAtAnother(): Promise<void> {
    fakeBrowser().openTabs.push({ id: 13 });
    comesBack();
    await settled();
  }

  test("a page that the user has looked at meanwhile is unloaded when they come back and agree; what was typed is still there", async () => {
    const field = document.querySelector<HTMLInputElement>("[data-field=password] input, input[data-field=password]");
    if (field !== null) field.value = "typed before";
    await looksAtAnother();
    expect(screen()).toBe("confirm-others");
    expect(unloaded()).toEqual([8, 9]);
    await presses("continue");
    expect(unloaded()).toEqual([8, 9, 13]);
    expect(screen()).toBe("CCHK002");
    expect(document.querySelector("[data-field=password]")).not.toBeNull();
    expect(field?.isConnected).toBe(true);
    expect(field?.value).toBe("typed before");
  });

  test("what comes while that is asked is shown afterwards, and how the flow ends at once", async () => {
    says({ type: "progress", stage: "requesting", step: 3, of: 5 });
    await looksAtAnother();
    says({ type: "progress", stage: "checking", step: 4, of: 5 });
    says(prompt);
    expect(screen()).toBe("confirm-others");
    await presses("continue");
    expect(screen()).toBe("CCHK002");
    await looksAtAnother();
    says(example("done") as unknown as View);
    expect(screen()).toBe("CCHK007");
  });

  test("who agrees twice hasn't agreed to what is asked next", async () => {
    await looksAtAnother();
    const [agree] = document.querySelectorAll("[data-action=continue]");
    await presses("continue");
    await looksAtAnother();
    agree?.dispatchEvent(trusted(new MouseEvent("click")));
    await settled();
    expect(screen()).toBe("confirm-others");
    expect(unloaded()).toEqual([8, 9, 13]);
  });

  test("over while they are just being unloaded, nothing stays white", async () => {
    await looksAtAnother();
    const unload = unloadsOnlyOnceTold();
    fakeBrowser().openTabs.push({ id: 14, windowId: 3, active: true });
    await presses("continue");
    says(example("done") as unknown as View);
    await settled();
    unload();
    await settled();
    expect(screen()).toBe("CCHK007");
    expect(fakeBrowser().reloadedTabs).toContain(idUnloaded(14));
  });

  test("going back from there stops the flow, and shows that", async () => {
    await looksAtAnother();
    await presses("back");
    expect(port.all("back")).toHaveLength(1);
    says({ type: "busy", why: "stopping" });
    expect(screen()).toBe("progress");
    expect(unloaded()).toEqual([8, 9]);
  });

  test("a page that the browser has loaded by itself is asked about before the next prompt is answered", async () => {
    says({ type: "busy", why: "answering" });
    fakeBrowser().openTabs.push({ id: 13 });
    says(example("prompt-again") as unknown as View);
    await settled();
    expect(screen()).toBe("confirm-others");
  });

  test.each(["tabUpdated", "tabCreated", "tabReplaced"] as const)("a page that begins to run without a word to ours is asked about at once (%s)", async (event) => {
    fakeBrowser().openTabs.push({ id: 13 });
    fakeBrowser()[event].fire(13, {});
    await settled();
    expect(screen()).toBe("confirm-others");
    await presses("continue");
    expect(unloaded()).toEqual([8, 9, 13]);
  });

  test("about one that the browser doesn't unload the user is asked once, and once more when it has loaded", async () => {
    Object.assign(chrome.tabs, { discard: () => Promise.reject(new Error("Cannot discard tab")) });
    await looksAtAnother();
    await presses("continue");
    expect(screen()).toBe("CCHK002");
    fakeBrowser().tabUpdated.fire(13, { title: "new" });
    comesBack();
    await settled();
    expect(screen()).toBe("CCHK002");
    // It may have been refused because it was still loading.
    fakeBrowser().tabUpdated.fire(13, { status: "complete" });
    await settled();
    expect(screen()).toBe("confirm-others");
  });

  describe("what comes up over it", () => {
    const raised = 40;
    const putBehind = (): number => fakeBrowser().tabs.filter(({ url }) => url === "tab 7").length;
    const ended = (): boolean => unloaded().includes(raised);
    beforeEach(() => {
      fakeBrowser().front = [{ id: raised, status: "complete" }];
      vi.spyOn(document, "hasFocus").mockReturnValue(false);
      Object.assign(chrome.tabs, { get: () => Promise.resolve({ active: false, windowId: 1 }) });
      Object.assign(chrome.windows, { getLastFocused: () => Promise.resolve({ id: 1, focused: true }) });
    });
    // The user goes, and nothing is looked after any more.
    afterEach(() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "Control" })));

    test.each<[string, () => Promise<void>]>([
      ["while another page runs", () => looksAtAnother()],
      ["once none does", () => looksAtAnother().then(() => presses("continue"))],
    ])("is put behind ours again %s; it ends only if they have written", async (_, happens) => {
      await happens();
      window.dispatchEvent(new PointerEvent("pointerdown", { pointerType: "mouse" }));
      window.dispatchEvent(new Event("blur"));
      await settled();
      expect(putBehind()).toBeGreaterThan(0);
      expect(ended()).toBe(false);
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
      window.dispatchEvent(new Event("blur"));
      await settled();
      expect(ended()).toBe(true);
    });

    describe.each<[string, "ends" | "behind", () => Event]>([
      ["types on", "ends", () => new KeyboardEvent("keydown", { key: "a" })],
      ["is about to, in the field of the password", "behind", () => new KeyboardEvent("keydown", { key: "Tab" })],
    ])("once it has ended under the hands of somebody who %s", (_, fate, last) => {
      beforeEach(() => {
        vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
        window.dispatchEvent(last());
        says({ type: "failed", code: "G005e", reason: "login-locked", retry: false });
      });
      afterEach(() => vi.useRealTimers());

      test("is put behind as well, until they have stopped; what is in front elsewhere is loaded again only then", async () => {
        window.dispatchEvent(new Event("blur"));
        await vi.advanceTimersByTimeAsync(limits.distrustMilliseconds - 1);
        expect(putBehind()).toBeGreaterThan(0);
        expect(ended()).toBe(fate === "ends");
        expect(fakeBrowser().reloadedTabs).toEqual([]);
        await vi.advanceTimersByTimeAsync(limits.restMilliseconds);
        expect(fakeBrowser().reloadedTabs).toEqual([108]);
        const before = putBehind();
        window.dispatchEvent(new PointerEvent("pointerdown", { pointerType: "mouse" }));
        window.dispatchEvent(new Event("blur"));
        await vi.advanceTimersByTimeAsync(1000);
        expect(putBehind()).toBe(before);
      });

      test("is loaded again at once where they go to it", async () => {
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "Alt" }));
        await vi.advanceTimersByTimeAsync(limits.restMilliseconds);
        expect(fakeBrowser().reloadedTabs).toEqual([108]);
      });

      test("isn't the page to which our own button leads", async () => {
        await presses("close");
        window.dispatchEvent(new Event("blur"));
        await vi.advanceTimersByTimeAsync(1000);
        expect(putBehind()).toBe(0);
      });
    });
  });

  test("where another page of ours is open, nothing is loaded again: it may ask for something", async () => {
    fakeBrowser().contexts.push({ documentUrl: ours, tabId: 30, windowId: 1 });
    says(example("done") as unknown as View);
    await settled();
    expect(fakeBrowser().reloadedTabs).toEqual([]);
  });

  test("the focus is where it was, and the inputs are dead for a moment", async () => {
    const password = document.querySelector<HTMLElement>("input[type=password]");
    document.querySelector("main")?.removeAttribute("inert");
    password?.focus();
    expect(document.activeElement).toBe(password);
    await looksAtAnother();
    await presses("continue");
    document.querySelector("main")?.removeAttribute("inert");
    expect(document.querySelector("input[type=password]")).toBe(password);
    expect(document.activeElement).not.toBe(document.querySelector("[data-field=loginId]"));
  });

  test("a browser that doesn't answer for a moment, as while a tab is dragged, is asked again", async () => {
    const { query } = chrome.tabs;
    let times = 0;
    Object.assign(chrome.tabs, { query: (what: object) => ((times += 1) < 3 ? Promise.reject(new Error("dragging")) : query(what)) });
    fakeBrowser().openTabs.push({ id: 13 });
    comesBack();
    await vi.waitFor(() => expect(screen()).toBe("confirm-others"));
  });

  test("the worker lost while that is asked, nothing goes on", async () => {
    await looksAtAnother();
    port.goes();
    expect(screen()).toBe("lost");
  });

  test("with the worker lost nothing goes on: nobody is asked, and what is in front elsewhere is loaded again", async () => {
    port.goes();
    await settled();
    expect(screen()).toBe("lost");
    expect(fakeBrowser().reloadedTabs).toEqual([108]);
    await looksAtAnother();
    expect(screen()).toBe("lost");
  });

  test.each<[string, () => void]>([
    ["done", () => says(example("done") as unknown as View)],
    ["failed", () => says({ type: "failed", code: "G005e", reason: "login-locked", retry: false })],
    ["cancelled", () => lists()],
  ])("%s: what is in front in another window is loaded again, the rest as the user comes to it; and no more is unloaded", async (_, over) => {
    over();
    await settled();
    expect(fakeBrowser().reloadedTabs).toEqual([108]);
    fakeBrowser().openTabs.push({ id: 13 });
    comesBack();
    over();
    await settled();
    expect(unloaded()).toEqual([8, 9]);
    expect(fakeBrowser().reloadedTabs).toEqual([108]);
  });
});

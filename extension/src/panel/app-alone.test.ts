// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endApp, lists, open, port, prepareApp, press, says, screen } from "../../test/app.js";
import { renewable } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, ownId, settled } from "../../test/fake-chrome.js";
import type { View } from "../shared/panel-messages.js";

const ours = `chrome-extension://${ownId}/src/panel/panel.html`;
const another = { id: 8, windowId: 2, active: true, url: "https://example.jp/" };
const unloaded = (): number[] => [...fakeBrowser().discardedTabs].sort((a, b) => a - b);
const prompt = example("prompt") as unknown as View;

beforeEach(() => {
  prepareApp();
  chrome.runtime.getURL = (path: string) => `chrome-extension://${ownId}/${path}`;
  fakeBrowser().openTabs = [
    { id: 7, active: true, url: `${ours}#9999-certificates` },
    another,
    { id: 9, url: `chrome-extension://${ownId}/src/options/options.html` },
    { id: 10, discarded: true },
    { id: 11, status: "unloaded" },
  ];
  fakeBrowser().contexts = [
    { documentUrl: `${ours}#9999-certificates`, tabId: 7, windowId: 1 },
    { documentUrl: `chrome-extension://${ownId}/src/options/options.html`, tabId: 9, windowId: 1 },
  ];
});
afterEach(endApp);

async function presses(action: string): Promise<void> {
  press(action);
  await settled();
}

/** The browser takes its time. @return tells it to go on */
function unloadsOnlyOnceTold(): () => void {
  const { discard } = chrome.tabs;
  let told: () => void = () => undefined;
  const slow = new Promise<void>((done) => (told = done));
  Object.assign(chrome.tabs, { discard: (id: number) => slow.then(() => discard(id)) });
  return told;
}

/** As the user does who has looked at another page meanwhile. */
function comesBack(): void {
  window.dispatchEvent(new Event("focus"));
}

describe("before anything is asked for", () => {
  test.each([
    ["issue", { type: "issue" }],
    ["renew", { type: "renew", certificate: renewable.id }],
  ])("the user hears that the other pages that run are unloaded, and how many; going on does it, and then begins: %s", async (action, request) => {
    open();
    lists(renewable);
    await presses(action);
    if (screen() === "confirm-issue") await presses("continue-issue");
    expect(screen()).toBe("confirm-others");
    expect(document.querySelector<HTMLElement>("[data-pages]")?.dataset["pages"]).toBe("2");
    expect(port.sent).toEqual([]);
    expect(unloaded()).toEqual([]);
    await presses("continue");
    expect(unloaded()).toEqual([8, 9]);
    expect(port.sent).toEqual([request]);
  });

  test("nobody is asked again while they are just being unloaded, and the flow begins", async () => {
    const unload = unloadsOnlyOnceTold();
    open();
    lists();
    await presses("issue");
    await presses("continue");
    comesBack();
    fakeBrowser().tabUpdated.fire(8);
    await settled();
    expect(screen()).toBe("progress");
    unload();
    await settled();
    expect(port.all("issue")).toHaveLength(1);
  });

  test("stopped while they are unloaded, nothing begins", async () => {
    const unload = unloadsOnlyOnceTold();
    open();
    lists();
    await presses("issue");
    await presses("continue");
    expect(screen()).toBe("progress");
    press("back");
    lists();
    unload();
    await settled();
    expect(screen()).toBe("CCHK001");
    expect(port.all("issue")).toEqual([]);
  });

  test("going back unloads nothing and comes to the list", async () => {
    open();
    lists();
    await presses("issue");
    await presses("back");
    expect(screen()).toBe("CCHK001");
    comesBack();
    await settled();
    expect(unloaded()).toEqual([]);
  });

  test("a page that only has our address isn't ours", async () => {
    fakeBrowser().openTabs.push({ id: 12, url: ours });
    open();
    lists();
    await presses("issue");
    await presses("continue");
    expect(unloaded()).toEqual([8, 9, 12]);
  });

  test("where no other page runs, nobody is asked", async () => {
    fakeBrowser().openTabs = fakeBrowser().openTabs.filter(({ id }) => id !== 8 && id !== 9);
    open();
    lists();
    await presses("issue");
    expect(port.sent).toEqual([{ type: "issue" }]);
  });

  test("a page that is loaded again as another goes is unloaded once more; one that can't be keeps nothing", async () => {
    const { discard } = chrome.tabs;
    Object.assign(chrome.tabs, {
      discard: (id: number) => {
        if (id === 9) return Promise.reject(new Error("Cannot discard tab"));
        const gone = discard(id);
        if (id === 8) fakeBrowser().openTabs.push({ id: 12 });
        return gone;
      },
    });
    open();
    lists();
    await presses("issue");
    await presses("continue");
    expect(unloaded()).toEqual([8, 12]);
    expect(port.sent).toEqual([{ type: "issue" }]);
  });
});

describe("until it is over", () => {
  beforeEach(async () => {
    open();
    lists();
    await presses("issue");
    await presses("continue");
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
    fakeBrowser()[event].fire(13);
    await settled();
    expect(screen()).toBe("confirm-others");
    await presses("continue");
    expect(unloaded()).toEqual([8, 9, 13]);
  });

  test("about one that the browser doesn't unload the user is asked once", async () => {
    Object.assign(chrome.tabs, { discard: () => Promise.reject(new Error("Cannot discard tab")) });
    await looksAtAnother();
    await presses("continue");
    expect(screen()).toBe("CCHK002");
    fakeBrowser().tabUpdated.fire(13);
    comesBack();
    await settled();
    expect(screen()).toBe("CCHK002");
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

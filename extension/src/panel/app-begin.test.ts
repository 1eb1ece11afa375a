// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { endApp, lists, open, port, press, screen } from "../../test/app.js";
import { renewable } from "../../test/certificates.js";
import { fakeBrowser, settled } from "../../test/fake-chrome.js";
import { begins, comesBack, ours, preparePages, presses, unloaded, unloadsOnlyOnceTold } from "../../test/other-pages.js";

beforeEach(preparePages);
afterEach(endApp);

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
    await begins();
    comesBack();
    fakeBrowser().tabUpdated.fire(8, {});
    await settled();
    expect(screen()).toBe("progress");
    unload();
    await settled();
    expect(port.all("issue")).toHaveLength(1);
  });

  test("stopped while they are unloaded, nothing begins", async () => {
    const unload = unloadsOnlyOnceTold();
    await begins();
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

  test("a page that begins to run just then is asked about before anything is typed; and what was refused once isn't for ever", async () => {
    const { discard } = chrome.tabs;
    let times = 0;
    Object.assign(chrome.tabs, {
      discard: (id: number) => {
        // The last that is to be unloaded.
        if ((times += 1) === 3) fakeBrowser().openTabs.push({ id: 12 });
        return id === 9 ? Promise.reject(new Error("Cannot discard tab")) : discard(id);
      },
    });
    await begins();
    expect(screen()).toBe("confirm-others");
    expect(port.sent).toEqual([{ type: "issue" }]);
    await presses("continue");
    expect(screen()).toBe("progress");
    expect(unloaded()).toEqual([8, 12]);
    lists();
    await presses("issue");
    expect(screen()).toBe("confirm-others");
    expect(document.querySelector<HTMLElement>("[data-pages]")?.dataset["pages"]).toBe("1");
  });

  test("stopped while they are unloaded and begun again, nothing is loaded again under what is asked for", async () => {
    const unload = unloadsOnlyOnceTold();
    await begins();
    press("back");
    lists();
    await settled();
    const before = fakeBrowser().reloadedTabs.length;
    await presses("issue");
    await presses("continue");
    unload();
    await settled();
    expect(port.all("issue")).toHaveLength(1);
    expect(fakeBrowser().reloadedTabs).toHaveLength(before);
    fakeBrowser().openTabs.push({ id: 13 });
    fakeBrowser().tabUpdated.fire(13, {});
    await settled();
    expect(screen()).toBe("confirm-others");
  });

  test("a page that only has our address isn't ours", async () => {
    fakeBrowser().openTabs.push({ id: 12, url: ours });
    await begins();
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
    await begins();
    expect(unloaded()).toEqual([8, 12]);
    expect(port.sent).toEqual([{ type: "issue" }]);
  });
});

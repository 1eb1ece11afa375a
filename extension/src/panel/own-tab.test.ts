// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backToPage, inOwnTab, notePageReplaced, replacedPage } from "./own-tab.js";

const go = vi.fn();

beforeEach(() => {
  go.mockReset();
  vi.spyOn(history, "go").mockImplementation(go);
});
afterEach(() => {
  sessionStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("a tab that was opened for us has no bank's page behind it", () => {
  expect(inOwnTab()).toBe(true);
  expect(replacedPage()).toBeUndefined();
});

test("the institution whose page was here before is known for as long as the tab, also after a reload", async () => {
  notePageReplaced("2235");
  expect(replacedPage()).toBe("2235");
  vi.resetModules();
  expect((await import("./own-tab.js")).replacedPage()).toBe("2235");
  notePageReplaced("2224");
  expect(replacedPage()).toBe("2224");
});

test("in a bank's page none was replaced, whatever was noted", () => {
  notePageReplaced("2235");
  vi.spyOn(window, "top", "get").mockReturnValue(null);
  expect(inOwnTab()).toBe(false);
  expect(replacedPage()).toBeUndefined();
});

test.each([
  ["the only one", 0, -1],
  ["one of several", 2, -3],
  ["unknown", undefined, -1],
])("the way back leads behind every entry of ours, where the current one is %s, and is forgotten", (_, index, steps) => {
  vi.stubGlobal("navigation", { currentEntry: index === undefined ? null : { index } });
  notePageReplaced("2235");
  backToPage();
  expect(go).toHaveBeenCalledExactlyOnceWith(steps);
  expect(replacedPage()).toBeUndefined();
});

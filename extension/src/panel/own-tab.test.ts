// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { besidePage, clearAddress, inOwnTab } from "./own-tab.js";

afterEach(() => {
  history.replaceState(null, "", location.pathname);
  vi.restoreAllMocks();
});

test("a tab that was opened for us is beside no bank's page", () => {
  expect(inOwnTab()).toBe(true);
  expect(besidePage()).toBeUndefined();
});

test("the address says nothing any more, and the tab still knows beside whose page it is", async () => {
  location.hash = "#2235-issue";
  clearAddress("2235");
  expect(location.hash).toBe("");
  expect(besidePage()).toBe("2235");
  vi.resetModules();
  expect((await import("./own-tab.js")).besidePage()).toBe("2235");
  clearAddress(undefined);
  expect(besidePage()).toBeUndefined();
});

test.each([{ page: 2235 }, { other: "2235" }, "2235", 7])("what is no such note is none: %j", (state) => {
  history.replaceState(state, "");
  expect(besidePage()).toBeUndefined();
});

test("in a bank's page nothing is beside one, whatever was noted", () => {
  clearAddress("2235");
  vi.spyOn(window, "top", "get").mockReturnValue(null);
  expect(inOwnTab()).toBe(false);
  expect(besidePage()).toBeUndefined();
});

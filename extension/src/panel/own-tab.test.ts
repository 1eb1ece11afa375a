// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { besidePage, clearAddress, inOwnTab } from "./own-tab.js";

afterEach(() => {
  vi.restoreAllMocks();
  clearAddress(undefined);
});

test("a tab that was opened for us alone is beside no bank's page", () => {
  expect(inOwnTab()).toBe(true);
  expect(besidePage()).toBeUndefined();
});

test.each([undefined, "2235"])("the address loses what stands behind its #, and nothing else, and no way leads back to that (%s)", (page) => {
  const plain = location.href;
  history.pushState(null, "", `${location.pathname}#2235-issue`);
  const entries = history.length;
  clearAddress(page);
  expect(location.href).toBe(plain);
  expect(history.length).toBe(entries);
});

test("the tab still knows beside whose page it is, after a reload, too, until that is another's or nobody's", async () => {
  clearAddress("2235");
  expect(besidePage()).toBe("2235");
  vi.resetModules();
  expect((await import("./own-tab.js")).besidePage()).toBe("2235");
  clearAddress("2224");
  expect(besidePage()).toBe("2224");
  clearAddress(undefined);
  expect(besidePage()).toBeUndefined();
});

test.each([{ page: 2235 }, { page: null }, { other: "2235" }, {}, [["2235"]], "2235", 7])("what is no such note is none: %j", (state) => {
  history.replaceState(state, "");
  expect(besidePage()).toBeUndefined();
});

test("in a bank's page nothing is beside one, whatever was noted", () => {
  clearAddress("2235");
  vi.spyOn(window, "top", "get").mockReturnValue(null);
  expect(inOwnTab()).toBe(false);
  expect(besidePage()).toBeUndefined();
});

import { beforeEach, expect, test } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { panelAddress, purposeOf, type Purpose } from "./panel-address.js";

beforeEach(() => {
  installFakeChrome();
  chrome.runtime.getURL = (path: string) => `chrome-extension://ours/${path}`;
});

test.each<[string, Purpose]>([
  ["", { for: "choice" }],
  ["#2235", { for: "institution", code: "2235" }],
  ["#2235-certificates", { for: "page", code: "2235", wish: "certificates" }],
  ["#2235-renewal", { for: "page", code: "2235", wish: "renewal" }],
  ["#2235-restart", { for: "page", code: "2235", wish: "restart" }],
])("the address ends in %j, and what it says is understood", (hash, purpose) => {
  expect(panelAddress(purpose)).toBe(`chrome-extension://ours/src/panel/panel.html${hash}`);
  expect(purposeOf(hash)).toEqual(purpose);
});

test.each([
  "#",
  "#renewal",
  "#223",
  "#22350",
  "#２２３５",
  "#2235-",
  "#2235-issue",
  "#2235-Renewal",
  "#2235-renewal-",
  "#2235-renewal-9f86",
  "#2235-restart\n",
  "#-restart",
  "2235",
])("what we never write is taken for nothing: %j", (hash) => {
  expect(purposeOf(hash)).toEqual({ for: "choice" });
});

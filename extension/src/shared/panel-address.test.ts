import { beforeEach, expect, test } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { ownTabPath, panelAddress, purposeOf, type Purpose } from "./panel-address.js";

const certificate = "9f86d081884c7d65";

beforeEach(() => {
  installFakeChrome();
  chrome.runtime.getURL = (path: string) => `chrome-extension://ours/${path}`;
});

test.each<[string, Purpose]>([
  ["", { for: "anything" }],
  ["#renewal", { for: "renewal" }],
  ["#restart", { for: "restart" }],
  ["#2235", { for: "institution", code: "2235" }],
  ["#2235-issue", { for: "task", code: "2235", task: { kind: "issue" } }],
  [`#2235-renewal-${certificate}`, { for: "task", code: "2235", task: { kind: "renewal", certificate } }],
  ["#2235-renewal-a_-b", { for: "task", code: "2235", task: { kind: "renewal", certificate: "a_-b" } }],
])("the address ends in %j, and what it says is understood", (hash, purpose) => {
  expect(panelAddress(purpose)).toBe(`chrome-extension://ours/src/panel/panel.html${hash}`);
  expect(panelAddress(purpose, ownTabPath)).toBe(`chrome-extension://ours/src/panel/tab.html${hash}`);
  expect(purposeOf(hash)).toEqual(purpose);
});

test.each([
  "#",
  "#anything",
  "#issue",
  "#223",
  "#22350",
  "#２２３５",
  "#2235-",
  "#2235-restart",
  "#2235-issue-",
  "#2235-issue-9f86",
  "#2235-renewal",
  "#2235-renewal-",
  "#2235-renewal-../x",
  "#2235-renewal-a%20b",
  `#2235-renewal-${"a".repeat(65)}`,
  "#2235-issue\n",
  "#-issue",
  "#renewal-9f86",
])("what we never write is taken for nothing: %j", (hash) => {
  expect(purposeOf(hash)).toEqual({ for: "anything" });
});

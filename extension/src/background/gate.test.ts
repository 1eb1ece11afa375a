import { beforeEach, expect, test } from "vitest";
import { FakePort, installFakeChrome, ownId } from "../../test/fake-chrome.js";
import { isBankPage, tabOfPanel } from "./gate.js";

const origin = "https://www.cc9999.bizsol.anser.ne.jp";
const page = { id: ownId, frameId: 0, origin, url: `${origin}/a?b` };
const panel = { id: ownId, frameId: 7, url: `chrome-extension://${ownId}/src/panel/panel.html`, tab: { url: `${origin}/a` } };

beforeEach(() => installFakeChrome());

test("our script in the top frame of a bank's page is let in", () => {
  expect(isBankPage(new FakePort("page", page).asPort)).toBe(true);
});

test.each([
  ["another extension", "page", { ...page, id: "a".repeat(32) }],
  ["a frame inside the page", "page", { ...page, frameId: 3 }],
  ["a page that isn't a bank's", "page", { ...page, origin: "https://evil.example", url: "https://evil.example/" }],
  ["http", "page", { ...page, origin: origin.replace("https", "http"), url: origin.replace("https", "http") }],
  ["an opaque origin on a bank's address", "page", { ...page, origin: "null" }],
  ["another name", "panel", page],
  ["no sender", "page", undefined],
])("no bank page: %s", (_, name, sender) => {
  expect(isBankPage(new FakePort(name, sender).asPort)).toBe(false);
});

test("the panel's tab, origin and institution are the browser's word", () => {
  expect(tabOfPanel(new FakePort("panel", panel).asPort)).toEqual({
    origin,
    host: "www.cc9999.bizsol.anser.ne.jp",
    institution: "9999",
  });
});

test.each([
  ["a content script that calls itself panel", "panel", { ...page, tab: { url: `${origin}/` } }],
  ["another page of the extension", "panel", { ...panel, url: `chrome-extension://${ownId}/other.html` }],
  ["another extension's panel", "panel", { ...panel, id: "a".repeat(32) }],
  ["the panel in a tab of its own", "panel", { ...panel, tab: { url: panel.url } }],
  ["the panel in a look-alike's page", "panel", { ...panel, tab: { url: `${origin}.evil.example/` } }],
  ["the panel in a tab whose address is hidden from us", "panel", { ...panel, tab: {} }],
  ["another name", "page", panel],
])("no panel: %s", (_, name, sender) => {
  expect(tabOfPanel(new FakePort(name, sender).asPort)).toBeUndefined();
});

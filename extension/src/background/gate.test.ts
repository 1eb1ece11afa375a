import { beforeEach, expect, test } from "vitest";
import { FakePort, installFakeChrome, ownId } from "../../test/fake-chrome.js";
import { placeOfPanel, tabOfPage } from "./gate.js";

const origin = "https://www.cc9999.bizsol.anser.ne.jp";
const page = { id: ownId, frameId: 0, origin, url: `${origin}/a?b`, tab: { id: 7 } };
const added = [{ code: "2235", origin: "https://netbanking.example.co.jp" }];
const own = `chrome-extension://${ownId}`;
const ownTab = `${own}/src/panel/tab.html`;
const panel = { id: ownId, frameId: 7, url: `chrome-extension://${ownId}/src/panel/panel.html`, tab: { id: 7, url: `${origin}/a` } };

beforeEach(() => installFakeChrome());

test("our script in the top frame of a bank's page is let in", () => {
  expect(tabOfPage(new FakePort("page", page).asPort, [])).toEqual({
    id: 7,
    origin,
    host: "www.cc9999.bizsol.anser.ne.jp",
    institution: "9999",
  });
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
  expect(tabOfPage(new FakePort(name, sender).asPort, added)).toBeUndefined();
});

test("the panel's tab, origin and institution are the browser's word", () => {
  expect(placeOfPanel(new FakePort("panel", panel).asPort, [])).toEqual({
    id: 7,
    origin,
    host: "www.cc9999.bizsol.anser.ne.jp",
    institution: "9999",
  });
});

test.each([
  ["a content script that calls itself panel", "panel", { ...page, tab: { id: 7, url: `${origin}/` } }],
  ["another page of the extension", "panel", { ...panel, url: `chrome-extension://${ownId}/other.html` }],
  ["another extension's panel", "panel", { ...panel, id: "a".repeat(32) }],
  ["the panel in a frame of its own tab", "panel", { ...panel, tab: { id: 7, url: ownTab } }],
  ["the panel's own tab in a frame", "panel", { ...panel, url: ownTab }],
  ["the panel's own tab in a frame of itself", "panel", { ...panel, url: ownTab, tab: { id: 7, url: ownTab } }],
  ["the panel for frames in a tab of its own", "panel", { ...panel, frameId: 0, tab: { id: 7, url: panel.url } }],
  ["another page of ours in a tab", "panel", { ...panel, frameId: 0, url: `${own}/src/options/options.html`, tab: { id: 7, url: `${own}/src/options/options.html` } }],
  ["the panel in a tab of another page of ours", "panel", { ...panel, frameId: 0, url: ownTab, tab: { id: 7, url: `${own}/src/options/options.html` } }],
  ["the panel's own tab that is no tab", "panel", { ...panel, frameId: 0, url: ownTab, tab: { url: ownTab } }],
  ["the panel in the top frame of what isn't its tab", "panel", { ...panel, frameId: 0, url: ownTab, tab: { id: 7 } }],
  ["the panel in a page that nobody has added", "panel", { ...panel, tab: { id: 7, url: "https://elsewhere.example.co.jp/" } }],
  ["the panel in a look-alike's page", "panel", { ...panel, tab: { id: 7, url: `${origin}.evil.example/` } }],
  ["the panel in a tab whose address is hidden from us", "panel", { ...panel, tab: { id: 7 } }],
  ["another name", "page", panel],
])("no panel: %s", (_, name, sender) => {
  expect(placeOfPanel(new FakePort(name, sender).asPort, added)).toBeUndefined();
});

test("the panel in a tab of its own belongs to no institution, and speaks with the extension's own origin", () => {
  const sender = { ...panel, frameId: 0, url: `${ownTab}#2235`, tab: { id: 7, url: `${ownTab}#2235` } };
  expect(placeOfPanel(new FakePort("panel", sender).asPort, [])).toEqual({ id: 7, origin: own });
});

test("for a page that the administrator has added, the extension answers: the host is told the extension's own origin", () => {
  const there = { id: 7, origin: own, host: "netbanking.example.co.jp", institution: "2235" };
  const sender = { ...page, origin: "https://netbanking.example.co.jp", url: "https://netbanking.example.co.jp/login" };
  expect(tabOfPage(new FakePort("page", sender).asPort, added)).toEqual(there);
  expect(tabOfPage(new FakePort("page", sender).asPort, [])).toBeUndefined();
  expect(placeOfPanel(new FakePort("panel", { ...panel, tab: { id: 7, url: sender.url } }).asPort, added)).toEqual(there);
});

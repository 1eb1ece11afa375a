import { beforeEach, expect, test } from "vitest";
import { FakePort, installFakeChrome, ownId } from "../../test/fake-chrome.js";
import { tabOfPage, tabOfPanel } from "./gate.js";

const origin = "https://www.cc9999.bizsol.anser.ne.jp";
const page = { id: ownId, frameId: 0, origin, url: `${origin}/a?b`, tab: { id: 7 } };
const added = [{ code: "2235", origin: "https://netbanking.example.co.jp" }];
const own = `chrome-extension://${ownId}`;
const address = `${own}/src/panel/panel.html`;
const panel = { id: ownId, frameId: 0, origin: own, url: address, tab: { id: 7, url: address } };

beforeEach(() => installFakeChrome());

test("our script in the top frame of a bank's page is let in", () => {
  expect(tabOfPage(new FakePort("page", page).asPort, [])).toEqual({
    id: 7,
    origin,
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

test("our own page in a tab is let in, whatever it was opened for, and speaks with the extension's own origin", () => {
  for (const hash of ["", "#2235", "#2235-renewal"]) {
    const sender = { ...panel, url: address + hash, tab: { id: 7, url: address + hash } };
    expect(tabOfPanel(new FakePort("panel", sender).asPort)).toEqual({ id: 7, origin: own });
  }
});

const options = `${own}/src/options/options.html`;

test.each([
  ["a content script that calls itself panel", "panel", { ...page, tab: { id: 7, url: `${origin}/` } }],
  ["another page of ours", "panel", { ...panel, url: options, tab: { id: 7, url: options } }],
  ["a page beside it in the same folder", "panel", { ...panel, url: `${address}.html`, tab: { id: 7, url: `${address}.html` } }],
  ["another extension's", "panel", { ...panel, id: "a".repeat(32) }],
  ["in a frame of a bank's page", "panel", { ...panel, frameId: 7, tab: { id: 7, url: `${origin}/` } }],
  ["in a frame of itself", "panel", { ...panel, frameId: 7 }],
  ["in a tab of a bank's page", "panel", { ...panel, tab: { id: 7, url: `${origin}/` } }],
  ["in a tab of another page of ours", "panel", { ...panel, tab: { id: 7, url: options } }],
  ["in what is no tab", "panel", { ...panel, tab: { url: address } }],
  ["without a tab", "panel", { ...panel, tab: undefined }],
  ["in a tab whose address is hidden from us", "panel", { ...panel, tab: { id: 7 } }],
  ["of another origin that claims the address", "panel", { ...panel, origin }],
  ["of an opaque origin", "panel", { ...panel, origin: "null" }],
  ["by another name", "page", panel],
  ["without a sender", "panel", undefined],
])("no panel: %s", (_, name, sender) => {
  expect(tabOfPanel(new FakePort(name, sender).asPort)).toBeUndefined();
});

test("for a page that the administrator has added, the extension answers: the host is told the extension's own origin", () => {
  const sender = { ...page, origin: "https://netbanking.example.co.jp", url: "https://netbanking.example.co.jp/login" };
  expect(tabOfPage(new FakePort("page", sender).asPort, added)).toEqual({ id: 7, origin: own, institution: "2235" });
  expect(tabOfPage(new FakePort("page", sender).asPort, [])).toBeUndefined();
});

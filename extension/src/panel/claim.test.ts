// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { isOurs } from "./claim.js";

const asked = vi.fn();

beforeEach(() => {
  installFakeChrome();
  asked.mockReset();
  Object.assign(chrome.tabs, { sendMessage: asked });
});
afterEach(() => vi.restoreAllMocks());

test("a tab of our own needs no page's word", async () => {
  expect(await isOurs()).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ["says so", () => Promise.resolve(true), true],
  ["doesn't", () => Promise.resolve(false), false],
  ["answers nonsense", () => Promise.resolve("true"), false],
  ["isn't there", () => Promise.reject(new Error("no receiver")), false],
])("a frame in a page is ours if the content script of its top frame %s", async (_, answer, ours) => {
  vi.spyOn(window, "top", "get").mockReturnValue(null);
  asked.mockImplementation(answer);
  expect(await isOurs()).toBe(ours);
  expect(asked).toHaveBeenCalledWith(7, { type: "panel-claim", word: location.search.slice(1) }, { frameId: 0 });
});

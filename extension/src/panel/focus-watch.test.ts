// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import { watchFocus } from "./focus-watch.js";

const taken = vi.fn();
let answer: Promise<unknown>;
let inFront: boolean;
let focused: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  taken.mockReset();
  answer = Promise.resolve(true);
  inFront = focused = true;
  Object.assign(chrome.tabs, {
    getCurrent: () => Promise.resolve({ id: 5 }),
    get: () => Promise.resolve({ active: inFront, windowId: 1 }),
    sendMessage: () => answer,
  });
  Object.assign(chrome.windows, { get: () => Promise.resolve({ focused }) });
  watchFocus(taken);
});
afterEach(() => vi.useRealTimers());

async function blur(): Promise<void> {
  window.dispatchEvent(new Event("blur"));
  await vi.advanceTimersByTimeAsync(limits.keyboardAnswerMilliseconds);
}

test("a page that has the keyboard has taken it", async () => {
  await blur();
  expect(taken).toHaveBeenCalled();
});

test("a page that gives no answer in time is taken for one that has", async () => {
  answer = new Promise(() => undefined);
  await blur();
  expect(taken).toHaveBeenCalled();
});

test("Tab that has come around to the panel again is no theft; one after which the page has the keyboard is", async () => {
  const here = vi.spyOn(document, "hasFocus").mockReturnValue(true);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
  await blur();
  await vi.advanceTimersByTimeAsync(limits.tabSettleMilliseconds);
  expect(taken).not.toHaveBeenCalled();
  here.mockReturnValue(false);
  await blur();
  await vi.advanceTimersByTimeAsync(limits.tabSettleMilliseconds);
  expect(taken).toHaveBeenCalled();
});

test("Tab, a click on ours, and another window take nothing: the page says so, or isn't where the keys go", async () => {
  answer = Promise.resolve(false);
  await blur();
  answer = Promise.resolve(true);
  inFront = false;
  await blur();
  inFront = true;
  focused = false;
  await blur();
  expect(taken).not.toHaveBeenCalled();
});

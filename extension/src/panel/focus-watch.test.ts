// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import type { KeyboardRequest } from "../shared/page-messages.js";
import { watchFocus } from "./focus-watch.js";

const taken = vi.fn();
let answer: Promise<unknown>;
let inFront: boolean;
let focused: boolean;
let here: boolean;
const asked: boolean[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  taken.mockReset();
  asked.length = 0;
  answer = Promise.resolve("taken");
  inFront = focused = true;
  here = false;
  vi.spyOn(document, "hasFocus").mockImplementation(() => here);
  Object.assign(chrome.tabs, {
    getCurrent: () => Promise.resolve({ id: 5 }),
    get: () => Promise.resolve({ active: inFront, windowId: 1 }),
    sendMessage: (_tab: number, request: KeyboardRequest) => {
      asked.push(request.sure);
      return answer;
    },
  });
  Object.assign(chrome.windows, { get: () => Promise.resolve({ focused }) });
  watchFocus(taken);
});

/** What was watched in an earlier test ends with it. */
afterEach(async () => {
  here = true;
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
});

async function pass(milliseconds: number = limits.keyboardAnswerMilliseconds): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds + 1);
}

const blur = (): boolean => window.dispatchEvent(new Event("blur"));

test("a page that has the keyboard has taken it", async () => {
  blur();
  await pass();
  expect(taken).toHaveBeenCalled();
});

test("a page that waits a while before it takes the keyboard has taken it, too", async () => {
  answer = Promise.resolve("free");
  blur();
  await pass(5000);
  expect(taken).not.toHaveBeenCalled();
  answer = Promise.resolve("taken");
  await pass();
  expect(taken).toHaveBeenCalled();
});

test("a page that gives no answer in time is taken for one that has", async () => {
  answer = new Promise(() => undefined);
  blur();
  await pass();
  expect(taken).toHaveBeenCalled();
});

test("a keyboard that has to be given back again and again wasn't lost by chance: the page is told so", async () => {
  answer = Promise.resolve("returned");
  blur();
  await pass(500);
  expect(asked.slice(0, limits.keyboardReturns)).toEqual([false, false, false]);
  expect(asked).toContain(true);
  expect(taken).not.toHaveBeenCalled();
});

test("nothing is asked any more once the panel has the keyboard back", async () => {
  answer = Promise.resolve("free");
  blur();
  await pass();
  here = true;
  await pass();
  answer = Promise.resolve("taken");
  await pass(5000);
  expect(taken).not.toHaveBeenCalled();
});

test("Tab that has come around to the panel again is no theft; one after which the page has the keyboard is", async () => {
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
  blur();
  here = true;
  await pass(limits.tabSettleMilliseconds * 2);
  expect(taken).not.toHaveBeenCalled();
  here = false;
  blur();
  await pass(limits.tabSettleMilliseconds * 2);
  expect(taken).toHaveBeenCalled();
});

test("Tab, a click on ours, and another window take nothing: the page says so, or isn't where the keys go", async () => {
  answer = Promise.resolve("free");
  blur();
  await pass(1000);
  answer = Promise.resolve("taken");
  inFront = false;
  await pass(1000);
  inFront = true;
  focused = false;
  await pass(1000);
  expect(taken).not.toHaveBeenCalled();
});

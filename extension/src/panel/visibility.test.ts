// @vitest-environment happy-dom
/** The observer here is a stand-in; e2e shows in a real browser what it measures. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import { VisibilityGate } from "./visibility.js";

let seen: (entries: { isVisible?: boolean }[]) => void;
let options: unknown;
let main: HTMLElement;
let gate: VisibilityGate;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: typeof seen, given: unknown) {
        seen = callback;
        options = given;
      }
      observe(): void {
        // The tests say what is seen.
      }
    },
  );
  main = document.createElement("main");
  document.body.replaceChildren(main);
  gate = new VisibilityGate(main);
  gate.watch(main);
});
afterEach(() => vi.useRealTimers());

function visibleLongEnough(): void {
  seen([{ isVisible: true }]);
  vi.advanceTimersByTime(limits.visibleMilliseconds);
}

test("the browser is asked for real visibility", () => {
  expect(options).toMatchObject({ trackVisibility: true, delay: 100 });
});

test("inputs are dead until the panel was visible for a while", () => {
  expect(main.inert).toBe(true);
  seen([{ isVisible: true }]);
  vi.advanceTimersByTime(limits.visibleMilliseconds - 1);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(1);
  expect(main.inert).toBe(false);
});

test("inputs die at once when the panel is covered, and the user is told", () => {
  visibleLongEnough();
  seen([{ isVisible: false }]);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(limits.coveredNoticeMilliseconds);
  expect(gate.notice.hidden).toBe(false);
  visibleLongEnough();
  expect(main.inert).toBe(false);
  expect(gate.notice.hidden).toBe(true);
});

test("a glimpse isn't enough", () => {
  seen([{ isVisible: true }]);
  vi.advanceTimersByTime(limits.visibleMilliseconds - 1);
  seen([{ isVisible: false }]);
  vi.advanceTimersByTime(limits.visibleMilliseconds);
  expect(main.inert).toBe(true);
});

test("inputs stay dead in a browser that can't tell", () => {
  seen([{}]);
  vi.advanceTimersByTime(60_000);
  expect(main.inert).toBe(true);
  expect(gate.notice.hidden).toBe(false);
});

test("the focus waits for the inputs", () => {
  const input = document.createElement("input");
  main.append(input);
  gate.focus(input);
  expect(document.activeElement).not.toBe(input);
  visibleLongEnough();
  expect(document.activeElement).toBe(input);
});

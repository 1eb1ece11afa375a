// @vitest-environment happy-dom
/** The observer here is a stand-in; e2e shows in a real browser what it measures. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import { VisibilityGate } from "./visibility.js";

let observed: (entries: { isVisible?: boolean; intersectionRatio: number }[]) => void;
let options: unknown;
let resolution: { matches: boolean; addEventListener: (type: "change", changed: () => void) => void };
let resolutionChanged: () => void;
let main: HTMLElement;
let gate: VisibilityGate;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: typeof observed, given: unknown) {
        observed = callback;
        options = given;
      }
      observe(): void {
        // The tests say what is seen.
      }
    },
  );
  resolution = { matches: true, addEventListener: (_, changed) => (resolutionChanged = changed) };
  vi.stubGlobal("matchMedia", () => resolution);
  main = document.createElement("main");
  document.body.replaceChildren(main);
  gate = new VisibilityGate(main);
  gate.watch(main);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function seen(isVisible?: boolean, intersectionRatio = 1): void {
  observed([isVisible === undefined ? { intersectionRatio } : { isVisible, intersectionRatio }]);
}

function windowIs(width: number, height: number): void {
  vi.stubGlobal("innerWidth", width);
  vi.stubGlobal("innerHeight", height);
  dispatchEvent(new Event("resize"));
}

function visibleLongEnough(): void {
  seen(true);
  vi.advanceTimersByTime(limits.visibleMilliseconds);
}

test("the browser is asked for real visibility", () => {
  expect(options).toMatchObject({ trackVisibility: true, delay: 100 });
});

test("inputs are dead until the panel was visible for a while", () => {
  expect(main.inert).toBe(true);
  seen(true);
  vi.advanceTimersByTime(limits.visibleMilliseconds - 1);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(1);
  expect(main.inert).toBe(false);
});

test("inputs die at once when the panel is covered, and the user is told", () => {
  visibleLongEnough();
  seen(false);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(limits.coveredNoticeMilliseconds);
  expect(gate.notice.hidden).toBe(false);
  visibleLongEnough();
  expect(main.inert).toBe(false);
  expect(gate.notice.hidden).toBe(true);
});

test("a key that comes sooner than the browser draws again presses nothing: the focus goes at once, and comes back", () => {
  const button = main.appendChild(document.createElement("button"));
  visibleLongEnough();
  button.focus();
  seen(false);
  expect(document.activeElement).toBe(document.body);
  visibleLongEnough();
  expect(document.activeElement).toBe(button);
});

test("a glimpse isn't enough", () => {
  seen(true);
  vi.advanceTimersByTime(limits.visibleMilliseconds - 1);
  seen(false);
  vi.advanceTimersByTime(limits.visibleMilliseconds);
  expect(main.inert).toBe(true);
});

test("inputs stay dead in a browser that can't tell", () => {
  seen();
  vi.advanceTimersByTime(60_000);
  expect(main.inert).toBe(true);
  expect(gate.notice.hidden).toBe(false);
});

test("inputs die at once when only a part of the panel is seen", () => {
  visibleLongEnough();
  seen(true, 0.9);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(limits.coveredNoticeMilliseconds);
  expect(gate.notice.hidden).toBe(false);
});

test("the browser is asked to say when that part falls short", () => {
  expect(options).toMatchObject({ threshold: [0, limits.visibleShare, 1] });
});

test("a panel that is cropped by the rounding of a zoom is visible", () => {
  seen(true, 0.99);
  vi.advanceTimersByTime(limits.visibleMilliseconds);
  expect(main.inert).toBe(false);
});

test.each([
  ["narrow", limits.windowMinimumWidthPixels - 1, 600],
  ["low", 600, limits.windowMinimumHeightPixels - 1],
])("inputs are dead while the window is too %s to show what they are for", (_, width, height) => {
  visibleLongEnough();
  windowIs(width, height);
  expect(main.inert).toBe(true);
  windowIs(limits.windowMinimumWidthPixels, limits.windowMinimumHeightPixels);
  vi.advanceTimersByTime(limits.visibleMilliseconds);
  expect(main.inert).toBe(false);
});

test("inputs are dead while the panel is so small that nobody can read it", () => {
  visibleLongEnough();
  resolution.matches = false;
  resolutionChanged();
  expect(main.inert).toBe(true);
  resolution.matches = true;
  resolutionChanged();
  vi.advanceTimersByTime(limits.visibleMilliseconds);
  expect(main.inert).toBe(false);
});

test("what comes under the user's finger is dead as long again, and has the focus then", () => {
  const button = main.appendChild(document.createElement("button"));
  visibleLongEnough();
  gate.again();
  gate.focus(button);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(limits.visibleMilliseconds - 1);
  gate.again();
  vi.advanceTimersByTime(limits.visibleMilliseconds - 1);
  expect(main.inert).toBe(true);
  vi.advanceTimersByTime(1);
  expect(main.inert).toBe(false);
  expect(document.activeElement).toBe(button);
});

test("that makes nothing alive that isn't visible", () => {
  gate.again();
  vi.advanceTimersByTime(60_000);
  expect(main.inert).toBe(true);
});

test("the focus waits for the inputs", () => {
  const input = document.createElement("input");
  main.append(input);
  gate.focus(input);
  expect(document.activeElement).not.toBe(input);
  visibleLongEnough();
  expect(document.activeElement).toBe(input);
});

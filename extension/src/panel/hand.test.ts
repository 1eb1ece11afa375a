// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { trusted } from "../../test/shadow-roots.js";
import { Hand } from "./hand.js";

let hand: Hand;
const at = (screenX: number, screenY = 0): MouseEvent => trusted(new MouseEvent("pointermove", { screenX, screenY }));
const note = (...events: MouseEvent[]): boolean => {
  for (const event of events) hand.note(event);
  return hand.movedWithin(1000);
};

beforeEach(() => {
  vi.useFakeTimers();
  hand = new Hand();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("has moved a pointer that is elsewhere on the screen than before, for a while", () => {
  expect(note(at(10), at(10, 1))).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(hand.movedWithin(1000)).toBe(false);
});

test.each([
  ["came up under the page", [at(10)]],
  ["rests while something moves beneath it", [at(10), at(10)]],
  ["the page has made up", [at(10), new MouseEvent("pointermove", { screenX: 11 })]],
])("hasn't moved a pointer that %s", (_, events) => {
  expect(note(...events)).toBe(false);
});

test.each(["screenX", "screenY", "outerWidth", "outerHeight"])("hasn't moved what the page has moved, or made larger, with its window (%s), nor what came just before", (name) => {
  expect(note(at(10), at(11))).toBe(true);
  vi.stubGlobal(name, 1);
  expect(note(at(12))).toBe(false);
  expect(note(at(13))).toBe(true);
});

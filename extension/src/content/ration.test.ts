import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Ration } from "./ration.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("no more than so many in a while, and as many again in the next", () => {
  const ration = new Ration(2, 1000);
  const take = (): boolean[] => [ration.take(), ration.take(), ration.take()];
  expect(take()).toEqual([true, true, false]);
  vi.advanceTimersByTime(999);
  expect(ration.take()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(take()).toEqual([true, true, false]);
});

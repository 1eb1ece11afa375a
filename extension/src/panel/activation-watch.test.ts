// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { trusted } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import { watchActivation } from "./activation-watch.js";

let used = vi.fn();
let active: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  used = vi.fn();
  active = true;
  Object.defineProperty(navigator, "userActivation", { value: { get isActive() { return active; } }, configurable: true });
  watchActivation(used);
});
afterEach(() => {
  vi.advanceTimersByTime(limits.activationMilliseconds * 2);
  vi.useRealTimers();
});

const press = (): boolean => window.dispatchEvent(trusted(new KeyboardEvent("keydown", { key: "a" })));

test("a page that uses what a key in the panel lets it do is told on at once", () => {
  press();
  vi.advanceTimersByTime(limits.activationMilliseconds / 2);
  expect(used).not.toHaveBeenCalled();
  active = false;
  vi.advanceTimersByTime(limits.activationLookMilliseconds);
  expect(used).toHaveBeenCalledTimes(1);
});

test("what goes by itself after some seconds nobody has used", () => {
  press();
  vi.advanceTimersByTime(limits.activationMilliseconds);
  active = false;
  vi.advanceTimersByTime(limits.activationMilliseconds);
  expect(used).not.toHaveBeenCalled();
});

test("every key counts anew", () => {
  press();
  vi.advanceTimersByTime(limits.activationMilliseconds - 1);
  press();
  vi.advanceTimersByTime(limits.activationMilliseconds / 2);
  active = false;
  vi.advanceTimersByTime(limits.activationLookMilliseconds);
  expect(used).toHaveBeenCalledTimes(1);
});

test("a key that lets nobody do anything, or that a script has made up, is none", () => {
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  active = false;
  press();
  vi.advanceTimersByTime(limits.activationMilliseconds);
  expect(used).not.toHaveBeenCalled();
});

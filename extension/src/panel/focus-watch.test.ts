// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser, installFakeChrome } from "../../test/fake-chrome.js";
import { dropListeners, keepListeners } from "../../test/listeners.js";
import { trusted } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import { fateUnder, type Fate } from "./fate.js";
import { watchFocus } from "./focus-watch.js";
import type { OwnPlace } from "./own-place.js";
import { Typing } from "./typing.js";

/** With the fate of what has come up. */
const overtaken = vi.hoisted(() => vi.fn());
/** With the window that it has come up in. */
const overtakenIn = vi.hoisted(() => vi.fn());
vi.mock("./come-back.js", () => ({
  comeBack: (_: OwnPlace, fate: Fate, window?: number): Promise<void> => {
    overtakenIn(window);
    // Of a tab that is in front in its window the browser brings nothing in front.
    if (window !== 1 || !inFront) overtaken(fate);
    return Promise.resolve();
  },
}));
let typing: Typing;
/** Whether our own document has the keyboard, whether its tab is in front, and whether a window of this browser has the keyboard. */
let here: boolean;
let inFront: boolean;
let focused: boolean;
let lastWindow: number;

beforeEach(async () => {
  vi.useFakeTimers();
  installFakeChrome();
  keepListeners();
  overtaken.mockReset();
  overtakenIn.mockReset();
  here = false;
  inFront = false;
  focused = true;
  lastWindow = 1;
  vi.spyOn(document, "hasFocus").mockImplementation(() => here);
  Object.assign(chrome.tabs, {
    getCurrent: () => Promise.resolve({ id: 5, windowId: 1 }),
    get: () => Promise.resolve({ active: inFront, windowId: 1 }),
  });
  Object.assign(chrome.windows, { getLastFocused: () => Promise.resolve({ id: lastWindow, focused }) });
  typing = new Typing();
  await watch();
});

async function watch(): Promise<void> {
  await watchFocus(() => fateUnder(typing.doing()));
}

/** What was watched in a test ends with it. */
afterEach(async () => {
  here = true;
  await pass();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  dropListeners();
});

async function pass(milliseconds: number = limits.keyboardAskMilliseconds): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

const blur = (): boolean => window.dispatchEvent(new Event("blur"));
const press = (key: string, modifiers: KeyboardEventInit = {}): boolean =>
  window.dispatchEvent(new KeyboardEvent("keydown", { key, ...modifiers }));
/** Of the last modifier. */
const keyUp = (): boolean => window.dispatchEvent(new KeyboardEvent("keyup", { key: "Control" }));
const pressWith = (pointerType: string): boolean => window.dispatchEvent(new PointerEvent("pointerdown", { pointerType }));
const pointer = (type: string, screenX: number): Event => trusted(new MouseEvent(type, { screenX }));
const pointerMoves = (): void => [10, 11].forEach((x) => window.dispatchEvent(pointer("pointermove", x)));
/** Over the upper edge, as to another tab, unless something has come up beneath it. */
const pointerLeaves = (clientY = -1): boolean =>
  document.documentElement.dispatchEvent(trusted(new MouseEvent("pointerleave", { screenX: 11, clientY })));

describe("another tab or window that comes up", () => {
  test.each(["a", "Shift", "Process", "Backspace", "Tab", "Enter"])("under somebody's typing (%s) has overtaken us", async (key) => {
    press(key);
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test("after a click into our page has, too", async () => {
    pressWith("mouse");
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test("in another window has, though our tab is still in front in its own", async () => {
    inFront = true;
    lastWindow = 2;
    press("a");
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    ["tab", () => undefined],
    ["window", () => ((inFront = true), (lastWindow = 2))],
  ])("by a box that asks whether its page may be left, which has the keyboard in place of its %s, has, too", async (_, behind) => {
    focused = false;
    behind();
    press("a");
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test("under a pointer that rests has, too", async () => {
    pointerMoves();
    vi.advanceTimersByTime(limits.pointerMilliseconds);
    press("a");
    pointerLeaves();
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test("under a pointer that moves, in the midst of our page, has, too", async () => {
    press("a");
    pointerMoves();
    blur();
    pointerLeaves(300);
    overtaken.mockReset();
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test("under a pointer that rests, once a page has moved our window beneath it, has, too", async () => {
    press("a");
    pointerMoves();
    vi.advanceTimersByTime(limits.pointerMilliseconds);
    for (const x of [60, 0]) {
      vi.stubGlobal("screenX", x);
      window.dispatchEvent(pointer("pointermove", 11));
    }
    pointerLeaves();
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test("a moment after the browser had no window in front has, too", async () => {
    press("a");
    inFront = true;
    focused = false;
    blur();
    await pass(1000);
    expect(overtaken).not.toHaveBeenCalled();
    focused = true;
    lastWindow = 2;
    await pass();
    expect(overtaken).toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    ["with Ctrl and a key", () => press("Control")],
    ["with Alt and Tab", () => press("Alt")],
    ["with a key of the system's", () => press("Meta")],
    ["with a shortcut", () => press("t", { ctrlKey: true })],
    ["with the mouse", () => (pointerMoves(), pointerLeaves())],
    ["much later", () => vi.advanceTimersByTime(limits.distrustMilliseconds)],
  ])("is the user's own going there %s", async (_, goes) => {
    press("a");
    goes();
    blur();
    await pass(1000);
    expect(overtaken).not.toHaveBeenCalled();
  });

  test("again, after a key in between, is told so", async () => {
    pressWith("mouse");
    blur();
    await pass();
    press("a");
    blur();
    await pass();
    expect(overtaken.mock.calls[0]).toEqual(["behind"]);
    expect(overtaken.mock.lastCall).toEqual(["ends"]);
  });
});

describe("at once, without asking a browser that may be kept busy", () => {
  beforeEach(() => Object.assign(chrome.windows, { getLastFocused: () => new Promise(() => undefined) }));

  test("our tab is brought in front once the keyboard has gone", () => {
    press("a");
    blur();
    expect(overtakenIn.mock.calls).toEqual([[1]]);
  });

  test("our window is brought in front once the browser says that another is", () => {
    press("a");
    fakeBrowser().windowFocused.fire(2);
    expect(overtakenIn.mock.calls).toEqual([[2]]);
  });

  test("it is the one that our tab is in by then", () => {
    fakeBrowser().tabAttached.fire(6, { newWindowId: 3 });
    fakeBrowser().tabAttached.fire(5, { newWindowId: 2 });
    press("a");
    fakeBrowser().windowFocused.fire(2);
    expect(overtakenIn).not.toHaveBeenCalled();
    fakeBrowser().windowFocused.fire(1);
    expect(overtakenIn.mock.calls).toEqual([[1]]);
  });

  test.each<[string, string, number]>([
    ["none is in front", "a", -1],
    ["ours is", "a", 1],
    ["the user goes there", "Alt", 2],
  ])("nothing is where %s", (_, key, window) => {
    press(key);
    fakeBrowser().windowFocused.fire(window);
    expect(overtakenIn).not.toHaveBeenCalled();
  });
});

/** A page that runs, or the worker of an app that the user has installed, for some seconds after a press on its notification. */
describe("what waits until somebody looks for what to type next", () => {
  test.each<[string, Fate, () => unknown]>([
    ["a key that writes", "ends", () => press("a")],
    ["a click and a key", "ends", () => (pressWith("mouse"), press("Process"))],
    ["a click, after which the user may as well be on the way to it", "behind", () => pressWith("mouse")],
    ["Tab", "behind", () => press("Tab")],
    ["dictation", "ends", () => window.dispatchEvent(trusted(new Event("input")))],
  ])("has overtaken us long after %s (%s)", async (_, fate, last) => {
    last();
    vi.advanceTimersByTime(limits.distrustMilliseconds - 1);
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalledWith(fate);
  });

  test("has overtaken us soon after a finger, not later: it leaves no trace on its way to another tab", async () => {
    pressWith("touch");
    vi.advanceTimersByTime(limits.fingerMilliseconds - 1);
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalledWith("behind");
    await pass();
    overtaken.mockReset();
    blur();
    await pass(1000);
    expect(overtaken).not.toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    ["by the same Ctrl", () => undefined],
    ["by another, later", () => (keyUp(), press("Control", { ctrlKey: true }))],
  ])("is the user's own where they have pasted by Ctrl, and go on to it %s", async (_, goes) => {
    press("Control", { ctrlKey: true });
    press("v", { ctrlKey: true });
    window.dispatchEvent(trusted(new Event("input")));
    goes();
    blur();
    await pass(1000);
    expect(overtaken).not.toHaveBeenCalled();
  });

  test("has overtaken us where they dictate after they came back by Alt and Tab, of which nobody says that they are let go", async () => {
    press("Alt", { altKey: true });
    blur();
    window.dispatchEvent(trusted(new Event("input")));
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalledWith("ends");
  });

  test("has overtaken us where they dictate after a key of the system's", async () => {
    press("h", { metaKey: true });
    keyUp();
    window.dispatchEvent(trusted(new Event("input")));
    blur();
    await pass();
    expect(overtaken).toHaveBeenCalledWith("ends");
  });
});

test("where nobody has typed, nothing overtakes us", async () => {
  blur();
  await pass(1000);
  expect(overtaken).not.toHaveBeenCalled();
});

test("a program beside the browser that has the keyboard is nothing of ours", async () => {
  inFront = true;
  focused = false;
  press("a");
  blur();
  await pass(1000);
  expect(overtaken).not.toHaveBeenCalled();
});

test("a box or a bubble of the browser's own in our tab is nothing that has come up over it", async () => {
  inFront = true;
  press("a");
  blur();
  await pass(1000);
  expect(overtaken).not.toHaveBeenCalled();
});

test("it is told again and again until the keyboard is back, and then no more", async () => {
  press("a");
  blur();
  await pass(5 * limits.keyboardAskMilliseconds);
  const times = overtaken.mock.calls.length;
  expect(times).toBeGreaterThanOrEqual(5);
  here = true;
  await pass(limits.keyboardAskMilliseconds);
  expect(overtaken).toHaveBeenCalledTimes(times);
  here = false;
  await pass(1000);
  expect(overtaken).toHaveBeenCalledTimes(times);
});

test("a page that fights for the front is put behind for as long as somebody may be typing; then it is the user who is there", async () => {
  press("a");
  blur();
  await pass(limits.distrustMilliseconds - 2 * limits.keyboardAskMilliseconds);
  overtaken.mockReset();
  await pass(limits.keyboardAskMilliseconds);
  expect(overtaken).toHaveBeenCalledWith("ends");
  await pass(limits.keyboardAskMilliseconds);
  overtaken.mockReset();
  await pass(5000);
  expect(overtaken).not.toHaveBeenCalled();
});

test("the user who goes while it is told is let go", async () => {
  press("a");
  blur();
  await pass();
  pointerMoves();
  pointerLeaves();
  overtaken.mockReset();
  await pass(1000);
  expect(overtaken).not.toHaveBeenCalled();
});

test("what comes up again is asked after but once at a time", async () => {
  press("a");
  blur();
  await pass();
  blur();
  overtaken.mockReset();
  await pass(100 * limits.keyboardAskMilliseconds);
  expect(overtaken.mock.calls.length).toBeGreaterThan(50);
  expect(overtaken.mock.calls.length).toBeLessThanOrEqual(101);
});

test("in what is no tab nothing is watched", async () => {
  dropListeners();
  Object.assign(chrome.tabs, { getCurrent: () => Promise.resolve(undefined) });
  await watch();
  press("a");
  blur();
  await pass(1000);
  expect(overtaken).not.toHaveBeenCalled();
});

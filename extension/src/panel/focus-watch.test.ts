// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { trusted } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import type { KeyboardNote, KeyboardRequest } from "../shared/page-messages.js";
import { watchFocus } from "./focus-watch.js";
import { Typing } from "./typing.js";

const taken = vi.fn();
const told = vi.fn();
let answer: Promise<unknown>;
let inFront: boolean;
let focused: boolean;
let here: boolean;
const asked: boolean[] = [];
const listening: [string, EventListener][] = [];

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  const listen = window.addEventListener.bind(window);
  vi.spyOn(globalThis, "addEventListener").mockImplementation((type: string, listener: unknown, options?: unknown) => {
    listening.push([type, listener as EventListener]);
    listen(type, listener as EventListener, options as AddEventListenerOptions);
  });
  taken.mockReset();
  told.mockReset();
  asked.length = 0;
  answer = Promise.resolve("taken");
  inFront = focused = true;
  here = false;
  vi.spyOn(document, "hasFocus").mockImplementation(() => here);
  Object.assign(chrome.tabs, {
    getCurrent: () => Promise.resolve({ id: 5 }),
    get: () => Promise.resolve({ active: inFront, windowId: 1 }),
    sendMessage: (_tab: number, request: KeyboardRequest | KeyboardNote) => {
      if (request.type === "keyboard") asked.push(request.sure);
      else told();
      return answer;
    },
  });
  Object.assign(chrome.windows, { getLastFocused: () => Promise.resolve({ id: 1, focused }) });
  watchFocus(new Typing(), taken, true);
});

/** What was watched in an earlier test ends with it. */
afterEach(async () => {
  here = true;
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const [type, listener] of listening.splice(0)) {
    window.removeEventListener(type, listener);
    window.removeEventListener(type, listener, { capture: true });
  }
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

test("the page hears when the panel has the keyboard: a click from before says nothing any more", async () => {
  here = true;
  window.dispatchEvent(new Event("focus"));
  await pass();
  expect(told).toHaveBeenCalled();
});

const press = (key: string, modifiers: KeyboardEventInit = {}): boolean =>
  window.dispatchEvent(new KeyboardEvent("keydown", { key, ...modifiers }));

const pointer = (type: string, screenX: number): Event => trusted(new MouseEvent(type, { screenX }));
const pointerMoves = (): void => [10, 11].forEach((x) => window.dispatchEvent(pointer("pointermove", x)));
const pointerLeaves = (): boolean => document.documentElement.dispatchEvent(pointer("pointerleave", 11));
const mouseGoes = (): void => {
  pointerMoves();
  pointerLeaves();
};

describe("another tab or window that comes up", () => {
  beforeEach(() => {
    inFront = false;
  });

  test.each(["a", "Shift", "Process", "Backspace", "Tab"])("under somebody's typing (%s) was put there", async (key) => {
    press(key);
    blur();
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test("under a pointer that rests was put there, too", async () => {
    pointerMoves();
    vi.advanceTimersByTime(limits.pointerMilliseconds);
    press("a");
    pointerLeaves();
    blur();
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test("under a pointer that rests, once the page has moved its window beneath it, was put there, too", async () => {
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
    expect(taken).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  test("after a click into the panel was put there, too", async () => {
    window.dispatchEvent(new Event("pointerdown"));
    blur();
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test("a moment after the browser had no window in front was put there, too", async () => {
    press("a");
    vi.advanceTimersByTime(limits.interruptedMilliseconds);
    focused = false;
    blur();
    await pass(limits.overtakenMilliseconds / 2);
    focused = true;
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    ["with Ctrl and a key", () => press("Control")],
    ["with Alt and Tab", () => press("Alt")],
    ["with a key of the system's", () => press("Meta")],
    ["with a shortcut", () => press("t", { ctrlKey: true })],
    ["with the mouse", mouseGoes],
    ["without having typed for as long as a key lets the page do it", () => vi.advanceTimersByTime(limits.raisingMilliseconds)],
  ])("is the user's own going there %s", async (_, goes) => {
    press("a");
    goes();
    blur();
    await pass(1000);
    expect(taken).not.toHaveBeenCalled();
  });

  test("for as long as a key lets the page do so was put there, unless the mouse was moved beside the panel", async () => {
    press("a");
    vi.advanceTimersByTime(limits.typingMilliseconds);
    answer = Promise.resolve("leaving");
    blur();
    await pass();
    expect(taken).not.toHaveBeenCalled();
    answer = Promise.resolve("away");
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test("is the user's own once another program has been in front", async () => {
    press("a");
    vi.advanceTimersByTime(limits.raisingMilliseconds);
    focused = false;
    blur();
    await pass(limits.overtakenMilliseconds);
    focused = true;
    await pass(1000);
    expect(taken).not.toHaveBeenCalled();
  });
});

describe("a box or a bubble of the browser's", () => {
  test.each<[string, () => unknown]>([
    ["in no window of it", () => (focused = false)],
    ["in this one", () => (answer = Promise.resolve("away"))],
    ["in this one, though the mouse was moved a little", () => (answer = Promise.resolve("leaving"))],
  ])("that comes up between one key and the next was brought up by the page (%s)", async (_, comes) => {
    press("a");
    comes();
    blur();
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test("that comes up in a pause has come up by itself, where it has the keyboard of the page's window and stays", async () => {
    press("a");
    vi.advanceTimersByTime(5000);
    answer = Promise.resolve("away");
    blur();
    await pass(limits.awayMilliseconds / 2);
    expect(taken).not.toHaveBeenCalled();
    await pass();
    expect(taken).toHaveBeenCalled();
  });

  test("that comes up in a pause after the mouse was moved beside the panel is the user's own", async () => {
    press("a");
    vi.advanceTimersByTime(limits.interruptedMilliseconds);
    answer = Promise.resolve("leaving");
    blur();
    await pass(1000);
    expect(taken).not.toHaveBeenCalled();
  });

  test("that comes up in a pause in no window of the browser may be another program's", async () => {
    press("a");
    vi.advanceTimersByTime(limits.interruptedMilliseconds);
    focused = false;
    blur();
    await pass(1000);
    expect(taken).not.toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    ["with the mouse", mouseGoes],
    ["with Tab", () => press("Tab")],
    ["with Alt", () => press("Alt")],
  ])("is the user's own going there %s", async (_, goes) => {
    answer = Promise.resolve("away");
    press("a");
    goes();
    blur();
    await pass(1000);
    expect(taken).not.toHaveBeenCalled();
  });
});

test("in a tab of our own there is no page to ask, but something else may come up", async () => {
  here = true;
  await pass();
  const typing = new Typing();
  const lost = vi.fn();
  const look = watchFocus(typing, lost, false);
  inFront = false;
  here = false;
  blur();
  await pass();
  expect(lost).not.toHaveBeenCalled();
  here = true;
  await pass(limits.keyboardAskAwayMilliseconds);
  // Begun in the page that the panel was in before; and the tab never had the keyboard.
  typing.goesOn();
  look();
  expect(lost).not.toHaveBeenCalled();
  here = false;
  look();
  await pass();
  expect(lost).toHaveBeenCalled();
});

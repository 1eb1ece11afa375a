import { limits } from "../shared/limits.js";
import { isKeyboardAnswer, keyboardNote, keyboardRequest, type KeyboardAnswer } from "../shared/page-messages.js";
import { whereKeysGo, type WhereKeysGo } from "./keys-go.js";
import type { Typing } from "./typing.js";

/**
 * Tells once the bank's page has taken the keyboard from somebody who types without looking: a frame of its own would hear all of
 * it from then on. Nothing in our own frame shows it but the loss of the focus, which comes with Tab, a click, and another window
 * as well: the content script sees which it is. It is asked again and again until the panel has the keyboard back, since a page may
 * wait a while between the one and the other. It is this frame that asks: a page that is busy on purpose holds up its own.
 *
 * A tab or window of this browser that comes up by itself under somebody's typing was put there: by the page, for as long as a key lets
 * it do so, or by another. That may happen to a tab of our own, too.
 *
 * So was a box, a bubble or a dialog of the browser's that comes up between one key and the next: none of the browser's windows then has
 * the keyboard (another program may do that as well; then the panel moves in vain), or the page's has it, and nothing in it. The latter
 * counts in a pause, too, unless the user was on the way there.
 *
 * @param inPage false in a tab of our own, where no page is to be asked
 * @return looks at once: something may have come up before there was a keyboard to lose
 */
export function watchFocus(typing: Typing, taken: () => void, inPage: boolean): () => void {
  const tab = chrome.tabs.getCurrent();
  let tabbed = false;
  /** Where the focus was last. */
  let field: HTMLElement | undefined;
  let watching = false;
  /** Until when another tab or window in front came up under somebody's typing. */
  let overtaken = 0;
  /** Until when what has come up has come between one key and the next. */
  let interrupted = 0;
  /** The user was here when the keyboard went. */
  let engaged = false;
  /** Since when the page's window has the keyboard, and nothing in it. */
  let away: number | undefined;
  /** When the keyboard was given back, lately. */
  let returns: number[] = [];
  const isTakenHere = async (id: number): Promise<boolean> => {
    if (!inPage) return false;
    returns = returns.filter((then) => performance.now() - then < limits.keyboardReturnsMilliseconds);
    const answer = await ask(id, returns.length >= limits.keyboardReturns);
    if (answer === "returned") returns.push(performance.now());
    if (answer !== "away") away = undefined;
    else away ??= performance.now();
    // A mouse may move by itself a little on somebody's desk.
    if (answer === "leaving") return performance.now() < interrupted;
    return answer === "taken" || (away !== undefined && isInterrupted(away));
  };
  const isInterrupted = (since: number): boolean =>
    performance.now() < interrupted || (engaged && performance.now() - since >= limits.awayMilliseconds);
  const isTaken = async (id: number, keys: WhereKeysGo): Promise<boolean> => {
    if (keys === "here") return isTakenHere(id);
    away = undefined;
    if (keys === "outside") return performance.now() < interrupted;
    return performance.now() < overtaken || (mayBeRaised() && !onTheWay.has(await ask(id, false)));
  };
  /** By the page, and not by a user who is on the way there: the content script knows whether the mouse was moved beside the panel. */
  const mayBeRaised = (): boolean => inPage && typing.within(limits.raisingMilliseconds);
  const watch = async (): Promise<void> => {
    if (watching) return;
    watching = true;
    try {
      await look((await tab)?.id);
    } finally {
      watching = false;
    }
  };
  const look = async (id: number | undefined): Promise<void> => {
    let settling = tabbed;
    while (id !== undefined && !document.hasFocus()) {
      const keys = await whereKeysGo(id);
      if (keys === "here" && settling) {
        settling = false;
        await pause(limits.tabSettleMilliseconds);
        continue;
      }
      const urgent = performance.now() < overtaken || mayBeRaised();
      if (await isTaken(id, keys)) taken();
      await pause(keys === "here" || urgent ? limits.keyboardAskMilliseconds : limits.keyboardAskAwayMilliseconds);
    }
  };
  addEventListener("keydown", ({ key }) => (tabbed = key === "Tab"), { capture: true });
  addEventListener("focusin", ({ target }) => {
    tabbed = false;
    if (target instanceof HTMLElement) field = target;
  });
  const lost = (): void => {
    const until = performance.now() + limits.overtakenMilliseconds;
    overtaken = typing.now ? until : 0;
    interrupted = inPage && !tabbed && typing.within(limits.interruptedMilliseconds) ? until : 0;
    engaged = inPage && !tabbed && typing.engaged;
    away = undefined;
    void watch();
  };
  addEventListener("blur", lost);
  addEventListener("focus", () => {
    if (inPage) void tellHere(tab);
    // Taken away and given back, the frame has the keyboard, and no field in it.
    if (document.activeElement === document.body && field?.isConnected === true) field.focus();
  });
  return () => {
    if (!document.hasFocus()) lost();
  };
}

const onTheWay: ReadonlySet<KeyboardAnswer> = new Set(["free", "leaving"]);

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A page too busy to answer may be so on purpose. */
async function ask(tab: number, sure: boolean): Promise<KeyboardAnswer> {
  const late = pause(limits.keyboardAnswerMilliseconds).then(() => "taken" as const);
  const answer = chrome.tabs
    .sendMessage(tab, keyboardRequest(sure), { frameId: 0 })
    .then((said: unknown) => (isKeyboardAnswer(said) ? said : "free"));
  return Promise.race([answer, late]);
}

async function tellHere(tab: Promise<chrome.tabs.Tab | undefined>): Promise<void> {
  const id = (await tab)?.id;
  if (id !== undefined) await chrome.tabs.sendMessage(id, keyboardNote, { frameId: 0 }).catch(() => undefined);
}

import { limits } from "../shared/limits.js";
import { isKeyboardAnswer, keyboardRequest, type KeyboardAnswer } from "../shared/page-messages.js";

/**
 * Tells once the bank's page has taken the keyboard from somebody who types without looking: a frame of its own would hear all of
 * it from then on. Nothing in our own frame shows it but the loss of the focus, which comes with Tab, a click, and another window
 * as well: the content script sees which it is. It is asked again and again until the panel has the keyboard back, since a page may
 * wait a while between the one and the other. It is this frame that asks: a page that is busy on purpose holds up its own.
 */
export function watchFocus(taken: () => void): void {
  const tab = chrome.tabs.getCurrent();
  let tabbed = false;
  let watching = false;
  /** When the keyboard was given back, lately. */
  let returns: number[] = [];
  const isTaken = async (id: number): Promise<boolean> => {
    returns = returns.filter((then) => performance.now() - then < limits.keyboardReturnsMilliseconds);
    const answer = await ask(id, returns.length >= limits.keyboardReturns);
    if (answer === "returned") returns.push(performance.now());
    return answer === "taken";
  };
  const watch = async (): Promise<void> => {
    if (watching) return;
    watching = true;
    const id = (await tab)?.id;
    if (tabbed) await pause(limits.tabSettleMilliseconds);
    while (id !== undefined && !document.hasFocus()) {
      const inFront = await isInFront(id);
      if (inFront && (await isTaken(id))) taken();
      await pause(inFront ? limits.keyboardAskMilliseconds : limits.keyboardAskAwayMilliseconds);
    }
    watching = false;
  };
  addEventListener("keydown", ({ key }) => (tabbed = key === "Tab"), { capture: true });
  addEventListener("focusin", () => (tabbed = false));
  addEventListener("blur", () => void watch());
}

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

/** Whether keys go to this tab at all. */
async function isInFront(id: number): Promise<boolean> {
  const tab = await chrome.tabs.get(id);
  return tab.active && (await chrome.windows.get(tab.windowId)).focused;
}

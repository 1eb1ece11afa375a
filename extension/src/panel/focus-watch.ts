import { limits } from "../shared/limits.js";
import { keyboardRequest } from "../shared/page-messages.js";

/**
 * Tells once the bank's page has given the keyboard to a frame of its own, which would hear all that is typed from then on by
 * somebody who doesn't look. Nothing in our own frame shows it but the loss of the focus, which comes with Tab, a click, and
 * another window as well: the content script sees which it is.
 */
export function watchFocus(taken: () => void): void {
  const tab = chrome.tabs.getCurrent();
  let tabbed = false;
  const judge = async (): Promise<void> => {
    if (tabbed) {
      await new Promise((resolve) => setTimeout(resolve, limits.tabSettleMilliseconds));
      // Tab may have come around by now: then it is our own frame that has the keyboard.
      if (document.hasFocus()) return;
    }
    const id = (await tab)?.id;
    if (id !== undefined && (await isTakenIn(id))) taken();
  };
  addEventListener("keydown", ({ key }) => (tabbed = key === "Tab"), { capture: true });
  addEventListener("focusin", () => (tabbed = false));
  addEventListener("blur", () => void judge());
}

async function isTakenIn(tab: number): Promise<boolean> {
  const [elsewhere, inFront] = await Promise.all([isElsewhereIn(tab), isInFront(tab)]);
  return elsewhere && inFront;
}

/** A page too busy to answer may be so on purpose. */
async function isElsewhereIn(tab: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), limits.keyboardAnswerMilliseconds));
  const answer = chrome.tabs.sendMessage(tab, keyboardRequest, { frameId: 0 }).then((said: unknown) => said === true);
  return Promise.race([answer, late]);
}

/** Whether keys go to this tab at all. */
async function isInFront(id: number): Promise<boolean> {
  const tab = await chrome.tabs.get(id);
  return tab.active && (await chrome.windows.get(tab.windowId)).focused;
}

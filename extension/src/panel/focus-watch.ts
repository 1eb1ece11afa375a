import { limits } from "../shared/limits.js";
import { whereKeysGo } from "./keys-go.js";

/**
 * Tells once another tab or window of this browser has come up under the typing of somebody who doesn't look: it would hear the rest. Who
 * goes there has touched the mouse or a key like Alt before, or has stopped typing for a while.
 *
 * @param typed whether somebody is in the middle of typing
 * @param overtaken again and again until the keyboard is back
 */
export function watchFocus(typed: () => boolean, overtaken: () => void): void {
  const tab = chrome.tabs.getCurrent();
  let until = 0;
  let watching = false;
  const look = async (id: number | undefined): Promise<void> => {
    while (id !== undefined && !document.hasFocus() && performance.now() < until) {
      if ((await whereKeysGo(id)) === "elsewhere") overtaken();
      await new Promise((resolve) => setTimeout(resolve, limits.keyboardAskMilliseconds));
    }
  };
  const lost = async (): Promise<void> => {
    if (!typed()) return;
    until = performance.now() + limits.overtakenMilliseconds;
    if (watching) return;
    watching = true;
    try {
      await look((await tab)?.id);
    } finally {
      watching = false;
    }
  };
  addEventListener("blur", () => void lost());
}

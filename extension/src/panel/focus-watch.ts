import { limits } from "../shared/limits.js";
import { whereKeysGo } from "./keys-go.js";
import type { Doing } from "./typing.js";

/**
 * Tells once another tab or window of this browser has come up under the hands of somebody who doesn't look: it would hear what they type. Who
 * goes there has touched the mouse or a key like Alt before, or has done nothing for a while.
 *
 * @param doing what the user does just now
 * @param overtaken again and again until the keyboard is back
 */
export function watchFocus(doing: () => Doing, overtaken: (doing: "writes" | "may write") => void): void {
  const tab = chrome.tabs.getCurrent();
  let last: Doing = "goes";
  let until = 0;
  let watching = false;
  const look = async (id: number | undefined): Promise<void> => {
    while (id !== undefined && last !== "goes" && !document.hasFocus() && performance.now() < until) {
      if ((await whereKeysGo(id)) === "elsewhere") overtaken(last);
      await new Promise((resolve) => setTimeout(resolve, limits.keyboardAskMilliseconds));
    }
  };
  const lost = async (): Promise<void> => {
    last = doing();
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

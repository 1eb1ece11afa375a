import { limits } from "../shared/limits.js";
import { watchNewTabs } from "../shared/new-tabs.js";
import { comeBack } from "./come-back.js";
import type { Fate } from "./fate.js";
import { whereKeysGo } from "./keys-go.js";
import { ownPlace, type OwnPlace } from "./own-place.js";

/** The browser's own word is that no window of it is in front. */
const noWindow = -1;

/**
 * Brings our own page in front again once another tab or window of this browser has come up under the hands of somebody who doesn't look: it
 * would hear what they type. Who goes there has touched the mouse or a key like Alt before, or has done nothing for a while.
 *
 * @param fate as things are just now
 */
export async function watchFocus(fate: () => Fate): Promise<void> {
  const own = await ownPlace();
  if (own === undefined) return;
  watchNewTabs();
  const comesUp = (window: number): void => {
    const now = fate();
    if (now !== "stays") void comeBack(own, now, window).catch(() => undefined);
  };
  const fight = fighter(own, fate);
  addEventListener("blur", () => {
    // In our window: another may be a program's beside the browser.
    comesUp(own.window);
    fight();
  });
  const focused = (window: number): void => {
    if (window !== noWindow && window !== own.window) comesUp(window);
  };
  // Unasked, the browser says nothing of an installed app's window.
  chrome.windows.onFocusChanged.addListener(focused, { windowTypes: ["normal", "popup", "app", "panel", "devtools"] });
}

/** Again and again until the keyboard is back, or everything may stay: what has come up may do so once more. */
function fighter(own: OwnPlace, fate: () => Fate): () => void {
  let fighting = false;
  const fight = async (): Promise<void> => {
    for (let now = fate(); now !== "stays" && !document.hasFocus(); now = fate()) {
      // A browser that can't tell just now, as while a tab goes, is asked again.
      const keysGo = await whereKeysGo(own.tab).catch(() => undefined);
      if (keysGo === "elsewhere") await comeBack(own, now).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, limits.keyboardAskMilliseconds));
    }
  };
  return () => {
    if (fighting) return;
    fighting = true;
    void fight().finally(() => (fighting = false));
  };
}

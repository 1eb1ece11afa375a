import { limits } from "../shared/limits.js";
import type { ComeBackRequest, Fate } from "../shared/panel-messages.js";
import { whereKeysGo } from "./keys-go.js";
import type { Doing } from "./typing.js";

/** Who only may be about to write may be on the way to something that isn't saved there. */
export function fateUnder(doing: Doing): Fate {
  return ({ writes: "ends", "may write": "behind", goes: "stays" } as const)[doing];
}

/**
 * Tells once another tab or window of this browser has come up under the hands of somebody who doesn't look: it would hear what they type. Who
 * goes there has touched the mouse or a key like Alt before, or has done nothing for a while.
 *
 * @param fate as things are just now
 * @param overtaken again and again until the keyboard is back, or everything may stay
 */
export function watchFocus(fate: () => Fate, overtaken: (fate: ComeBackRequest["fate"]) => void): void {
  const tab = chrome.tabs.getCurrent();
  let watching = false;
  const look = async (id: number): Promise<void> => {
    for (let now = fate(); now !== "stays" && !document.hasFocus(); now = fate()) {
      // A browser that can't tell just now, as while a tab goes, is asked again.
      const keysGo = await whereKeysGo(id).catch(() => undefined);
      if (keysGo === "elsewhere") overtaken(now);
      await new Promise((resolve) => setTimeout(resolve, limits.keyboardAskMilliseconds));
    }
  };
  const lost = async (): Promise<void> => {
    if (watching) return;
    watching = true;
    try {
      const id = (await tab)?.id;
      if (id !== undefined) await look(id);
    } finally {
      watching = false;
    }
  };
  addEventListener("blur", () => void lost());
}

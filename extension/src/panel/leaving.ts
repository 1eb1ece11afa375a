import { limits } from "../shared/limits.js";
import type { GoingRequest } from "../shared/panel-messages.js";

/**
 * Nobody leads the tab elsewhere while somebody types without looking: the browser asks first, and what is typed goes nowhere.
 *
 * @param asking whether the panel asks for something
 */
export function watchLeaving(asking: () => boolean, tell: (how: GoingRequest["how"]) => void): void {
  addEventListener("beforeunload", (event) => {
    if (asking()) {
      event.preventDefault();
      // While the browser asks nothing else happens here. In a sandbox, which a window has from the frame that opened it, it doesn't ask;
      // and the page may put another document in its place while it does.
      const then = performance.now();
      setTimeout(() => performance.now() - then >= limits.answerMilliseconds && tell("answered"));
    } else tell("leaving");
    for (const type of ["keydown", "pointerdown"]) addEventListener(type, () => tell("staying"), { capture: true, once: true });
  });
}

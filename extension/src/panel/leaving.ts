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
      // While the browser asks nothing else happens here. It doesn't always ask; and the page may throw the panel out while it does.
      const then = performance.now();
      setTimeout(() => performance.now() - then >= limits.answerMilliseconds && tell("leaving"));
    } else tell("leaving");
    for (const type of ["keydown", "pointerdown"]) addEventListener(type, () => tell("staying"), { capture: true, once: true });
  });
}

import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** Whether somebody is in the middle of typing into our frame: a key that enters something, or a click into it, was the last of the user. */
export class Typing {
  #since = -Infinity;

  constructor() {
    addEventListener("keydown", (event) => (this.#since = enters(event) ? performance.now() : -Infinity), { capture: true });
    addEventListener("pointerdown", () => (this.#since = performance.now()), { capture: true });
    // The pointer goes elsewhere, and the user with it.
    document.documentElement.addEventListener("pointerleave", () => (this.#since = -Infinity));
  }

  get now(): boolean {
    return this.within(limits.typingMilliseconds);
  }

  within(milliseconds: number): boolean {
    return performance.now() - this.#since < milliseconds;
  }
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

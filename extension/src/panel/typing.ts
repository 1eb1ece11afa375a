import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** Whether somebody is in the middle of typing into our frame: a key that enters something was the last that was heard of the user. */
export class Typing {
  #since = -Infinity;

  constructor() {
    addEventListener("keydown", (event) => (this.#since = enters(event) ? performance.now() : -Infinity), { capture: true });
    for (const type of ["pointermove", "pointerdown"]) addEventListener(type, () => (this.#since = -Infinity), { capture: true });
  }

  get now(): boolean {
    return performance.now() - this.#since < limits.typingMilliseconds;
  }
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

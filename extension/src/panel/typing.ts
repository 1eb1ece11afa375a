import { Hand } from "./hand.js";
import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** Whether somebody is in the middle of typing into our page: a key that enters something, or a click into it, was the last of the user. */
export class Typing {
  readonly #hand = new Hand();
  #since = -Infinity;
  /** A finger goes elsewhere without a word to our page. */
  #byFinger = false;

  constructor() {
    addEventListener("keydown", (event) => (enters(event) ? this.#note() : this.#goesElsewhere()), { capture: true });
    addEventListener("pointerdown", (event) => this.#press(event), { capture: true });
    addEventListener("pointermove", (event) => this.#hand.note(event), { capture: true });
    // The pointer goes elsewhere, and the user with it; not where something has come up under a pointer that rests, or the window has moved.
    document.documentElement.addEventListener("pointerleave", (event) => {
      this.#hand.note(event);
      if (this.#hand.movedWithin(limits.pointerMilliseconds)) this.#goesElsewhere();
    });
  }

  /** @param alone whether no other page runs: where one does, it may wait until somebody looks for what to type next */
  goesOn(alone: boolean): boolean {
    const patience = alone || this.#byFinger ? limits.typingMilliseconds : limits.distrustMilliseconds;
    return performance.now() - this.#since < patience;
  }

  #press({ pointerType }: PointerEvent): void {
    this.#byFinger = pointerType === "touch";
    this.#note();
  }

  #note(): void {
    this.#since = performance.now();
  }

  #goesElsewhere(): void {
    this.#since = -Infinity;
  }
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

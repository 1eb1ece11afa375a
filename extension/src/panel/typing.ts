import { Hand } from "./hand.js";
import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** Whether somebody is in the middle of typing into our frame: a key that enters something, or a click into it, was the last of the user. */
export class Typing {
  readonly #hand = new Hand();
  #since = -Infinity;
  #left = false;

  constructor() {
    addEventListener("keydown", (event) => (enters(event) ? this.goesOn() : this.#goesElsewhere()), { capture: true });
    addEventListener("pointerdown", () => this.goesOn(), { capture: true });
    addEventListener("pointermove", (event) => this.#hand.note(event), { capture: true });
    // The pointer goes elsewhere, and the user with it; not where something has come up under a pointer that rests, or the window has moved.
    document.documentElement.addEventListener("pointerleave", (event) => {
      this.#hand.note(event);
      if (this.#hand.movedWithin(limits.pointerMilliseconds)) this.#goesElsewhere();
    });
  }

  /** Somebody types here though nothing was heard of it yet: what they began elsewhere. */
  goesOn(): void {
    this.#since = performance.now();
    this.#left = false;
  }

  #goesElsewhere(): void {
    this.#since = -Infinity;
    this.#left = true;
  }

  /** The last that was heard of the user was that they go elsewhere. */
  get left(): boolean {
    return this.#left;
  }

  get now(): boolean {
    return this.within(limits.typingMilliseconds);
  }

  /** The last that was heard of the user was here, however long ago. */
  get engaged(): boolean {
    return this.within(Infinity);
  }

  within(milliseconds: number): boolean {
    return performance.now() - this.#since < milliseconds;
  }
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

import { Hand } from "./hand.js";
import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** Whether somebody is in the middle of typing into our page: a key that enters something, or a click into it, was the last of the user. */
export class Typing {
  readonly #hand = new Hand();
  #since = -Infinity;
  /** By a key that writes something, or the mouse. A finger, and a key like Tab, tell little of where the user goes next. */
  #surelySince = -Infinity;

  constructor() {
    addEventListener("keydown", (event) => (enters(event) ? this.#note(event.key.length === 1) : this.#goesElsewhere()), { capture: true });
    addEventListener("pointerdown", ({ pointerType }) => this.#note(pointerType === "mouse"), { capture: true });
    addEventListener("pointermove", (event) => this.#hand.note(event), { capture: true });
    // The pointer goes elsewhere, and the user with it; not where something has come up under a pointer that rests, or the window has moved.
    document.documentElement.addEventListener("pointerleave", (event) => {
      this.#hand.note(event);
      if (this.#hand.movedWithin(limits.pointerMilliseconds)) this.#goesElsewhere();
    });
  }

  /**
   * @param alone whether no other page runs. One that does may wait until somebody looks for what to type next; but the user may well go to
   * it, and would lose what isn't saved there
   */
  goesOn(alone: boolean): boolean {
    const now = performance.now();
    return alone ? now - this.#since < limits.typingMilliseconds : now - this.#surelySince < limits.distrustMilliseconds;
  }

  #note(surely: boolean): void {
    this.#since = performance.now();
    if (surely) this.#surelySince = this.#since;
  }

  #goesElsewhere(): void {
    this.#since = -Infinity;
    this.#surelySince = -Infinity;
  }
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

import { Hand } from "./hand.js";
import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** In the middle of writing into our page; about to, perhaps; or neither, so that it is the user's own will where the keyboard goes. */
export type Doing = "writes" | "may write" | "goes";

/** What somebody does in our page, by their last keys and presses. */
export class Typing {
  readonly #hand = new Hand();
  /** A key that goes on in the form, or a press of any kind. */
  #entered = -Infinity;
  /** A key that writes a character. */
  #wrote = -Infinity;
  /** The mouse: as long as it stays here it goes to no other tab. A finger tells nothing of where it goes next. */
  #pressed = -Infinity;

  constructor() {
    addEventListener("keydown", (event) => (enters(event) ? this.#key(event.key) : this.#goesElsewhere()), { capture: true });
    addEventListener("pointerdown", ({ pointerType }) => this.#press(pointerType), { capture: true });
    addEventListener("pointermove", (event) => this.#hand.note(event), { capture: true });
    // The pointer goes elsewhere, and the user with it; not where something has come up beneath it, or the window has moved.
    document.documentElement.addEventListener("pointerleave", (event) => {
      this.#hand.note(event);
      if (isOutside(event) && this.#hand.movedWithin(limits.pointerMilliseconds)) this.#goesElsewhere();
    });
  }

  /**
   * Where something comes up that was there before. Nothing is lost in it while no other page runs. One that does may wait until somebody
   * looks for what to type next; but the user may well go to it for what isn't saved there.
   *
   * @param alone whether no other page runs, or none did a moment ago: by coming up itself it begins to
   */
  doing(alone: boolean): Doing {
    if (alone) return this.#since(this.#entered) < limits.typingMilliseconds ? "writes" : "goes";
    return this.#doing(this.#pressed);
  }

  /** Where something comes up that was just opened: nobody goes to that by a press in our page, and nothing unsaved is in it. */
  doingOnceOpened(): Doing {
    return this.#doing(this.#entered);
  }

  #doing(last: number): Doing {
    if (this.#since(this.#wrote) < limits.distrustMilliseconds) return "writes";
    return this.#since(last) < limits.distrustMilliseconds ? "may write" : "goes";
  }

  #since(last: number): number {
    return performance.now() - last;
  }

  #key(key: string): void {
    this.#entered = performance.now();
    if (key.length === 1 || key === "Process") this.#wrote = this.#entered;
  }

  #press(pointerType: string): void {
    this.#entered = performance.now();
    if (pointerType === "mouse") this.#pressed = this.#entered;
  }

  #goesElsewhere(): void {
    this.#entered = this.#wrote = this.#pressed = -Infinity;
  }
}

/** Of what is in sight of our page. */
function isOutside({ clientX, clientY }: MouseEvent): boolean {
  return clientX < 0 || clientY < 0 || clientX >= innerWidth || clientY >= innerHeight;
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

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
  /** In what is filled in. Where nothing is, there is a question whether other pages go, which may well send the user to one of them. */
  #filledIn = -Infinity;
  /** The mouse: as long as it stays here it goes to no other tab. A finger tells nothing of where it goes next. */
  #pressed = -Infinity;

  constructor() {
    addEventListener("keydown", (event) => (enters(event) ? this.#key(event) : this.#goesElsewhere()), { capture: true });
    addEventListener("pointerdown", (event) => this.#press(event), { capture: true });
    addEventListener("pointermove", (event) => this.#hand.note(event), { capture: true });
    // The pointer goes elsewhere, and the user with it; not where something has come up beneath it, or the window has moved.
    document.documentElement.addEventListener("pointerleave", (event) => {
      this.#hand.note(event);
      if (isOutside(event) && this.#hand.movedWithin(limits.pointerMilliseconds)) this.#goesElsewhere();
    });
  }

  /**
   * @param alone whether no other page runs. One that does may wait until somebody looks for what to type next; but the user may well go to
   * it, too, for what isn't saved there
   */
  doing(alone: boolean): Doing {
    const since = (last: number): number => performance.now() - last;
    if (alone) return since(this.#entered) < limits.typingMilliseconds ? "writes" : "goes";
    if (since(this.#wrote) < limits.distrustMilliseconds) return "writes";
    // By what comes up itself we may have ceased to be alone.
    const fills = since(this.#filledIn) < limits.typingMilliseconds;
    return fills || since(this.#pressed) < limits.distrustMilliseconds ? "may write" : "goes";
  }

  #key(event: KeyboardEvent): void {
    this.#enter(event);
    if (event.key.length === 1 || event.key === "Process") this.#wrote = this.#entered;
  }

  #press(event: PointerEvent): void {
    this.#enter(event);
    if (event.pointerType === "mouse") this.#pressed = this.#entered;
  }

  #enter({ target }: Event): void {
    this.#entered = performance.now();
    if (target instanceof Element && target.closest("form") !== null) this.#filledIn = this.#entered;
  }

  #goesElsewhere(): void {
    this.#entered = this.#wrote = this.#filledIn = this.#pressed = -Infinity;
  }
}

/** Of what is in sight of our page. */
function isOutside({ clientX, clientY }: MouseEvent): boolean {
  return clientX < 0 || clientY < 0 || clientX >= innerWidth || clientY >= innerHeight;
}

function enters({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !leaving.test(key) && !ctrlKey && !altKey && !metaKey;
}

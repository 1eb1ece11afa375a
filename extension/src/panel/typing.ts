import { Hand } from "./hand.js";
import { limits } from "../shared/limits.js";

/** Keys by which somebody goes to another tab or window, alone or with another. Tab alone goes to the next field. */
const leaving = /^(Control|Alt|Meta|Escape|ContextMenu|F[0-9]{1,2})$/;

/** In the middle of writing into our page; about to, perhaps; or neither, so that it is the user's own will where the keyboard goes. */
export type Doing = "writes" | "may write" | "goes";

/** What somebody does in our page, by their last keys and presses. */
export class Typing {
  readonly #hand = new Hand();
  /** A key that goes on in the form, or a press of the mouse, which goes to no other tab as long as it stays here. */
  #entered = -Infinity;
  /** A key that writes a character. */
  #wrote = -Infinity;
  /** Ctrl, Alt or the like is down: who pastes by a key may go on to another tab by the next one. */
  #commanding = false;
  /** A finger, which tells nothing of where it goes next. */
  #touched = -Infinity;

  constructor() {
    addEventListener("keydown", (event) => (enters(event) ? this.#key(event.key) : this.#command()), { capture: true });
    addEventListener("keyup", (event) => (this.#commanding &&= isModified(event)), { capture: true });
    // Alt and Tab: that it is let go nobody tells us.
    addEventListener("blur", () => (this.#commanding = false));
    // By dictation, by pasting with the mouse, by a keyboard on the screen that doesn't name its keys.
    addEventListener("input", ({ isTrusted }) => isTrusted && !this.#commanding && this.#key("Process"), { capture: true });
    addEventListener("pointerdown", ({ pointerType }) => this.#press(pointerType), { capture: true });
    addEventListener("pointermove", (event) => this.#hand.note(event), { capture: true });
    // The pointer goes elsewhere, and the user with it; not where something has come up beneath it, or the window has moved.
    document.documentElement.addEventListener("pointerleave", (event) => {
      this.#hand.note(event);
      if (isOutside(event) && this.#hand.movedWithin(limits.pointerMilliseconds)) this.goesElsewhere();
    });
  }

  /** Whatever comes up may have waited until somebody looks for what to type next. */
  doing(): Doing {
    if (this.#since(this.#wrote) < limits.distrustMilliseconds) return "writes";
    const here = this.#since(this.#entered) < limits.distrustMilliseconds || this.#since(this.#touched) < limits.fingerMilliseconds;
    return here ? "may write" : "goes";
  }

  /** The user goes elsewhere, and says so. */
  goesElsewhere(): void {
    this.#entered = this.#wrote = this.#touched = -Infinity;
  }

  /** Ends once somebody who was writing, or about to, has stopped or gone elsewhere. */
  async rests(): Promise<void> {
    while (this.doing() !== "goes") await new Promise((resolve) => setTimeout(resolve, limits.restMilliseconds));
  }

  #since(last: number): number {
    return performance.now() - last;
  }

  #key(key: string): void {
    this.#entered = performance.now();
    if (key.length === 1 || key === "Process") this.#wrote = this.#entered;
  }

  #command(): void {
    this.#commanding = true;
    this.goesElsewhere();
  }

  #press(pointerType: string): void {
    if (pointerType === "mouse") this.#entered = performance.now();
    else this.#touched = performance.now();
  }
}

/** Of what is in sight of our page. */
function isOutside({ clientX, clientY }: MouseEvent): boolean {
  return clientX < 0 || clientY < 0 || clientX >= innerWidth || clientY >= innerHeight;
}

function enters(event: KeyboardEvent): boolean {
  return !leaving.test(event.key) && !isModified(event);
}

function isModified({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}

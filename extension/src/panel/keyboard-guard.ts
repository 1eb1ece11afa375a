import type { Purpose } from "../shared/panel-address.js";
import { watchActivation } from "./activation-watch.js";
import { watchFocus } from "./focus-watch.js";
import { inOwnTab } from "./own-tab.js";
import { Typing } from "./typing.js";

/** Tells, in one of several ways, once somebody takes the keyboard from the panel: the page around it, or what is put over its own tab. */
export class KeyboardGuard {
  readonly #typing = new Typing();
  readonly #lookAround: () => void;

  constructor(private readonly taken: () => void) {
    this.#lookAround = watchFocus(this.#typing, taken, !inOwnTab());
    if (!inOwnTab()) watchActivation(taken);
  }

  /** A tab was opened from the panel's. Unless the user was on the way elsewhere, it was the page. */
  opened(): void {
    if (!this.#typing.left) this.taken();
  }

  /** Whoever was robbed of the keyboard, in the page that the panel was in before, may be typing on. */
  openedFor(purpose: Purpose): void {
    if (purpose.for !== "institution" || purpose.after !== "keyboard") return;
    this.#typing.goesOn();
    this.#lookAround();
  }
}

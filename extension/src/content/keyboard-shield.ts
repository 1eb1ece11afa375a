import { deepestFocus } from "./deepest-focus.js";

/** Everything by which what is typed can reach a page. */
const typing = [
  ...["keydown", "keypress", "keyup", "beforeinput", "input", "paste"],
  ...["compositionstart", "compositionupdate", "compositionend"],
];

/** What would put text into an input of the page's. */
const entering = ["beforeinput", "paste"];

/**
 * While the panel is open, no listener in the page's window hears of a key, and no input of the page's takes a text: a page that
 * takes the focus away from somebody who types a password without looking gets nothing of it.
 */
class KeyboardShield {
  #owner: object | undefined;
  readonly #listener = (event: Event): void => {
    if (this.#owner === undefined) return;
    event.stopImmediatePropagation();
    // The panel's own fields are in a window of their own.
    if (entering.includes(event.type)) event.preventDefault();
    if (event.type === "compositionstart") blurDeepest();
  };

  /** Once more does nothing, unless the document was written anew, and has lost its listeners. */
  listen(): void {
    for (const type of typing) addEventListener(type, this.#listener, { capture: true });
  }

  raise(owner: object): void {
    this.#owner = owner;
  }

  /** Does nothing once another has raised it. */
  lower(owner: object): void {
    if (this.#owner === owner) this.#owner = undefined;
  }
}

/** A composition can't be prevented; it ends where its input loses the focus. */
function blurDeepest(): void {
  const focused = deepestFocus();
  if (focused instanceof HTMLElement) focused.blur();
}

const key = Symbol.for("inkan.keyboard-shield");
const world = globalThis as typeof globalThis & { [key]: KeyboardShield | undefined };

/** The one of this page: shield.ts and main.ts are files of their own in one world, which the page can't see. */
export function keyboardShield(): KeyboardShield {
  return (world[key] ??= new KeyboardShield());
}

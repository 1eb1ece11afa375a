/** Everything by which what is typed can reach a page. */
const typing = [
  ...["keydown", "keypress", "keyup", "beforeinput", "input", "paste"],
  ...["compositionstart", "compositionupdate", "compositionend"],
];

/**
 * While the panel is open, no listener in the page's window hears of a key: a page that takes the focus away from somebody who
 * types a password without looking gets nothing of it.
 */
class KeyboardShield {
  #owner: object | undefined;
  readonly #listener = (event: Event): void => {
    if (this.#owner !== undefined) event.stopImmediatePropagation();
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

const key = Symbol.for("inkan.keyboard-shield");
const world = globalThis as typeof globalThis & { [key]: KeyboardShield | undefined };

/** The one of this page: shield.ts and main.ts are files of their own in one world, which the page can't see. */
export function keyboardShield(): KeyboardShield {
  return (world[key] ??= new KeyboardShield());
}

import { deepestFocus } from "./deepest-focus.js";
import { blur } from "./nodes.js";

/** Everything by which what is typed can reach a page. */
const typing = [
  ...["keydown", "keypress", "keyup", "beforeinput", "textInput", "input", "paste"],
  ...["compositionstart", "compositionupdate", "compositionend"],
];

/**
 * While the panel is open, no listener in the page's window hears of a key, and no input of the page's takes a text: a page that
 * takes the focus away from somebody who types a password without looking gets nothing of it.
 *
 * Its listeners are there before the page's own, but for a document that the page has opened anew (document.open): that takes all
 * listeners away, and the page's next ones come before ours. A window that has opened this one can be before us, too: SECURITY.md.
 */
class KeyboardShield {
  #owner: object | undefined;
  /** Whether a key is for the panel's own button. Its fields are in a window of their own. */
  #spared: () => boolean = () => false;
  #locked: () => void = () => undefined;
  /** A type of event that nobody else knows. */
  readonly #probe = crypto.randomUUID();
  #heard = false;
  readonly #listener = (event: Event): void => {
    if (this.#owner === undefined) return;
    event.stopImmediatePropagation();
    if (!this.#spared() && enters(event)) event.preventDefault();
    if (event.type === "compositionstart") blurDeepest();
  };

  readonly #pointerLocked = ({ isTrusted }: Event): void => {
    if (isTrusted && this.#owner !== undefined) this.#locked();
  };

  listen(): void {
    for (const type of typing) addEventListener(type, this.#listener, { capture: true });
    addEventListener("pointerlockchange", this.#pointerLocked, { capture: true });
    addEventListener(this.#probe, () => (this.#heard = true));
  }

  /** Whether its listeners are still there, from before any script of the page. */
  get intact(): boolean {
    this.#heard = false;
    dispatchEvent(new Event(this.#probe));
    return this.#heard;
  }

  /** @param locked the page has locked the pointer. Where it gives it back the pointer is what looks like the user's hand. */
  raise(owner: object, spared: () => boolean, locked: () => void = () => undefined): void {
    this.#owner = owner;
    this.#spared = spared;
    this.#locked = locked;
  }

  /** Does nothing once another has raised it. */
  lower(owner: object): void {
    if (this.#owner === owner) this.#owner = undefined;
  }
}

/** Whether it would put text anywhere. */
function enters(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return ["beforeinput", "textInput", "paste"].includes(event.type);
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** A composition can't be prevented; it ends where its input loses the focus. */
function blurDeepest(): void {
  const focused = deepestFocus();
  if (focused instanceof HTMLElement) blur(focused);
}

const key = Symbol.for("inkan.keyboard-shield");
const world = globalThis as typeof globalThis & { [key]: KeyboardShield | undefined };

/** The one of this page: shield.ts and main.ts are files of their own in one world, which the page can't see. */
export function keyboardShield(): KeyboardShield {
  return (world[key] ??= new KeyboardShield());
}

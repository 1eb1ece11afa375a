/**
 * The user's hand at the pointer. Its events come as well where the page moves or resizes its window under a pointer that rests: then
 * the pointer is where it was on the screen, and the window isn't.
 */
export class Hand {
  #moved = -Infinity;
  #pointer: string | undefined;
  #window: string | undefined;

  /** @param event any of the pointer's, or the mouse's */
  note({ isTrusted, screenX, screenY }: MouseEvent): void {
    // The page can make up such events.
    if (!isTrusted) return;
    const pointer = `${String(screenX)} ${String(screenY)}`;
    const window = [globalThis.screenX, globalThis.screenY, outerWidth, outerHeight].join(" ");
    const before = this.#pointer;
    // What came before may have been told by where the window was a moment ago.
    if (window !== this.#window) this.#moved = -Infinity;
    else if (before !== undefined && pointer !== before) this.#moved = performance.now();
    this.#pointer = pointer;
    this.#window = window;
  }

  /** Whether it has moved the pointer since, at most so long ago. */
  movedWithin(milliseconds: number): boolean {
    return performance.now() - this.#moved < milliseconds;
  }
}

import { shadowOf } from "./deepest-focus.js";
import { theDocument } from "./document.js";

/** Everything that holds a document of its own. */
const frames = "iframe, frame, object, embed, fencedframe";

/**
 * Takes every frame out of the page, in shadow trees too, and each that comes later: a page without one has nobody to give the
 * keyboard to. A tab of our own takes a moment to open, in which somebody may type on.
 */
export class FrameBan {
  readonly #observer = new MutationObserver(() => this.sweep());
  readonly #observed = new WeakSet<Node>();

  /** @param spared ours, with its frame */
  constructor(private readonly spared: Element) {}

  /** More than once: a shadow tree that is attached to what was there already is no change that an observer hears of. */
  sweep(): void {
    this.#sweep(document);
  }

  lift(): void {
    this.#observer.disconnect();
  }

  #sweep(root: Document | ShadowRoot): void {
    if (!this.#observed.has(root)) this.#observer.observe(root, { childList: true, subtree: true });
    this.#observed.add(root);
    const elements = root === document ? theDocument.querySelectorAll("*") : root.querySelectorAll("*");
    for (const element of elements) {
      if (element === this.spared) continue;
      const shadow = shadowOf(element);
      if (element.matches(frames)) element.remove();
      else if (shadow !== null) this.#sweep(shadow);
    }
  }
}

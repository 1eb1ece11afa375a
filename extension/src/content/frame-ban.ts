import { shadowOf } from "./deepest-focus.js";
import { theDocument } from "./document.js";
import { descendants, matches, putBefore } from "./nodes.js";

/** Everything that holds a document of its own. */
const frames = "iframe, frame, object, embed, fencedframe";

/** Where a frame was. */
type Place = { readonly frame: Element; readonly parent: Node; readonly next: Node | null };

/**
 * Takes every frame out of the page, in shadow trees too, and each that comes later: a page without one has nobody to give the
 * keyboard to. In the end those that were there are put back.
 */
export class FrameBan {
  readonly #observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) this.#look(node);
  });
  readonly #observed = new WeakSet<Node>();
  #taken: Place[] = [];

  /** @param spared ours, with its frame */
  constructor(private readonly spared: Element) {}

  /** More than once: a shadow tree that is attached to what was there already is no change that an observer hears of. */
  sweep(): void {
    this.#sweep(document);
  }

  lift(): void {
    this.#observer.disconnect();
    for (const { frame, parent, next } of this.#taken.reverse()) putBefore(parent, frame, next);
    this.#taken = [];
  }

  #sweep(root: Document | ShadowRoot): void {
    if (!this.#observed.has(root)) this.#observer.observe(root, { childList: true, subtree: true });
    this.#observed.add(root);
    this.#sweepAll(root === document ? theDocument.querySelectorAll("*") : root.querySelectorAll("*"));
  }

  #look(node: Node): void {
    if (node instanceof Element) this.#sweepAll([node, ...descendants(node)]);
  }

  #sweepAll(elements: Iterable<Element>): void {
    for (const element of elements) {
      if (element === this.spared) continue;
      const shadow = shadowOf(element);
      if (matches(element, frames)) this.#take(element);
      else if (shadow !== null) this.#sweep(shadow);
    }
  }

  #take(frame: Element): void {
    const { parentNode, nextSibling } = frame;
    if (parentNode === null) return;
    this.#taken.push({ frame, parent: parentNode, next: nextSibling });
    frame.remove();
  }
}

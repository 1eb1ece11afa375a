import { theDocument } from "./document.js";

/**
 * What every node can, of nodes that may be a form: there an input that is named like it stands in the place of the form's own, in our
 * world too (HTML, 4.10.3).
 */

export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}

export function descendants(element: Element): Element[] {
  const walker = theDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
  const found: Element[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode as Element);
  return found;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Before the other, or where that is elsewhere by now, last; nowhere if the page has put the parent into the node meanwhile. */
export function putBefore(parent: Node, node: Node, next: Node | null): void {
  try {
    Node.prototype.insertBefore.call(parent, node, next);
  } catch {
    if (next !== null) putBefore(parent, node, null);
  }
}

export function blur(element: HTMLElement): void {
  HTMLElement.prototype.blur.call(element);
}

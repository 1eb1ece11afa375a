import { theDocument } from "./document.js";

/**
 * What has the focus in the page's window, in whatever shadow tree, the body's own among them; a frame where it is somewhere in that.
 */
export function deepestFocus(): Element | null {
  let focused = theDocument.activeElement;
  for (let shadow = shadowOf(focused); shadow?.activeElement != null; shadow = shadowOf(focused)) focused = shadow.activeElement;
  return focused;
}

/** The shadow tree of an element, whoever has attached it. */
export function shadowOf(element: Element | null): ShadowRoot | null {
  return element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
}

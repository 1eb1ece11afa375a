import { theDocument } from "./document.js";

export type HostElement = { element: HTMLElement; root: ShadowRoot };

/** An element of ours in the bank's page: neither its scripts nor its styles reach inside. */
export function hostElement(tag: string, css: string): HostElement {
  // Made in a document without a window: a page that has defined such an element itself would else make ours one of its
  // own, whose internals hand the closed root out.
  const element = theDocument.adoptNode(theDocument.implementation.createHTMLDocument("").createElement(tag));
  const root = element.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return { element, root };
}

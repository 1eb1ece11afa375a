import { theDocument } from "./document.js";

declare global {
  interface Document {
    /** Not among TypeScript's own yet; from https://wicg.github.io/nav-speculation/prerendering.html */
    readonly prerendering?: boolean;
  }
}

/** A page that the browser renders before anybody asks for it is in no tab's front: the worker would turn it away, for good. */
export function onceShown(begin: () => void): void {
  if (theDocument.prerendering === true) theDocument.addEventListener("prerenderingchange", begin, { once: true });
  else begin();
}

import { theDocument } from "./document.js";

/**
 * Whether the page is in a sandbox, of its own or of the frame that opened its window. The window keeps it whatever is shown in
 * it: a page of ours in its place could send no form, or run no script. Any sandbox forbids to set the domain (HTML, 7.1.4), of a frame
 * in it, too; the page's own is left alone.
 */
export function isSandboxed(): boolean {
  const frame = theDocument.createElement("iframe");
  theDocument.documentElement.append(frame);
  try {
    return !canSetDomain(frame.contentDocument);
  } finally {
    frame.remove();
  }
}

function canSetDomain(document: Document | null): boolean {
  if (document === null) return false;
  try {
    return Reflect.set(document, "domain", Reflect.get(document, "domain"));
  } catch {
    return false;
  }
}

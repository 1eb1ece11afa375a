import { institutionOf } from "../shared/bank-origin.js";

const acquisitionScreen = "BSMS001";
const launchLabels: readonly string[] = ["証明書発行アプリの起動", "証明書発行アプリ起動"];

/** Whether the bank's pages live here at all: the top frame of exactly such an origin. */
export function isBankWindow(candidate: Window): boolean {
  return candidate.top === candidate && institutionOf(candidate.location.origin) !== undefined;
}

/** The bank's own launch button, if this is the page for certificate acquisition. */
export function findLaunchButton(page: Document): HTMLElement | undefined {
  if (!showsScreen(page, acquisitionScreen)) return undefined;
  const controls = page.querySelectorAll<HTMLElement>("button, a, [role=button], input");
  return Array.from(controls).find((control) => launchLabels.includes(labelOf(control)));
}

/** An element whose own text is the screen id and nothing else. */
function showsScreen(page: Document, id: string): boolean {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { data, parentElement } = texts.currentNode as Text;
    if (data.includes(id) && parentElement !== null && ownText(parentElement) === id) return true;
  }
  return false;
}

function ownText(element: Element): string {
  const texts = Array.from(element.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE);
  return texts.map((node) => node.nodeValue ?? "").join("").trim();
}

function labelOf(control: HTMLElement): string {
  if (!(control instanceof HTMLInputElement)) return (control.textContent).replace(/\s+/g, "");
  if (control.type === "image") return control.alt.trim();
  return control.type === "button" || control.type === "submit" ? control.value.trim() : "";
}

import { institutionOf } from "../shared/bank-origin.js";

const acquisitionScreen = "BSMS001";
const loginScreens: readonly string[] = ["BLGI001", "BLG001"];
const endScreen = "CCHK902";
const launchLabels: readonly string[] = ["証明書発行アプリの起動", "証明書発行アプリ起動"];
const issueLabels: readonly string[] = ["電子証明書発行"];
const endCodes = ["BZBE001011", "BZBE011008"] as const;

export type EndCode = (typeof endCodes)[number];

/** A page of the bank's that we know. button: the bank's own, which starts its program. */
export type BankScreen =
  | { readonly name: "acquisition" | "renewal"; readonly button: HTMLElement }
  | { readonly name: "login" }
  | { readonly name: "abnormal-end"; readonly code: EndCode };

/**
 * Whether the institutions' pages live here that need no word of the administrator's: the top frame of such an origin. What
 * the bank itself has put into a sandbox has its address, and not its origin.
 */
export function isBankWindow(candidate: Window): boolean {
  return isTop(candidate) && institutionOf(candidate.origin) !== undefined;
}

/** Whether the administrator may have added this origin, which only the service worker knows. */
export function mayBeAdded(candidate: Window): boolean {
  return isTop(candidate) && candidate.location.protocol === "https:" && !isBankWindow(candidate);
}

function isTop(candidate: Window): boolean {
  return candidate.top === candidate;
}

export function recognise(page: Document): BankScreen | undefined {
  const body = page.querySelector("body");
  if (body === null) return undefined;
  const code = endCodes.find((one) => showsScreen(page, body, endScreen) && body.textContent.includes(one));
  if (code !== undefined) return { name: "abnormal-end", code };
  const button = findControl(page, launchLabels);
  if (button !== undefined) return { name: showsScreen(page, body, acquisitionScreen) ? "acquisition" : "renewal", button };
  const login = loginScreens.some((id) => showsScreen(page, body, id)) && findControl(page, issueLabels) !== undefined;
  return login ? { name: "login" } : undefined;
}

function findControl(page: Document, labels: readonly string[]): HTMLElement | undefined {
  // Not a form: an input in it that is named textContent or after stands in the place of its own.
  const controls = page.querySelectorAll<HTMLElement>("button, a, [role=button]:not(form), input");
  return Array.from(controls).find((control) => labels.includes(labelOf(control)));
}

/** An element whose own text is the screen id and nothing else. */
function showsScreen(page: Document, body: HTMLElement, id: string): boolean {
  const texts = page.createTreeWalker(body, NodeFilter.SHOW_TEXT);
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

/** A page of the bank's with our script in it. */
import { vi } from "vitest";
import { Page } from "../src/content/page.js";
import type { PageNews } from "../src/shared/page-messages.js";
import { FakePort, installFakeChrome } from "./fake-chrome.js";
import { rootOf, trusted, watchShadowRoots } from "./shadow-roots.js";

export let page: Page;

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}

export const ports: FakePort[] = [];

/** The service worker tells the page. */
export function news(changes: Partial<PageNews>): void {
  ports.at(-1)?.says({ type: "news", launch: false, expiring: [], notes: [], ...changes });
}

export function bankButton(): HTMLElement {
  const button = Array.from(document.querySelectorAll("button")).find(({ textContent }) => textContent.includes("起動"));
  if (button === undefined) throw new Error("no button of the bank's");
  return button;
}

export function clickBankButton(event: Event): boolean {
  return bankButton().dispatchEvent(trusted(event));
}

export function drawBankPage(): void {
  document.body.replaceChildren(element("b", "BSMS001"), element("button", "証明書発行アプリの起動"), element("p", "x"));
}

export function ours(tag: string): Element[] {
  return Array.from(document.querySelectorAll(tag));
}

export function click(event: Event): void {
  rootOf(document.querySelector("inkan-launch")).querySelector("button")?.dispatchEvent(event);
}

/** The page turns into another. */
export function draw(...parts: HTMLElement[]): void {
  document.body.replaceChildren(...parts);
  page.look();
}

/** What the worker was asked to open, one after the other. */
export function opened(): unknown[] {
  return ports.flatMap((port) => port.all("open").map(({ wish }) => wish));
}

/** Before every test. */
export function openBankPage(): void {
  installFakeChrome();
  ports.length = 0;
  vi.spyOn(chrome.runtime, "connect").mockImplementation(() => {
    const port = new FakePort("page");
    ports.push(port);
    return port.asPort;
  });
  watchShadowRoots();
  drawBankPage();
  page = new Page();
  page.look();
}

/** After every test. */
export function closeBankPage(): void {
  page.leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

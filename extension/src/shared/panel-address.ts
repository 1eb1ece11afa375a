import { pattern } from "./guard.js";

/** What the panel is opened for: said behind the # of its address, which only we write. */
export type Purpose = { for: "anything" } | { for: "renewal" } | { for: "restart" } | { for: "institution"; code: string };

export const panelPath = "src/panel/panel.html";
/**
 * The same page for a tab of its own. No web page may load this one, so its address is fixed: the browser blocks a tab
 * that is opened with the plain address of a page that web pages must know by its dynamic one.
 */
export const ownTabPath = "src/panel/tab.html";
const isCode = pattern(/^[0-9]{4}$/);

export function panelAddress(purpose: Purpose, path = panelPath): string {
  const address = chrome.runtime.getURL(path);
  if (purpose.for === "anything") return address;
  return `${address}#${purpose.for === "institution" ? purpose.code : purpose.for}`;
}

export function purposeOf(hash: string): Purpose {
  const word = hash.replace("#", "");
  if (word === "renewal" || word === "restart") return { for: word };
  return isCode(word) ? { for: "institution", code: word } : { for: "anything" };
}

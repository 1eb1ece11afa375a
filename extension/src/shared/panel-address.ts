/** What the panel is opened for: said behind the # of its address, which only we write. */
export type Purpose =
  | { for: "anything" }
  | { for: "renewal" }
  | { for: "restart" }
  /** after: what happened in the bank's page that the panel was shown in before. */
  | { for: "institution"; code: string; after?: "keyboard" };

export const panelPath = "src/panel/panel.html";
/**
 * The same page for a tab of its own. No web page may load this one, so its address is fixed: the browser blocks a tab
 * that is opened with the plain address of a page that web pages must know by its dynamic one.
 */
export const ownTabPath = "src/panel/tab.html";
const institution = /^(?<code>[0-9]{4})(?<after>-keyboard)?$/;

export function panelAddress(purpose: Purpose, path = panelPath): string {
  const address = chrome.runtime.getURL(path);
  if (purpose.for === "anything") return address;
  if (purpose.for !== "institution") return `${address}#${purpose.for}`;
  return `${address}#${purpose.code}${purpose.after === undefined ? "" : `-${purpose.after}`}`;
}

/** @param word by which our content script knows the frame that it has made */
export function frameAddress(purpose: Purpose, word: string): string {
  return panelAddress(purpose, `${panelPath}?${word}`);
}

export function purposeOf(hash: string): Purpose {
  const word = hash.replace("#", "");
  if (word === "renewal" || word === "restart") return { for: word };
  const { code, after } = institution.exec(word)?.groups ?? {};
  if (code === undefined) return { for: "anything" };
  return { for: "institution", code, ...(after === undefined ? {} : { after: "keyboard" }) };
}

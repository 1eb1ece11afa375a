import { limits } from "../shared/limits.js";

/**
 * The document in a bank's tab, by its id. The browser gives it with every navigation that it has been asked for; a document that a page
 * puts into its own place (document.open, a javascript: address) has the id of the one before.
 *
 * @return undefined where our extension has no business
 */
export async function topDocument(tab: number): Promise<string | undefined> {
  return lookInto({ tabId: tab, frameIds: [0] }).catch(() => undefined);
}

/** Whether the tab still shows that document. A page that is too busy to say so may be so on purpose. */
export async function isThere(tab: number, document: string): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), limits.documentMilliseconds));
  // One that is kept for the way back has left its place to another, which answers here.
  const said = lookInto({ tabId: tab, documentIds: [document] }).then(
    (found) => found === document,
    () => false,
  );
  return Promise.race([said, late]);
}

async function lookInto(target: chrome.scripting.InjectionTarget): Promise<string | undefined> {
  const results = await chrome.scripting.executeScript({ target, func: () => undefined, injectImmediately: true });
  return results[0]?.documentId;
}

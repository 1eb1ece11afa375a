/**
 * From which page's tab one of ours was opened, by the ids of the tabs, in storage.session: the browser itself forgets it as soon as the user
 * looks elsewhere.
 */
const name = "pageBeside";
const keyOf = (own: number): string => `${name}${own}`;

export async function notePage(own: number, page: number): Promise<void> {
  await chrome.storage.session.set({ [keyOf(own)]: page });
}

/** Undefined if it was opened from none. It may be gone by now. */
export async function pageBeside(own: number): Promise<number | undefined> {
  const key = keyOf(own);
  const page: unknown = (await chrome.storage.session.get(key))[key];
  return typeof page === "number" ? page : undefined;
}

/** The browser has unloaded a page, by which its tab gets another id. */
export async function pageReplaced(before: number, now: number): Promise<void> {
  const noted = Object.entries(await chrome.storage.session.get()).filter(([key, page]) => key.startsWith(name) && page === before);
  await chrome.storage.session.set(Object.fromEntries(noted.map(([key]) => [key, now])));
}

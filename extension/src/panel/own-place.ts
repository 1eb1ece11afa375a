/** Our own page's tab, and the window that it is in. */
export type OwnPlace = { readonly tab: number; readonly window: number };

/** @return undefined where our page is in no tab; else it goes along with the tab where that is dragged */
export async function ownPlace(): Promise<OwnPlace | undefined> {
  const { id, windowId } = (await chrome.tabs.getCurrent()) ?? {};
  if (id === undefined || windowId === undefined) return undefined;
  const place = { tab: id, window: windowId };
  chrome.tabs.onAttached.addListener((tab, { newWindowId }) => {
    if (tab === id) place.window = newWindowId;
  });
  return place;
}

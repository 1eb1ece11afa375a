/** To this tab, to another tab or window of this browser, or to no window of it. */
export type WhereKeysGo = "here" | "elsewhere" | "outside";

/** A box that the browser puts over the page of another tab takes the keyboard from every window: what is in front below it counts. */
export async function whereKeysGo(tab: number): Promise<WhereKeysGo> {
  const [window, { active, windowId }] = await Promise.all([chrome.windows.getLastFocused(), chrome.tabs.get(tab)]);
  if (!active || windowId !== window.id) return "elsewhere";
  return window.focused ? "here" : "outside";
}

/** To this tab, to another tab or window of this browser, or to no window of it. */
export type WhereKeysGo = "here" | "elsewhere" | "outside";

export async function whereKeysGo(tab: number): Promise<WhereKeysGo> {
  const window = await chrome.windows.getLastFocused();
  if (!window.focused) return "outside";
  const { active, windowId } = await chrome.tabs.get(tab);
  return active && windowId === window.id ? "here" : "elsewhere";
}

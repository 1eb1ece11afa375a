/** The tab, and its window. */
export async function bringInFront(tab: number): Promise<void> {
  const updated = await chrome.tabs.update(tab, { active: true });
  if (updated !== undefined) await focusWindow(updated.windowId);
}

export async function focusWindow(id: number): Promise<void> {
  await chrome.windows.update(id, { focused: true });
}

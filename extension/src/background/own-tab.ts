import { panelAddress, panelPath } from "../shared/panel-address.js";

/** Shows the panel in a tab of its own: the one that is open, or a new one. */
export async function openOwnTab(institution?: string): Promise<void> {
  const address = panelAddress(
    institution === undefined ? { for: "anything" } : { for: "institution", code: institution },
  );
  const open = await ownTab();
  if (open === undefined) {
    await chrome.tabs.create({ url: address });
    return;
  }
  // Another # loads nothing anew: the panel hears of it, and goes there if no flow is open in it.
  await chrome.tabs.update(open.tabId, institution === undefined ? { active: true } : { active: true, url: address });
  await chrome.windows.update(open.windowId, { focused: true });
}

/** Panels in bank pages are frames of their tabs, and don't count. */
async function ownTab(): Promise<chrome.runtime.ExtensionContext | undefined> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ["TAB"] });
  const address = chrome.runtime.getURL(panelPath);
  return contexts.find(({ frameId, documentUrl }) => frameId === 0 && documentUrl?.split("#")[0] === address);
}

import { openRequest } from "../shared/page-messages.js";
import { openOwnTab } from "./own-tab.js";

/** On a recognised bank page the panel opens there; everywhere else in a tab of its own. */
export async function toolbarPressed(tab: chrome.tabs.Tab): Promise<void> {
  if (tab.id === undefined || !(await openedIn(tab.id))) await openOwnTab();
}

async function openedIn(tab: number): Promise<boolean> {
  try {
    const answer: unknown = await chrome.tabs.sendMessage(tab, openRequest, { frameId: 0 });
    return answer === true;
  } catch {
    // No script of ours is in that tab.
    return false;
  }
}

import { pressRequest } from "../shared/page-messages.js";
import { openOwnTab } from "./own-tab.js";

/** On a page of the bank's that we know it does what our button there does; everywhere else it shows our own page. */
export async function toolbarPressed(tab: chrome.tabs.Tab): Promise<void> {
  if (tab.id === undefined || !(await pressedIn(tab.id))) await openOwnTab();
}

async function pressedIn(tab: number): Promise<boolean> {
  try {
    const answer: unknown = await chrome.tabs.sendMessage(tab, pressRequest, { frameId: 0 });
    return answer === true;
  } catch {
    // No script of ours is in that tab.
    return false;
  }
}

import { claim } from "../shared/page-messages.js";
import { inOwnTab } from "./own-tab.js";

/**
 * Whether our content script has put this frame into the bank's page, and says so for the first time. A page that has found out the
 * panel's address could do so itself, and then nothing of ours would stand around the frame.
 */
export async function isOurs(): Promise<boolean> {
  if (inOwnTab()) return true;
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id === undefined) return false;
  const answer: unknown = await chrome.tabs.sendMessage(tab.id, claim(location.search.slice(1)), { frameId: 0 }).catch(() => false);
  return answer === true;
}

import { pageBeside } from "../shared/page-beside.js";
import { panelAddress, type Purpose } from "../shared/panel-address.js";
import { bringInFront, focusWindow, ownTabs, type OwnTab } from "../shared/tabs.js";

/** Shows our own page: in the tab that is open, or a new one. One beside a bank's page is for that institution alone. */
export async function openOwnTab(institution?: string): Promise<void> {
  const wanted: Purpose = institution === undefined ? { for: "choice" } : { for: "institution", code: institution };
  const url = panelAddress(wanted);
  const open = (await ownTabs()).find(({ purpose }) => purpose.for !== "page" || purpose.code === institution);
  if (open === undefined) {
    const { windowId } = await chrome.tabs.create({ url });
    await focusWindow(windowId);
    return;
  }
  // Another # loads nothing anew: the panel hears of it, and goes there if no flow is open in it.
  if (institution !== undefined && open.purpose.for !== "page") await chrome.tabs.update(open.tab, { url });
  await bringInFront(open.tab);
}

/** The tab of ours that was opened from that page's, for that institution: the tab may have gone on to another bank's page since. */
export async function panelBeside(page: number, institution: string): Promise<OwnTab | undefined> {
  for (const open of await ownTabs()) if (isBeside(open, institution) && (await pageBeside(open.tab)) === page) return open;
  return undefined;
}

function isBeside({ purpose }: OwnTab, institution: string): boolean {
  return purpose.for === "page" && purpose.code === institution;
}

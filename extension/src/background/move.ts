import { limits } from "../shared/limits.js";
import { alarm } from "./come-back.js";
import type { Hub } from "./hub.js";
import { inFront, isBankPage, isOwnTab, isUsersOwn, openOwnTab, unload } from "./own-tab.js";
import type { PanelSession } from "./panel-session.js";

/** Panels that are on their way: each asks until it is gone. */
const moving = new WeakSet<PanelSession>();

/**
 * Goes on in a tab of the panel's own, where no page has a say; the panel in the page closes, and its flow ends.
 *
 * @param unload whether the page is unloaded until the user comes back to it, and what it has put in front is closed: it can put nothing
 *   there any more. So it is where something was asked in it.
 */
export async function move(hub: Hub, panel: PanelSession, unload = panel.flow !== undefined): Promise<void> {
  const { place } = panel;
  if (!("host" in place) || moving.has(panel)) return;
  moving.add(panel);
  hub.keyboardThieves.add(place.host);
  alarm();
  const intruders = new Intruders(place.id);
  try {
    await openOwnTab(panel.institution, "keyboard");
    panel.show({ type: "moved" });
    if (unload) await Promise.allSettled([intruders.closeFront(), chrome.tabs.discard(place.id)]);
  } catch {
    // No tab can be opened while another is dragged: the panel asks again.
    moving.delete(panel);
  } finally {
    intruders.ignore();
  }
}

/**
 * Tabs and windows: the one in front when the panel has to move, and those that come up while somebody may be typing on, whoever opens
 * them.
 */
class Intruders {
  readonly #front = inFront();
  readonly #created = (tab: chrome.tabs.Tab): void => void this.#close(tab);

  /** @param opener the tab of the page */
  constructor(private readonly opener: number) {
    chrome.tabs.onCreated.addListener(this.#created);
  }

  /** One that somebody else has opened can't be known for an intruder; a page of the bank's, and who has opened ours, is unloaded, too. */
  async closeFront(): Promise<void> {
    const { openerTabId } = await chrome.tabs.get(this.opener);
    for (const tab of await this.#front) {
      if (tab.openerTabId === this.opener) await this.#close(tab);
      else if (tab.id !== undefined && tab.id !== this.opener && (tab.id === openerTabId || (await isBankPage(tab)))) await unload(tab.id);
    }
  }

  ignore(): void {
    setTimeout(() => chrome.tabs.onCreated.removeListener(this.#created), limits.typingMilliseconds);
  }

  async #close(tab: chrome.tabs.Tab): Promise<void> {
    if (isOwnTab(tab) || isUsersOwn(tab)) return;
    if (tab.id !== undefined) await chrome.tabs.remove(tab.id);
    if (tab.openerTabId !== undefined && tab.openerTabId !== this.opener) await unload(tab.openerTabId);
  }
}

import { isNew } from "./new-tabs.js";
import { inFront, isOwnTab, openOwnTab } from "./own-tab.js";

let coming: Promise<void> | undefined;

/**
 * Brings our own tab in front again after something else has come up under somebody's typing. What was just opened there is closed, and
 * the page that has opened it is unloaded until the user comes back to it; what was there before stays.
 */
export async function comeBack(): Promise<void> {
  coming ??= takeFront().finally(() => (coming = undefined));
  await coming;
}

async function takeFront(): Promise<void> {
  const front = await inFront();
  await openOwnTab();
  const intruders = front.filter((tab) => isNew(tab) && !isOwnTab(tab));
  await Promise.allSettled(
    intruders.flatMap(({ id, openerTabId }) => [
      ...(id === undefined ? [] : [chrome.tabs.remove(id)]),
      ...(openerTabId === undefined ? [] : [chrome.tabs.discard(openerTabId)]),
    ]),
  );
}

type Tab = Pick<chrome.tabs.Tab, "id" | "openerTabId">;

/**
 * Tabs, other than that of the page itself, that could put another in front: a page may raise a window that it has opened, whenever it
 * likes, and itself for some seconds after a click or a key. Those are: from whom the page was opened, and on; the bank's others; and what
 * any of the bank's has opened, if it has opened something in turn.
 *
 * @param page its tab
 * @param ofBank tabs with a page of a bank's
 */
export function whoMayRaise(page: number, tabs: readonly Tab[], ofBank: ReadonlySet<number>): number[] {
  const opener = (id: number): number[] => tabs.filter((tab) => tab.id === id).flatMap(({ openerTabId }) => openerTabId ?? []);
  const opened = (id: number): number[] => tabs.filter(({ openerTabId }) => openerTabId === id).flatMap((tab) => tab.id ?? []);
  const openers = reached([page], opener);
  const raising = [...reached([page, ...ofBank], opened)].filter((id) => ofBank.has(id) || opened(id).length > 0);
  return [...new Set([...openers, ...raising])].filter((id) => id !== page);
}

/** The beginning included. */
function reached(from: Iterable<number>, next: (id: number) => number[]): Set<number> {
  const found = new Set(from);
  // A set goes on with what is added to it meanwhile.
  for (const id of found) for (const further of next(id)) found.add(further);
  return found;
}

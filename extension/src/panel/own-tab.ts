const key = "replacedPage";

/** Whether the panel is a page of its own in a tab, and not in a bank's. */
export function inOwnTab(): boolean {
  return window.top === window;
}

/** A page of that institution was in this tab before, and is to be there again. Outlives a reload. */
export function notePageReplaced(institution: string): void {
  sessionStorage.setItem(key, institution);
}

/** The institution whose page was in this tab before; undefined if there was none. */
export function replacedPage(): string | undefined {
  return inOwnTab() ? (sessionStorage.getItem(key) ?? undefined) : undefined;
}

/** To the bank's page, behind every entry of ours in the tab's history. */
export function backToPage(): void {
  sessionStorage.removeItem(key);
  history.go(-1 - (navigation.currentEntry?.index ?? 0));
}

import { isObject } from "../shared/guard.js";

/** Whether the panel is a page of its own in a tab, and not in a bank's. */
export function inOwnTab(): boolean {
  return window.top === window;
}

/** The institution from whose page the user has come to this tab, if it was opened for that; known after a reload, too. */
export function besidePage(): string | undefined {
  const state: unknown = history.state;
  const page = isObject(state) && "page" in state ? state.page : undefined;
  return inOwnTab() && typeof page === "string" ? page : undefined;
}

/** Takes what stands behind the # out of the address: the same again is to be heard again, and loaded anew nothing is done twice. */
export function clearAddress(page: string | undefined): void {
  history.replaceState(page === undefined ? null : { page }, "", location.pathname);
}

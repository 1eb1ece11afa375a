import { limits } from "../shared/limits.js";
import type { Hub } from "./hub.js";
import { move } from "./move.js";
import type { PanelSession } from "./panel-session.js";
import { isThere } from "./top-document.js";

/**
 * After a panel has gone in the middle of a flow: was it thrown out? Then whoever types on without looking is led to a tab of our own. The
 * panel says that its page is left, and the browser that the page's document has gone with it: the page may pretend to leave, throw the
 * panel out while the browser asks, or put another document into its place.
 */
export async function lookAfter(hub: Hub, panel: PanelSession): Promise<void> {
  const { place, flow, going } = panel;
  if (!("host" in place) || flow === undefined || going === "closed") return;
  if (going !== undefined && (await isLeft(place.id, panel))) return;
  // Its flow may have ended by now.
  await move(hub, panel, true);
}

async function isLeft(tab: number, panel: PanelSession): Promise<boolean> {
  // A page that hasn't said so by now has been too busy for all that time.
  const document = await Promise.race([panel.document, Promise.resolve(undefined)]);
  if (document === undefined) return false;
  // The panel may be gone a moment before the page.
  await new Promise((resolve) => setTimeout(resolve, limits.leaveMilliseconds));
  return !(await isThere(tab, document));
}

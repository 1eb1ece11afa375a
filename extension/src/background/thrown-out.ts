import { limits } from "../shared/limits.js";
import type { Hub } from "./hub.js";
import { move } from "./move.js";
import type { PageSession } from "./page-session.js";
import type { PanelSession } from "./panel-session.js";

/**
 * After a panel has gone in the middle of a flow: was it thrown out? Then whoever types on without looking is led to a tab of our own.
 *
 * @param pages those with our content script
 */
export async function lookAfter(hub: Hub, panel: PanelSession, pages: ReadonlySet<PageSession>): Promise<void> {
  const { place, flow, going, goingFor } = panel;
  if (!("host" in place) || flow === undefined || going === "closed") return;
  const page = [...pages].find(({ tab }) => tab.id === place.id);
  const meant = going === "leaving" || (going === "answered" && goingFor < limits.answeredMilliseconds);
  if (meant && (await isLeft(page, pages))) return;
  // Its flow may have ended by now.
  await move(hub, panel, true);
}

/** A page may pretend to leave, and throw the panel out while the browser asks. A page that is really left goes with its panel. */
async function isLeft(page: PageSession | undefined, pages: ReadonlySet<PageSession>): Promise<boolean> {
  if (page === undefined) return true;
  await new Promise((resolve) => setTimeout(resolve, limits.leaveMilliseconds));
  return !pages.has(page) && !page.hasThrownOut;
}

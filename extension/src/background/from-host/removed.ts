import type { Removed } from "../../shared/host-messages.js";
import { firstView } from "../from-panel/first-view.js";
import type { Hub } from "../hub.js";

/** Comes to a fresh list. */
export function removed(hub: Hub, { id }: Removed): void {
  const panel = hub.asked.get(id)?.panel;
  hub.asked.delete(id);
  hub.tellPages();
  if (panel?.awaited !== id) return;
  panel.endWaiting();
  firstView(hub, panel);
}

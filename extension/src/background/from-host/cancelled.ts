import type { Cancelled } from "../../shared/host-messages.js";
import { firstView } from "../from-panel/first-view.js";
import type { Hub } from "../hub.js";

/** Back to the first screen, unless the flow was cancelled because its panel is gone. */
export function cancelled(hub: Hub, { flow }: Cancelled): void {
  const panel = hub.endFlow(flow);
  if (panel !== undefined && hub.panels.has(panel)) firstView(hub, panel);
}

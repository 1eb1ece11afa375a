import type { Cancelled } from "../../shared/host-messages.js";
import { list } from "../from-panel/list.js";
import type { Hub } from "../hub.js";

/** Back to the list, unless the flow was cancelled because its panel is gone. */
export function cancelled(hub: Hub, { flow }: Cancelled): void {
  const panel = hub.endFlow(flow);
  if (panel !== undefined && hub.panels.has(panel)) list(hub, panel);
}

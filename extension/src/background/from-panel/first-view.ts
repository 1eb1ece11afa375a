import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { institutions } from "./institutions.js";
import { list } from "./list.js";

/** Where a panel begins, and where it comes back to: the list, or the choice before it. */
export function firstView(hub: Hub, panel: PanelSession): void {
  if (panel.institution === undefined) institutions(hub, panel);
  else list(hub, panel);
}

import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { begin } from "./begin.js";

export function issue(hub: Hub, panel: PanelSession): void {
  const { institution, tab } = panel;
  if (institution !== undefined) begin(hub, panel, { type: "issue", institution, origin: tab.origin });
}

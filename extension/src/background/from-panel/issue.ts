import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";

/** Starts a flow; its prompt follows. */
export function issue(hub: Hub, panel: PanelSession): void {
  if (panel.flow !== undefined) return;
  const flow = hub.ask(panel, { type: "issue", institution: panel.tab.institution, origin: panel.tab.origin });
  if (flow === undefined) return;
  hub.beginFlow(flow, panel);
  panel.show({ type: "busy", why: "starting" });
}

import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { firstView } from "./first-view.js";

/** Cancels the open flow. The host says how it really ended; without a flow there is only the first screen to go back to. */
export function back(hub: Hub, panel: PanelSession): void {
  if (panel.flow === undefined) return firstView(hub, panel);
  panel.show({ type: "busy", why: "stopping" });
  hub.ask(panel, { type: "cancel", flow: panel.flow });
}

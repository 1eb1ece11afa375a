import { limits } from "../../shared/limits.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";

/** Asks for the certificates; opens the host first if it isn't there, and asks once it is ready. */
export function list(hub: Hub, panel: PanelSession): void {
  if (hub.host.state.name !== "ready") return hub.needHost();
  if (panel.flow !== undefined) return;
  panel.show({ type: "connecting", host: panel.tab.host });
  panel.listing = hub.ask(panel, { type: "list", institution: panel.tab.institution, origin: panel.tab.origin });
  clearTimeout(panel.listTimer);
  panel.listTimer = setTimeout(() => hub.host.fail({ name: "stopped" }), limits.listMilliseconds);
}

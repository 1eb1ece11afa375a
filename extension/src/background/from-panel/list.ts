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
  panel.listTimer = setTimeout(() => noList(hub, panel), limits.listMilliseconds);
}

/** A host with an open flow may be busy with just that, and stopping it could lose a certificate; the watchdog knows. */
function noList(hub: Hub, panel: PanelSession): void {
  if (hub.flows.size === 0) return hub.host.fail({ name: "stopped" });
  panel.endListing();
  panel.show({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
}

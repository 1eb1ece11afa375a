import { limits } from "../../shared/limits.js";
import type { Hub } from "../hub.js";
import type { Question } from "../inquiries.js";
import type { PanelSession } from "../panel-session.js";

/** Asks for what the panel shows first; opens the host if it isn't there, and then the panel begins anew. */
export function request(hub: Hub, panel: PanelSession, question: Question): void {
  if (hub.host.state.name !== "ready") return hub.needHost();
  if (panel.flow !== undefined) return;
  panel.showConnecting();
  panel.await(hub.ask(panel, question), limits.listMilliseconds, () => noAnswer(hub, panel));
}

/** A host with an open flow may be busy with just that, and stopping it could lose a certificate; the watchdog knows. */
export function noAnswer(hub: Hub, panel: PanelSession): void {
  if (hub.flows.size === 0) return hub.host.fail({ name: "stopped" });
  panel.endWaiting();
  panel.show({ type: "failed", code: "G008e", reason: "flow-busy", retry: true });
}

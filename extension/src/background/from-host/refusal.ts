import type { Refusal } from "../../shared/host-messages.js";
import { list } from "../from-panel/list.js";
import type { Hub } from "../hub.js";

/** A message of ours was refused. One that couldn't even be read means that this port is no good. */
export function refusal(hub: Hub, { id, code, reason }: Refusal): void {
  if (id === null) return hub.host.fail({ name: "stopped" });
  const asked = hub.asked.get(id);
  hub.asked.delete(id);
  if (asked === undefined) return;
  const { panel, type } = asked;
  if (type === "list" && panel.listing !== id) return;
  const flow = panel.flow;
  if (flow !== undefined) hub.endFlow(flow);
  // Nothing to cancel is as good as cancelled.
  if (type === "cancel") return list(hub, panel);
  if (type === "answer" && flow !== undefined) hub.abandon(flow);
  panel.listing = undefined;
  clearTimeout(panel.listTimer);
  panel.show({ type: "failed", code, reason, retry: code === "G008e" });
}

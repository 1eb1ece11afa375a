import type { Overview } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

/** Shows the institutions, if the panel still waits for them. */
export function overview(hub: Hub, message: Overview): void {
  if (hub.inquiries.settle(message.id, message)) return;
  const panel = hub.asked.get(message.id)?.panel;
  hub.asked.delete(message.id);
  if (panel?.awaited !== message.id) return;
  panel.endWaiting();
  panel.show({ type: "institutions", institutions: message.institutions });
}

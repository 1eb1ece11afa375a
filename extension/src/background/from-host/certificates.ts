import type { Certificates } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

/** Shows the list, if it is the one the panel waits for and of the institution it is for. */
export function certificates(hub: Hub, message: Certificates): void {
  hub.findNew(message);
  if (hub.inquiries.settle(message.id, message)) return;
  const panel = hub.asked.get(message.id)?.panel;
  hub.asked.delete(message.id);
  if (panel?.awaited !== message.id) return;
  const { code } = message.institution;
  if (code !== panel.institution) return hub.host.fail({ name: "stopped" });
  const { institution, certificates, expired } = message;
  panel.endWaiting();
  panel.known = certificates.map(({ id }) => id);
  const interrupted = hub.interrupted.delete(code);
  panel.show({ type: "certificates", institution, certificates, expired, notes: hub.restart.notes(code), interrupted });
  panel.listed = true;
  hub.restart.forget(code, "confirmed");
}

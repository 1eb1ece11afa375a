import type { Certificates } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

/** Shows the list, if it is the one the panel waits for and of the bank the tab shows. */
export function certificates(hub: Hub, message: Certificates): void {
  const panel = hub.asked.get(message.id)?.panel;
  hub.asked.delete(message.id);
  if (panel?.listing !== message.id) return;
  if (message.institution.code !== panel.tab.institution) return hub.host.fail({ name: "stopped" });
  panel.endListing();
  panel.show({ type: "certificates", institution: message.institution, certificates: message.certificates });
}

import type { Done } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

/** The new certificate is remembered until the browser has been restarted and uses it. */
export function done(hub: Hub, { flow, ...view }: Done): void {
  const panel = hub.endFlow(flow);
  if (panel?.institution !== undefined) {
    const { id, commonName } = view.certificate;
    hub.restart.add({ id, commonName, institution: panel.institution });
  }
  panel?.show(view);
  hub.tellPages();
}

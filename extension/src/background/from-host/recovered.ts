import type { Recovered } from "../../shared/host-messages.js";
import { firstView } from "../from-panel/first-view.js";
import type { Hub } from "../hub.js";
import { notifyOfRecovery } from "../notifications.js";

/** Something that was cut off earlier has come to its end, without the user. */
export function recovered(hub: Hub, message: Recovered): void {
  const { institution, certificate } = message;
  if (certificate === undefined) hub.interrupted.add(institution);
  else hub.restart.add({ id: certificate.id, commonName: certificate.commonName, institution });
  void notifyOfRecovery(message);
  hub.tellPages();
  for (const panel of hub.panels) if (panel.institution === institution && panel.listed) firstView(hub, panel);
}

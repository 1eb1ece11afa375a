import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { request } from "./request.js";

/** Asks for every institution, for the user to choose one. A bank's page has chosen already. */
export function institutions(hub: Hub, panel: PanelSession): void {
  if (!panel.ownTab || panel.flow !== undefined) return;
  panel.institution = undefined;
  request(hub, panel, { type: "survey" });
}

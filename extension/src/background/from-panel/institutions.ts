import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { request } from "./request.js";

/** Asks for every institution, for the user to choose one. */
export function institutions(hub: Hub, panel: PanelSession): void {
  if (panel.flow !== undefined) return;
  panel.institution = undefined;
  request(hub, panel, { type: "survey" });
}

import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { request } from "./request.js";

/** Asks for the certificates. */
export function list(hub: Hub, panel: PanelSession): void {
  const { institution, tab } = panel;
  if (institution !== undefined) request(hub, panel, { type: "list", institution, origin: tab.origin });
}

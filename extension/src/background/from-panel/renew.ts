import type { RenewRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { begin } from "./begin.js";

export function renew(hub: Hub, panel: PanelSession, { certificate }: RenewRequest): void {
  const { institution, tab } = panel;
  if (institution !== undefined) begin(hub, panel, { type: "renew", institution, origin: tab.origin, certificate });
}

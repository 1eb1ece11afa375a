import type { ChooseRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { list } from "./list.js";

/** Nobody chooses another institution than that of the bank's page. */
export function choose(hub: Hub, panel: PanelSession, { institution }: ChooseRequest): void {
  if (!panel.ownTab || panel.flow !== undefined) return;
  panel.institution = institution;
  list(hub, panel);
}

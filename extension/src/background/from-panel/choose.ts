import type { ChooseRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { list } from "./list.js";

export function choose(hub: Hub, panel: PanelSession, { institution }: ChooseRequest): void {
  if (panel.flow !== undefined) return;
  panel.institution = institution;
  list(hub, panel);
}

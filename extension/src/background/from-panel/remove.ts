import { limits } from "../../shared/limits.js";
import type { RemoveRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { noAnswer } from "./request.js";

/** Removes a certificate that was replaced; the host refuses any other. */
export function remove(hub: Hub, panel: PanelSession, { certificate }: RemoveRequest): void {
  const { institution, tab, flow } = panel;
  if (institution === undefined || flow !== undefined) return;
  const message = hub.ask(panel, { type: "remove", institution, origin: tab.origin, certificate });
  if (message === undefined) return;
  panel.show({ type: "busy", why: "removing" });
  panel.await(message, limits.listMilliseconds, () => noAnswer(hub, panel));
}

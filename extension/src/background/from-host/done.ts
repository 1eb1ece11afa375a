import type { Done } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

export function done(hub: Hub, { flow, certificate }: Done): void {
  hub.endFlow(flow)?.show({ type: "done", certificate });
}

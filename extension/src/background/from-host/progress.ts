import type { Progress } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

export function progress(hub: Hub, { flow, ...view }: Progress): void {
  hub.flows.get(flow)?.show(view);
}

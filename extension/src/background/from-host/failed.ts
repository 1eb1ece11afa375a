import type { Failed } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

export function failed(hub: Hub, { flow, code, reason, retry }: Failed): void {
  hub.endFlow(flow)?.show({ type: "failed", code, reason, retry });
}

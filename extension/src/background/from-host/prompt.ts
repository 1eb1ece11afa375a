import type { Prompt } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

export function prompt(hub: Hub, { flow, ...view }: Prompt): void {
  hub.flows.get(flow)?.show(view);
}

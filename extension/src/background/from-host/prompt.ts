import type { Prompt } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";

export function prompt(hub: Hub, { flow, ...view }: Prompt): void {
  const panel = hub.flows.get(flow);
  if (panel === undefined) return;
  // A page may pretend to leave, while nothing is asked, and throw the panel out later.
  panel.going = undefined;
  panel.show(view);
}

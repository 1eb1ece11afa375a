import { limits } from "../../shared/limits.js";
import type { Code, Reason, Refusal } from "../../shared/host-messages.js";
import type { FailedView } from "../../shared/panel-messages.js";
import { list } from "../from-panel/list.js";
import type { Asked, Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";

/** A message of ours was refused. One that couldn't even be read means that this port is no good. */
export function refusal(hub: Hub, { id, code, reason }: Refusal): void {
  if (id === null) return hub.host.fail({ name: "stopped" });
  const asked = hub.asked.get(id);
  hub.asked.delete(id);
  if (asked === undefined) return;
  const view: FailedView = { type: "failed", code, reason, retry: worthAnotherTry(code, reason) };
  if (asked.type === "list") return listRefused(asked.panel, id, view);
  flowRefused(hub, asked, view);
}

function listRefused(panel: PanelSession, id: string, view: FailedView): void {
  if (panel.listing !== id) return;
  panel.endListing();
  panel.show(view);
}

function flowRefused(hub: Hub, { panel, type }: Asked, view: FailedView): void {
  const { flow } = panel;
  if (flow === undefined) return;
  if (type === "issue") {
    hub.endFlow(flow);
    panel.show(view);
  } else if (view.reason === "flow-unknown") {
    setTimeout(() => stillNoOutcome(hub, flow, type === "cancel" ? undefined : view), limits.outcomeMilliseconds);
  } else {
    hub.endFlow(flow);
    hub.abandon(flow);
    panel.show(view);
  }
}

/** Nothing to cancel is as good as cancelled. */
function stillNoOutcome(hub: Hub, flow: string, view: FailedView | undefined): void {
  const panel = hub.endFlow(flow);
  if (panel === undefined || !hub.panels.has(panel)) return;
  if (view === undefined) list(hub, panel);
  else panel.show(view);
}

function worthAnotherTry(code: Code, reason: Reason): boolean {
  return code === "G001e" || code === "G008e" || reason === "internal";
}

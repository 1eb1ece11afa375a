import { limits } from "../../shared/limits.js";
import type { Code, Reason, Refusal } from "../../shared/host-messages.js";
import type { FailedView } from "../../shared/panel-messages.js";
import { firstView } from "../from-panel/first-view.js";
import type { Asked, Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";

const ofFlow: ReadonlySet<string> = new Set<Asked["type"]>(["issue", "renew", "answer", "cancel"]);

/** A message of ours was refused. One that couldn't even be read means that this port is no good. */
export function refusal(hub: Hub, message: Refusal): void {
  const { id, code, reason } = message;
  if (id === null) return hub.host.fail({ name: "stopped" });
  if (hub.inquiries.settle(id, message)) return;
  const asked = hub.asked.get(id);
  hub.asked.delete(id);
  if (asked === undefined) return;
  const view: FailedView = { type: "failed", code, reason, retry: worthAnotherTry(code, reason) };
  if (!ofFlow.has(asked.type)) return requestRefused(asked.panel, id, view);
  flowRefused(hub, asked, view);
}

function requestRefused(panel: PanelSession, id: string, view: FailedView): void {
  if (panel.awaited !== id) return;
  panel.endWaiting();
  panel.show(view);
}

function flowRefused(hub: Hub, { panel, type }: Asked, view: FailedView): void {
  const { flow } = panel;
  if (flow === undefined) return;
  if (type === "issue" || type === "renew") {
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
  if (view === undefined) firstView(hub, panel);
  else panel.show(view);
}

function worthAnotherTry(code: Code, reason: Reason): boolean {
  return code === "G001e" || code === "G008e" || reason === "internal";
}

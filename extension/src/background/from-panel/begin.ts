import type { BrowserMessage } from "../../shared/browser-messages.js";
import type { Hub } from "../hub.js";
import type { WithoutId } from "../inquiries.js";
import type { PanelSession } from "../panel-session.js";

type Beginning = WithoutId<Extract<BrowserMessage, { type: "issue" | "renew" }>>;

/** Starts a flow; its prompt follows. */
export function begin(hub: Hub, panel: PanelSession, message: Beginning): void {
  // For another institution than that of the list on the screen nobody has asked anything.
  if (panel.flow !== undefined || !panel.listed) return;
  const flow = hub.ask(panel, message);
  if (flow === undefined) return;
  panel.endWaiting();
  hub.beginFlow(flow, panel);
  panel.show({ type: "busy", why: "starting" });
}

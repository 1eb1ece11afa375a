import type { BrowserMessage } from "../../shared/browser-messages.js";
import type { Task } from "../../shared/panel-address.js";
import type { Hub } from "../hub.js";
import type { WithoutId } from "../inquiries.js";
import { leavePage } from "../leave-page.js";
import type { PanelSession } from "../panel-session.js";

type Beginning = WithoutId<Extract<BrowserMessage, { type: "issue" | "renew" }>>;

/** Starts a flow; its prompt follows. In a bank's page nothing is ever typed: a tab of our own asks for the same again. */
export function begin(hub: Hub, panel: PanelSession, message: Beginning): void {
  const { place } = panel;
  if ("host" in place) return void leavePage(place, taskOf(message));
  // For another institution than that of the list on the screen nobody has asked anything.
  if (panel.flow !== undefined || !panel.listed) return;
  const flow = hub.ask(panel, message);
  if (flow === undefined) return;
  panel.endWaiting();
  hub.beginFlow(flow, panel);
  panel.show({ type: "busy", why: "starting" });
}

function taskOf(message: Beginning): Task {
  return message.type === "issue" ? { kind: "issue" } : { kind: "renewal", certificate: message.certificate };
}

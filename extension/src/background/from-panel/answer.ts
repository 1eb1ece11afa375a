import type { AnswerRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";

/** Passes on what the user entered, and keeps nothing of it. */
export function answer(hub: Hub, panel: PanelSession, { prompt, fields }: AnswerRequest): void {
  if (panel.flow === undefined) return;
  panel.show({ type: "busy", why: "answering" });
  hub.ask(panel, { type: "answer", flow: panel.flow, prompt, fields });
}

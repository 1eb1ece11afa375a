import type { PanelRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { answer } from "./answer.js";
import { back } from "./back.js";
import { issue } from "./issue.js";
import { list } from "./list.js";

export function fromPanel(hub: Hub, panel: PanelSession, request: PanelRequest): void {
  switch (request.type) {
    case "list":
      return list(hub, panel);
    case "issue":
      return issue(hub, panel);
    case "answer":
      return answer(hub, panel, request);
    case "back":
      return back(hub, panel);
  }
}

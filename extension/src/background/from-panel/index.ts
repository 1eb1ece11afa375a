import type { PanelRequest } from "../../shared/panel-messages.js";
import type { Hub } from "../hub.js";
import type { PanelSession } from "../panel-session.js";
import { answer } from "./answer.js";
import { back } from "./back.js";
import { choose } from "./choose.js";
import { closeBrowser } from "./close-browser.js";
import { firstView } from "./first-view.js";
import { institutions } from "./institutions.js";
import { issue } from "./issue.js";
import { remove } from "./remove.js";
import { renew } from "./renew.js";

export function fromPanel(hub: Hub, panel: PanelSession, request: PanelRequest): void {
  switch (request.type) {
    case "list":
      return firstView(hub, panel);
    case "institutions":
      return institutions(hub, panel);
    case "choose":
      return choose(hub, panel, request);
    case "issue":
      return issue(hub, panel);
    case "renew":
      return renew(hub, panel, request);
    case "remove":
      return remove(hub, panel, request);
    case "answer":
      return answer(hub, panel, request);
    case "back":
      return back(hub, panel);
    case "read":
      return hub.restart.forget(panel.institution ?? "", "missing");
    case "close-browser":
      return void closeBrowser(hub);
  }
}

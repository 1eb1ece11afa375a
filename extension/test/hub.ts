/** A hub and its panels, for the tests of the service worker. */
import { AwaitingRestart } from "../src/background/awaiting-restart.js";
import { fromPanel } from "../src/background/from-panel/index.js";
import type { BankTab, PanelTab } from "../src/background/gate.js";
import { hello } from "../src/background/hello.js";
import { Hub } from "../src/background/hub.js";
import { PageSession } from "../src/background/page-session.js";
import { PanelSession } from "../src/background/panel-session.js";
import type { PanelRequest, View } from "../src/shared/panel-messages.js";
import { example } from "./contract.js";
import { FakePort, installFakeChrome, nativePort, ownId } from "./fake-chrome.js";

const origin = "https://www.cc2235.bizsol.anser.ne.jp";
export const bankTab: BankTab = { id: 7, origin, institution: "2235" };
export const ownTab: PanelTab = { id: 30, origin: `chrome-extension://${ownId}` };

export let hub: Hub;

/** Nothing is open yet. */
export function startHub(): void {
  installFakeChrome();
  hub = new Hub(hello, new AwaitingRestart(() => undefined));
}

export class Panel {
  readonly port = new FakePort("panel");
  readonly session: PanelSession;
  constructor(tab: PanelTab = ownTab) {
    this.session = new PanelSession(tab, this.port.asPort);
    hub.addPanel(this.session);
  }
  asks(request: PanelRequest): void {
    fromPanel(hub, this.session, request);
  }
  get view(): View {
    return this.port.sent.at(-1) as View;
  }
}

export function newPage(port = new FakePort("page")): PageSession {
  return new PageSession(bankTab, port.asPort);
}

/** The host lists, or lists something else. */
export function listed(changes: object = {}): void {
  nativePort().says(example("certificates", { id: nativePort().last("list")["id"], ...changes }));
}

/** A panel that shows its list. */
export function openPanel(): Panel {
  const panel = new Panel();
  if (hub.host.state.name === "opening") nativePort().says(example("welcome"));
  panel.asks({ type: "choose", institution: "2235" });
  listed();
  return panel;
}

/** A panel whose flow has come to its prompt; the flow's id. */
export function openFlow(): { panel: Panel; flow: unknown } {
  const panel = openPanel();
  panel.asks({ type: "issue" });
  const flow = nativePort().last("issue")["id"];
  nativePort().says(example("prompt", { flow }));
  return { panel, flow };
}

import { limits } from "../shared/limits.js";
import type { BrowserMessage, Hello } from "../shared/browser-messages.js";
import type { HostMessage } from "../shared/host-messages.js";
import { fromHost } from "./from-host/index.js";
import { list } from "./from-panel/list.js";
import { HostPort } from "./host-port.js";
import type { HostState } from "./host-state.js";
import type { PanelSession } from "./panel-session.js";
import { Watchdog } from "./watchdog.js";

/** Who sent which message. */
export type Asked = { panel: PanelSession; type: BrowserMessage["type"] };

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

/** Knows every bank page, every panel and every open flow, and the one port to the host. */
export class Hub {
  readonly panels = new Set<PanelSession>();
  /** Open flows. One whose panel is gone is cancelled, and stays until the host says how it ended. */
  readonly flows = new Map<string, PanelSession>();
  /** By the id of the message, until it is answered. */
  readonly asked = new Map<string, Asked>();

  readonly #pages = new Set<chrome.runtime.Port>();
  readonly #watchdog = new Watchdog(() => this.host.fail({ name: "stopped" }));
  readonly host: HostPort;
  #ids = 0;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(hello: (id: string) => Hello) {
    this.host = new HostPort(() => hello(this.#nextId()), {
      changed: (state) => this.#hostChanged(state),
      received: (message) => this.#hostSaid(message),
    });
  }

  addPage(page: chrome.runtime.Port): void {
    this.#pages.add(page);
    this.needHost();
  }

  removePage(page: chrome.runtime.Port): void {
    this.#pages.delete(page);
    this.closeIfUnused();
  }

  addPanel(panel: PanelSession): void {
    this.needHost();
    this.panels.add(panel);
    this.#tellState(panel, this.host.state);
  }

  removePanel(panel: PanelSession): void {
    this.panels.delete(panel);
    panel.leave();
    if (panel.flow !== undefined) this.abandon(panel.flow);
    this.closeIfUnused();
  }

  needHost(): void {
    clearTimeout(this.#grace);
    this.host.open();
  }

  /** Sends a message of a panel's; its id, or undefined if there is no host. */
  ask(panel: PanelSession, message: WithoutId<BrowserMessage>): string | undefined {
    const id = this.#nextId();
    this.asked.set(id, { panel, type: message.type });
    if (this.host.send({ ...message, id })) return id;
    this.asked.delete(id);
    return undefined;
  }

  /** Cancels a flow whose end nobody waits for. */
  abandon(flow: string): void {
    this.host.send({ type: "cancel", id: this.#nextId(), flow });
  }

  beginFlow(flow: string, panel: PanelSession): void {
    this.flows.set(flow, panel);
    panel.flow = flow;
    this.#watchdog.start();
  }

  /** The panel that the flow belongs to, if the flow was open. */
  endFlow(flow: string): PanelSession | undefined {
    const panel = this.flows.get(flow);
    this.flows.delete(flow);
    if (panel !== undefined) {
      panel.flow = undefined;
      this.#forgetMessagesOf(panel);
    }
    if (this.flows.size === 0) this.#watchdog.stop();
    this.closeIfUnused();
    return panel;
  }

  /** The host may go once no bank page, no panel and no flow needs it. */
  closeIfUnused(): void {
    clearTimeout(this.#grace);
    if (this.#pages.size > 0 || this.panels.size > 0 || this.flows.size > 0) return;
    this.#grace = setTimeout(() => this.host.close(), limits.closeGraceMilliseconds);
  }

  #hostSaid(message: HostMessage): void {
    this.#watchdog.heard();
    fromHost(this, message);
  }

  #hostChanged(state: HostState): void {
    if (state.name !== "ready" && state.name !== "opening") this.#forgetEverything();
    for (const panel of this.panels) this.#tellState(panel, state);
  }

  #tellState(panel: PanelSession, state: HostState): void {
    if (state.name === "ready") list(this, panel);
    else if (state.name === "opening") panel.show({ type: "connecting", host: panel.tab.host });
    else if (state.name !== "closed") panel.show({ type: "host-problem", problem: state });
  }

  /** A refusal that comes after its flow has ended says nothing new. */
  #forgetMessagesOf(panel: PanelSession): void {
    for (const [id, { panel: sender }] of this.asked) if (sender === panel) this.asked.delete(id);
  }

  #forgetEverything(): void {
    this.#watchdog.stop();
    this.flows.clear();
    this.asked.clear();
    for (const panel of this.panels) {
      panel.flow = undefined;
      panel.endListing();
    }
  }

  #nextId(): string {
    this.#ids += 1;
    return `m${this.#ids}`;
  }
}

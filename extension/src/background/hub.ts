import { limits } from "../shared/limits.js";
import { wake } from "../shared/tabs.js";
import type { BrowserMessage, Hello } from "../shared/browser-messages.js";
import type { Holding, HostMessage } from "../shared/host-messages.js";
import type { AwaitingRestart } from "./awaiting-restart.js";
import { FlowUnderway } from "./flow-underway.js";
import { fromHost } from "./from-host/index.js";
import { firstView } from "./from-panel/first-view.js";
import { HostPort } from "./host-port.js";
import type { HostState } from "./host-state.js";
import { Inquiries, type Question, type WithoutId } from "./inquiries.js";
import { tellNews } from "./page-news.js";
import type { PageSession } from "./page-session.js";
import type { PanelSession } from "./panel-session.js";
import { Watchdog } from "./watchdog.js";

/** Who sent which message. */
export type Asked = { panel: PanelSession; type: BrowserMessage["type"] };

/** Knows every bank page, every panel and every open flow, and the one port to the host. */
export class Hub {
  readonly panels = new Set<PanelSession>();
  /** Open flows. One whose panel is gone is cancelled, and stays until the host says how it ended. */
  readonly flows = new Map<string, PanelSession>();
  /** By the id of the message, until it is answered. */
  readonly asked = new Map<string, Asked>();
  /** Institutions of which the user is still to hear that something was cut off, and that nothing came of it. */
  readonly interrupted = new Set<string>();
  readonly inquiries = new Inquiries((question) => this.#send(question));

  readonly underway = new FlowUnderway();

  readonly #pages = new Set<PageSession>();
  readonly #watchdog = new Watchdog(() => this.host.fail({ name: "stopped" }));
  readonly host: HostPort;
  #ids = 0;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(
    hello: (id: string) => Hello,
    readonly restart: AwaitingRestart,
    /** The browser was restarted since a certificate was made. */
    private readonly restarted: () => void = () => undefined,
  ) {
    this.host = new HostPort(() => hello(this.#nextId()), {
      welcomed: ({ browserProcess }) => this.restart.welcomed(browserProcess),
      changed: (state) => this.#hostChanged(state),
      received: (message) => this.#hostSaid(message),
    });
  }

  /** A page on which the user needs the host. */
  addPage(page: PageSession): void {
    this.#pages.add(page);
    this.needHost();
    if (this.host.state.name === "ready") void tellNews(this, page);
  }

  removePage(page: PageSession): void {
    this.#pages.delete(page);
    page.leave();
    this.closeIfUnused();
  }

  /** Something of the certificates has changed. */
  tellPages(): void {
    if (this.host.state.name === "ready") for (const page of this.#pages) void tellNews(this, page);
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
    // What the panel has unloaded nobody else loads again. Another panel may ask for something just now.
    if (this.panels.size === 0) void wake();
    this.closeIfUnused();
  }

  needHost(): void {
    clearTimeout(this.#grace);
    this.host.open();
  }

  /** Sends a message of a panel's; its id, or undefined if there is no host. */
  ask(panel: PanelSession, message: WithoutId<BrowserMessage>): string | undefined {
    const id = this.#send(message);
    if (id !== undefined) this.asked.set(id, { panel, type: message.type });
    return id;
  }

  /** Asks on behalf of no panel, and opens the host for it where it isn't; undefined if there is no answer. */
  async inquire(question: Question): Promise<HostMessage | undefined> {
    const answer = this.inquiries.ask(question);
    this.needHost();
    if (this.host.state.name === "ready") this.inquiries.sendAll();
    try {
      return await answer;
    } finally {
      this.closeIfUnused();
    }
  }

  /** Cancels a flow whose end nobody waits for. */
  abandon(flow: string): void {
    this.#send({ type: "cancel", flow });
  }

  beginFlow(flow: string, panel: PanelSession): void {
    // The host has room for one, and refuses every other.
    if (this.flows.size === 0) this.underway.begun({ flow, institution: panel.institution ?? "", known: panel.known });
    this.flows.set(flow, panel);
    panel.beginFlow(flow);
    this.#watchdog.start();
  }

  /** The panel that the flow belongs to, if the flow was open. */
  endFlow(flow: string): PanelSession | undefined {
    const panel = this.flows.get(flow);
    this.flows.delete(flow);
    this.underway.ended(flow);
    if (panel !== undefined) {
      panel.endFlow();
      this.#forgetMessagesOf(panel);
    }
    if (this.flows.size === 0) this.#watchdog.stop();
    this.closeIfUnused();
    return panel;
  }

  /** A flow may have come to its certificate, and nobody was there to hear of it. */
  findNew(holding: Pick<Holding, "institution" | "certificates">): void {
    if (this.flows.size > 0) return;
    const institution = holding.institution.code;
    for (const { id, commonName } of this.underway.takeNew(holding)) this.restart.add({ id, commonName, institution });
  }

  /** The host may go once no bank page, no panel, no flow and no question needs it. */
  closeIfUnused(): void {
    clearTimeout(this.#grace);
    if (this.#pages.size > 0 || this.panels.size > 0 || this.flows.size > 0 || this.inquiries.open) return;
    this.#grace = setTimeout(() => this.host.close(), limits.closeGraceMilliseconds);
  }

  #send(message: WithoutId<BrowserMessage>): string | undefined {
    const id = this.#nextId();
    return this.host.send({ ...message, id }) ? id : undefined;
  }

  #hostSaid(message: HostMessage): void {
    this.#watchdog.heard();
    fromHost(this, message);
  }

  #hostChanged(state: HostState): void {
    if (state.name !== "ready" && state.name !== "opening") this.#forgetEverything();
    for (const panel of this.panels) this.#tellState(panel, state);
    if (state.name !== "ready") {
      for (const page of this.#pages) page.tell({ launch: false, expiring: [] });
      return;
    }
    this.inquiries.sendAll();
    this.tellPages();
    if (this.restart.canBeSettled) this.restarted();
  }

  #tellState(panel: PanelSession, state: HostState): void {
    if (state.name === "ready") firstView(this, panel);
    else if (state.name === "opening") panel.showConnecting();
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
    this.inquiries.giveUp();
    for (const panel of this.panels) {
      panel.endFlow();
      panel.endWaiting();
    }
  }

  #nextId(): string {
    this.#ids += 1;
    return `m${this.#ids}`;
  }
}

import type { View } from "../shared/panel-messages.js";
import type { PanelTab } from "./gate.js";

/** One panel in one tab. At most one flow is open in it. */
export class PanelSession {
  /** The request the panel waits for, by the id of its message; an answer to an older one is of no interest. */
  awaited: string | undefined;
  /** The user's choice: by the page that the tab was opened from, by a notification, or among all. */
  institution: string | undefined;
  /** The list is what it shows. */
  listed = false;
  /** The ids of the certificates in the list that it was shown last. */
  known: string[] = [];
  #flow: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  constructor(
    readonly tab: PanelTab,
    private readonly port: chrome.runtime.Port,
  ) {}

  /** The open flow; undefined if there is none. */
  get flow(): string | undefined {
    return this.#flow;
  }

  beginFlow(flow: string): void {
    this.#flow = flow;
  }

  endFlow(): void {
    this.#flow = undefined;
  }

  show(view: View): void {
    this.listed = false;
    if (!this.#gone) this.port.postMessage(view);
  }

  showConnecting(): void {
    this.show({ type: "connecting" });
  }

  await(message: string | undefined, milliseconds: number, late: () => void): void {
    this.endWaiting();
    this.awaited = message;
    this.#timer = setTimeout(late, milliseconds);
  }

  /** The answer has come, or won't any more. */
  endWaiting(): void {
    this.awaited = undefined;
    clearTimeout(this.#timer);
  }

  /** The panel was closed. */
  leave(): void {
    this.#gone = true;
    clearTimeout(this.#timer);
  }
}

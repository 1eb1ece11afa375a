import type { View } from "../shared/panel-messages.js";
import type { BankTab } from "./gate.js";

/** One panel in one tab. At most one flow is open in it. */
export class PanelSession {
  /** The open flow; undefined if there is none. */
  flow: string | undefined;
  /** The request the panel waits for, by the id of its message; an answer to an older one is of no interest. */
  listing: string | undefined;
  listTimer: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  constructor(
    readonly tab: BankTab,
    private readonly port: chrome.runtime.Port,
  ) {}

  show(view: View): void {
    if (!this.#gone) this.port.postMessage(view);
  }

  /** The list has come, or won't any more. */
  endListing(): void {
    this.listing = undefined;
    clearTimeout(this.listTimer);
  }

  /** The panel was closed, or its page left. */
  leave(): void {
    this.#gone = true;
    clearTimeout(this.listTimer);
  }
}

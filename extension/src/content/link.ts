import { pagePortName } from "../shared/panel-messages.js";

/** Tells the service worker that a bank page is open, so that the host is ready before the button is clicked. */
export class Link {
  #port: chrome.runtime.Port | undefined;

  /** Throws if this script belongs to an extension that was updated or removed since the page was loaded. */
  connect(): void {
    if (this.#port !== undefined) return;
    const port = chrome.runtime.connect({ name: pagePortName });
    this.#port = port;
    port.onDisconnect.addListener(() => {
      if (this.#port === port) this.#port = undefined;
    });
  }

  disconnect(): void {
    this.#port?.disconnect();
    this.#port = undefined;
  }
}

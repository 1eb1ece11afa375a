import { pagePortName, recognisedReport, type OpenReport, type PageNews, type ReadReport } from "../shared/page-messages.js";
import type { Wish } from "../shared/panel-address.js";

/** The port to the service worker. Once this page is known to be one of the bank's, the host is made ready for it. */
export class Link {
  #port: chrome.runtime.Port | undefined;
  #recognised = false;
  #reported = false;
  #admitted = false;
  #wish: Wish | undefined;

  constructor(
    private readonly heard: (news: PageNews) => void,
    /** Nothing said before holds any more. */
    private readonly lost: () => void,
  ) {}

  /** Throws if this script belongs to an extension that was updated or removed since the page was loaded. */
  connect(): void {
    if (this.#port !== undefined) return;
    const port = chrome.runtime.connect({ name: pagePortName });
    this.#port = port;
    this.#admitted = false;
    this.#reported = false;
    port.onMessage.addListener((news: PageNews) => {
      this.#admitted = true;
      this.#report();
      this.heard(news);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      // A press that nobody has heard is made again: one from a while ago would open something by itself.
      this.#wish = undefined;
      this.lost();
    });
  }

  recognised(): void {
    this.#recognised = true;
    this.connect();
    this.#report();
  }

  /** Throws as {@link connect} does. */
  open(wish: Wish): void {
    this.#wish = wish;
    this.connect();
    this.#report();
  }

  read(standing: ReadReport["standing"]): void {
    const report: ReadReport = { type: "read", standing };
    this.#port?.postMessage(report);
  }

  disconnect(): void {
    this.#port?.disconnect();
    this.#port = undefined;
    this.#recognised = false;
    this.#wish = undefined;
    this.lost();
  }

  /** The page may have turned into one that doesn't need the host. */
  unrecognised(): void {
    if (!this.#recognised) return;
    this.disconnect();
    this.connect();
  }

  /** The worker speaks first; before that nobody may be listening. */
  #report(): void {
    if (!this.#admitted) return;
    if (this.#recognised && !this.#reported) {
      this.#reported = true;
      this.#port?.postMessage(recognisedReport);
    }
    if (this.#wish === undefined) return;
    const report: OpenReport = { type: "open", wish: this.#wish };
    this.#wish = undefined;
    this.#port?.postMessage(report);
  }
}

import type { Expiring, PageNews } from "../shared/page-messages.js";
import type { RestartNote } from "../shared/restart-note.js";
import type { BankTab } from "./gate.js";

/** One bank's page. It hears all its news every time something changes. */
export class PageSession {
  #news: PageNews = { type: "news", launch: false, expiring: [], notes: [] };
  #gone = false;

  constructor(
    readonly tab: BankTab,
    private readonly port: chrome.runtime.Port,
  ) {}

  tell(change: { launch?: boolean; expiring?: Expiring[]; notes?: RestartNote[] }): void {
    this.#news = { ...this.#news, ...change };
    if (!this.#gone) this.port.postMessage(this.#news);
  }

  leave(): void {
    this.#gone = true;
  }
}

import { limits } from "../shared/limits.js";
import type { PageNews } from "../shared/page-messages.js";
import type { Purpose } from "../shared/panel-address.js";
import { Advice } from "./advice.js";
import { Bars } from "./bars.js";
import { theDocument } from "./document.js";
import { LaunchButton } from "./launch-button.js";
import { Link } from "./link.js";
import { PanelFrame } from "./panel-frame.js";
import { Ration } from "./ration.js";
import { recognise, type BankScreen } from "./recognise.js";
import { Takeover } from "./takeover.js";

/** What of ours is in this page: nothing, the button, bars, advice, and over all of it the panel. */
export class Page {
  readonly #link = new Link(
    (news) => this.#heard(news),
    () => this.#unheard(),
  );
  readonly #takeover = new Takeover(() => this.#open(this.#purpose));
  readonly #bars = new Bars(
    (purpose) => this.#open(purpose),
    (standing) => this.#link.read(standing),
  );
  readonly #atOnce = new Ration(limits.putBacks, limits.putBackMilliseconds);
  #screen: BankScreen | undefined;
  #news: PageNews | undefined;
  #button: LaunchButton | undefined;
  #advice: Advice | undefined;
  #panel: PanelFrame | undefined;

  constructor(private readonly admitted: () => void = () => undefined) {}

  get recognised(): boolean {
    return this.#screen !== undefined;
  }

  /** The page drew itself anew and lost our button. */
  get displaced(): boolean {
    return this.#button?.attached === false;
  }

  /** Hears what the service worker has to say of this page, if it is one of the bank's. */
  connect(): void {
    this.#link.connect();
  }

  /** Looks at the page as it is now. */
  look(): void {
    const before = this.#screen;
    const screen = recognise(theDocument);
    this.#screen = screen;
    this.#offer(screen);
    this.#advise(screen);
    this.#report();
    if (screen?.name === before?.name) this.#bars.put();
    else this.#showBars();
  }

  /**
   * Puts the button back before anyone sees it missing. A page that throws it out as fast as we put it back would
   * never let its tab rest: it has to wait for the next look.
   */
  putBack(): void {
    if (this.displaced && this.#atOnce.take()) this.look();
  }

  /** The page is left, or has written its document anew. */
  leave(): void {
    const panel = this.#panel;
    this.#panel = undefined;
    panel?.remove();
    this.#offer(undefined);
    this.#advise(undefined);
    this.#bars.remove();
    this.#screen = undefined;
    this.#link.disconnect();
  }

  /** The toolbar button was pressed; whether the panel is open now. */
  openPanel(): boolean {
    return this.recognised && this.#open(this.#purpose);
  }

  closePanel(): void {
    this.#panel?.close();
  }

  get #purpose(): Purpose {
    return this.#screen?.name === "renewal" ? { for: "renewal" } : { for: "anything" };
  }

  #offer(screen: BankScreen | undefined): void {
    if (screen === undefined || !("button" in screen)) {
      // The bank's button may be drawn anew under an open panel.
      if (this.#panel === undefined) this.#withdraw();
      return;
    }
    this.#button ??= new LaunchButton(() => this.#open(this.#purpose));
    this.#button.purpose = screen.name;
    this.#button.putBeside(screen.button);
    this.#takeover.button = screen.button;
    this.#button.takesOver = this.#takeover.on;
  }

  #withdraw(): void {
    this.#button?.remove();
    this.#button = undefined;
    this.#takeover.button = undefined;
  }

  #advise(screen: BankScreen | undefined): void {
    const code = screen?.name === "abnormal-end" ? screen.code : undefined;
    if (this.#advice?.code !== code) {
      this.#advice?.remove();
      this.#advice = code === undefined ? undefined : new Advice(code);
    }
    this.#advice?.put();
  }

  /** The host is there for pages that need it. */
  #report(): void {
    try {
      if (this.#screen !== undefined) this.#link.recognised();
      else if (this.#panel === undefined) this.#link.unrecognised();
    } catch {
      // The extension was updated or removed; a click says so.
    }
  }

  #showBars(): void {
    if (this.#news !== undefined) this.#bars.show(this.#news, this.#screen?.name === "login");
  }

  #heard(news: PageNews): void {
    this.#news = news;
    this.#take(news.launch);
    this.admitted();
    this.#showBars();
  }

  #unheard(): void {
    this.#news = undefined;
    this.#take(false);
    this.#bars.withdraw();
  }

  /** Whether a press of the bank's own button is ours. */
  #take(on: boolean): void {
    this.#takeover.on = on;
    if (this.#button !== undefined) this.#button.takesOver = on;
  }

  /** Whether the panel is open now. */
  #open(purpose: Purpose): boolean {
    if (this.#panel?.attached === true) return true;
    this.#panel?.close();
    try {
      this.#link.connect();
      this.#panel = new PanelFrame(purpose, (closed) => this.#closed(closed));
      return true;
    } catch {
      this.#button?.tellToReload();
      return false;
    }
  }

  /** Word of an older panel, or after the page was left, is too late. */
  #closed(panel: PanelFrame): void {
    if (panel !== this.#panel) return;
    this.#panel = undefined;
    this.look();
    // The browser has given the focus back to where the panel was opened from, unless that is gone.
    if (document.activeElement === null || document.activeElement === document.body) this.#button?.focus();
  }
}

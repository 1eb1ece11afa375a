import { limits } from "../shared/limits.js";
import type { PageNews } from "../shared/page-messages.js";
import type { Wish } from "../shared/panel-address.js";
import { Advice } from "./advice.js";
import { Bars } from "./bars.js";
import { theDocument } from "./document.js";
import { LaunchButton } from "./launch-button.js";
import { Link } from "./link.js";
import { Ration } from "./ration.js";
import { recognise, type BankScreen } from "./recognise.js";
import { Takeover } from "./takeover.js";

/**
 * What of ours is in this page: nothing, the button, bars, advice. A press of any button leads to a page of our own in another tab, while
 * this one is unloaded: nothing that matters is ever shown or typed where a page has a say.
 */
export class Page {
  readonly #link = new Link(
    (news) => this.#heard(news),
    () => this.#unheard(),
  );
  readonly #takeover = new Takeover(() => this.#open(this.#wish));
  readonly #bars = new Bars(
    (wish) => this.#open(wish),
    (standing) => this.#link.read(standing),
  );
  readonly #atOnce = new Ration(limits.putBacks, limits.putBackMilliseconds);
  #screen: BankScreen | undefined;
  #news: PageNews | undefined;
  #button: LaunchButton | undefined;
  #advice: Advice | undefined;

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
    this.#offer(undefined);
    this.#advise(undefined);
    this.#bars.remove();
    this.#screen = undefined;
    this.#link.disconnect();
  }

  /**
   * The toolbar button was pressed, which counts as ours on a page from which users go on to their certificates; whether this is one. How the
   * bank's renewal ended abnormally they may still want to read.
   */
  press(): boolean {
    return this.#screen !== undefined && this.#screen.name !== "abnormal-end" && this.#open(this.#wish);
  }

  get #wish(): Wish {
    return this.#screen?.name === "renewal" ? "renewal" : "certificates";
  }

  #offer(screen: BankScreen | undefined): void {
    if (screen === undefined || !("button" in screen)) return this.#withdraw();
    this.#button ??= new LaunchButton(() => this.#open(this.#wish));
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
      else this.#link.unrecognised();
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

  /** Whether the worker hears of it. */
  #open(wish: Wish): boolean {
    try {
      this.#link.open(wish);
      return true;
    } catch {
      this.#button?.tellToReload();
      return false;
    }
  }
}

import { limits } from "../shared/limits.js";
import { Hand } from "../shared/hand.js";
import type { KeyboardAnswer } from "../shared/page-messages.js";
import { frameAddress, type Purpose } from "../shared/panel-address.js";
import { t } from "../shared/i18n.js";
import { deepestFocus } from "./deepest-focus.js";
import { theDocument } from "./document.js";
import { FrameBan } from "./frame-ban.js";
import { hostElement } from "./host-element.js";
import { hush } from "./hush.js";
import { keyboardShield } from "./keyboard-shield.js";
import { contains } from "./nodes.js";
import { panelStyle } from "./styles.js";

/**
 * The panel over the bank's page: a modal dialog in the browser's top layer, with the extension's page in a frame.
 * Taken out of its place for even a moment, the dialog is modal no longer and the page could crop it, so then the panel
 * is gone for good.
 */
export class PanelFrame {
  readonly #host = hostElement("inkan-panel", panelStyle);
  readonly #dialog = theDocument.createElement("dialog");
  readonly #iframe = theDocument.createElement("iframe");
  readonly #observer = new MutationObserver((changes) => {
    const removed = changes.flatMap(({ removedNodes }) => Array.from(removedNodes));
    if (removed.some((node) => contains(node, this.#host.element))) this.throwOut();
  });
  readonly #frameBan = new FrameBan(this.#host.element);
  readonly #pressed = ({ isTrusted }: Event): void => {
    if (isTrusted) this.#clicked = true;
  };
  readonly #moved = (event: PointerEvent): void => this.#hand.note(event);
  /** The user has clicked in the page's window since the panel had the keyboard. */
  #clicked = false;
  /** Over the page, beside the panel. */
  readonly #hand = new Hand();
  readonly #word = crypto.randomUUID();
  readonly #sweeping: ReturnType<typeof setInterval>;
  #claimed = false;
  #loaded = false;
  #over = false;

  constructor(
    private readonly purpose: Purpose,
    private readonly closing: () => void,
    private readonly closed: (panel: PanelFrame) => void,
  ) {
    this.#dialog.setAttribute("aria-label", t("panel_label"));
    this.#dialog.append(this.#closeBar(), this.#frame());
    // No page can close a dialog that it can't reach.
    this.#dialog.addEventListener("close", () => this.close());
    addEventListener("pointerdown", this.#pressed, { capture: true });
    addEventListener("pointermove", this.#moved, { capture: true });
    this.#host.root.append(this.#dialog);
    // Before the page can know of it. The second target tells when the whole document is put elsewhere.
    this.#observer.observe(theDocument.documentElement, { childList: true });
    this.#observer.observe(document, { childList: true });
    theDocument.documentElement.append(this.#host.element);
    this.#dialog.showModal();
    keyboardShield().raise(
      this,
      () => this.#host.root.activeElement !== null,
      () => this.throwOut(),
    );
    this.#frameBan.sweep();
    // A page that attaches a shadow tree tells nobody.
    this.#sweeping = setInterval(() => this.#frameBan.sweep(), limits.frameSweepMilliseconds);
  }

  /** False once the page has thrown the panel out. */
  get attached(): boolean {
    return this.#host.element.isConnected;
  }

  /** The user's wish. At once: a page that is left isn't told that its dialog was closed before it comes back. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.attached) this.closing();
    this.#frameBan.lift();
    // Gives the focus back to where it was before.
    this.#dialog.close();
    this.#gone();
  }

  /** The page has done it. */
  throwOut(): void {
    if (this.#over) return;
    this.#over = true;
    hush(this.#frameBan);
    this.#gone();
  }

  /** Its page is left. */
  leave(): void {
    if (this.#over) return;
    this.#over = true;
    this.#frameBan.lift();
    this.#gone();
  }

  /** Whether it is our frame that asks, and does so for the first time: the page may have found out its address since. */
  claim(word: string): boolean {
    const ours = word === this.#word && !this.#claimed;
    this.#claimed ||= ours;
    return ours;
  }

  /** The panel's frame says that it has the keyboard. */
  keyboardHere(): void {
    this.#clicked = false;
  }

  /**
   * Who has the keyboard, once the panel's frame says that it hasn't got it. Looked at twice: where the user goes to another window, this
   * document may hear of it later than the panel's.
   */
  async judgeKeyboard(sure: boolean): Promise<KeyboardAnswer> {
    this.#frameBan.sweep();
    const first = this.#keyboard();
    if (first !== "nobody's" && first !== "theirs") return first;
    await new Promise((resolve) => setTimeout(resolve, limits.keyboardSettleMilliseconds));
    const now = this.attached ? this.#keyboard() : "free";
    if (now !== "nobody's" && now !== "theirs") return now;
    if (now === "nobody's" && !sure) {
      this.#iframe.focus();
      return "returned";
    }
    return "taken";
  }

  /**
   * away: not in this window. leaving: nor that, and the user is on the way there. free: the user is at our own button, or has clicked
   * beside the panel. nobody's: our frame is said to have it, or nothing is; a frame of another site's that takes it by itself leaves the
   * focused element what it was, and so does a page that calls window.focus(); one that only takes it from ours may have a listener that
   * comes before the shield.
   */
  #keyboard(): "free" | "leaving" | "away" | "nobody's" | "theirs" {
    if (!theDocument.hasFocus()) return this.#hand.movedWithin(limits.pointedMilliseconds) ? "leaving" : "away";
    const { activeElement, body, documentElement } = theDocument;
    if (activeElement === this.#host.element) {
      const inner = this.#host.root.activeElement;
      // The page can make an input of the element itself (EditContext): then nothing in it has the focus.
      if (inner === null) return "theirs";
      return inner === this.#iframe ? "nobody's" : "free";
    }
    const nobody = activeElement === null || activeElement === body || activeElement === documentElement;
    if (!nobody || deepestFocus() !== activeElement) return "theirs";
    return this.#clicked ? "free" : "nobody's";
  }

  #frame(): HTMLIFrameElement {
    const frame = this.#iframe;
    frame.src = frameAddress(this.purpose, this.#word);
    frame.title = t("panel_label");
    frame.addEventListener("load", () => this.#frameLoaded());
    return frame;
  }

  /** Our page in the frame never loads itself anew: whoever did, it isn't the panel the user opened. */
  #frameLoaded(): void {
    if (this.#loaded) return this.throwOut();
    this.#loaded = true;
    this.#iframe.focus();
  }

  #closeBar(): HTMLElement {
    const bar = theDocument.createElement("div");
    const button = theDocument.createElement("button");
    button.type = "button";
    button.textContent = t("close_button");
    button.addEventListener("click", (event) => {
      if (event.isTrusted) this.close();
    });
    bar.append(button);
    return bar;
  }

  /** With the frame its port to the service worker goes, and an open flow is cancelled. */
  #gone(): void {
    keyboardShield().lower(this);
    clearInterval(this.#sweeping);
    this.#observer.disconnect();
    removeEventListener("pointerdown", this.#pressed, { capture: true });
    removeEventListener("pointermove", this.#moved, { capture: true });
    this.#host.element.remove();
    this.closed(this);
  }
}

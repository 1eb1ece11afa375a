import { limits } from "../shared/limits.js";
import type { KeyboardAnswer } from "../shared/page-messages.js";
import { panelAddress, type Purpose } from "../shared/panel-address.js";
import { t } from "../shared/i18n.js";
import { deepestFocus } from "./deepest-focus.js";
import { theDocument } from "./document.js";
import { FrameBan } from "./frame-ban.js";
import { hostElement } from "./host-element.js";
import { keyboardShield } from "./keyboard-shield.js";
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
    if (removed.some((node) => node.contains(this.#host.element))) this.#gone();
  });
  #loaded = false;
  #frameBan: FrameBan | undefined;

  constructor(
    private readonly purpose: Purpose,
    private readonly closed: (panel: PanelFrame) => void,
  ) {
    this.#dialog.setAttribute("aria-label", t("panel_label"));
    this.#dialog.append(this.#closeBar(), this.#frame());
    this.#dialog.addEventListener("close", () => this.#gone());
    this.#host.root.append(this.#dialog);
    // Before the page can know of it. The second target tells when the whole document is put elsewhere.
    this.#observer.observe(theDocument.documentElement, { childList: true });
    this.#observer.observe(document, { childList: true });
    theDocument.documentElement.append(this.#host.element);
    this.#dialog.showModal();
    keyboardShield().raise(this, () => this.#host.root.activeElement !== null);
  }

  /** False once the page has thrown the panel out. */
  get attached(): boolean {
    return this.#host.element.isConnected;
  }

  /** At once: a page that is left isn't told that its dialog was closed before it comes back. */
  close(): void {
    this.#dialog.close();
    this.#gone();
  }

  /**
   * Who has the keyboard, once the panel's frame says that it hasn't got it. If the page has, its frames go. Looked at twice: where
   * the user goes to another window, this document may hear of it later than the panel's.
   */
  async judgeKeyboard(sure: boolean): Promise<KeyboardAnswer> {
    if (this.#keyboard() === "free") return "free";
    await new Promise((resolve) => setTimeout(resolve, limits.keyboardSettleMilliseconds));
    const now = this.attached ? this.#keyboard() : "free";
    if (now === "free") return "free";
    if (now === "ours" && !sure) {
      this.#iframe.focus();
      return "returned";
    }
    this.#frameBan ??= new FrameBan(this.#host.element);
    this.#frameBan.sweep();
    return "taken";
  }

  /**
   * free: the user is elsewhere, at our own button, or has clicked beside the panel. ours: our frame is said to have it; a frame of
   * another site's that takes it by itself leaves the focused element what it was, and so does a page that calls window.focus().
   */
  #keyboard(): "free" | "ours" | "theirs" {
    if (!theDocument.hasFocus()) return "free";
    const { activeElement, body, documentElement } = theDocument;
    if (activeElement === this.#host.element) {
      const inner = this.#host.root.activeElement;
      // The page can make an input of the element itself (EditContext): then nothing in it has the focus.
      if (inner === null) return "theirs";
      return inner === this.#iframe ? "ours" : "free";
    }
    const nobody = activeElement === null || activeElement === body || activeElement === documentElement;
    return nobody && deepestFocus() === activeElement ? "free" : "theirs";
  }

  #frame(): HTMLIFrameElement {
    const frame = this.#iframe;
    frame.src = panelAddress(this.purpose);
    frame.title = t("panel_label");
    frame.addEventListener("load", () => this.#frameLoaded());
    return frame;
  }

  /** Our page in the frame never loads itself anew: whoever did, it isn't the panel the user opened. */
  #frameLoaded(): void {
    if (this.#loaded) return this.#gone();
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
    this.#frameBan?.lift();
    this.#observer.disconnect();
    this.#host.element.remove();
    this.closed(this);
  }
}

import { panelAddress, type Purpose } from "../shared/panel-address.js";
import { t } from "../shared/i18n.js";
import { theDocument } from "./document.js";
import { hostElement } from "./host-element.js";
import { contains } from "./nodes.js";
import { panelStyle } from "./styles.js";

/**
 * The panel over the bank's page: a modal dialog in the browser's top layer, with the extension's page in a frame. Nothing is typed in it.
 * Taken out of its place for even a moment, the dialog is modal no longer and the page could crop it, so then the panel
 * is gone for good.
 */
export class PanelFrame {
  readonly #host = hostElement("inkan-panel", panelStyle);
  readonly #dialog = theDocument.createElement("dialog");
  readonly #iframe = theDocument.createElement("iframe");
  readonly #observer = new MutationObserver((changes) => {
    const removed = changes.flatMap(({ removedNodes }) => Array.from(removedNodes));
    if (removed.some((node) => contains(node, this.#host.element))) this.remove();
  });
  #loaded = false;
  #over = false;

  constructor(
    purpose: Purpose,
    private readonly closed: (panel: PanelFrame) => void,
  ) {
    this.#dialog.setAttribute("aria-label", t("panel_label"));
    this.#dialog.append(this.#closeBar(), this.#frame(purpose));
    // No page can close a dialog that it can't reach.
    this.#dialog.addEventListener("close", () => this.close());
    this.#host.root.append(this.#dialog);
    // Before the page can know of it. The second target tells when the whole document is put elsewhere.
    this.#observer.observe(theDocument.documentElement, { childList: true });
    this.#observer.observe(document, { childList: true });
    theDocument.documentElement.append(this.#host.element);
    this.#dialog.showModal();
  }

  /** False once the page has thrown the panel out. */
  get attached(): boolean {
    return this.#host.element.isConnected;
  }

  /** The user's wish. At once: a page that is left isn't told that its dialog was closed before it comes back. */
  close(): void {
    // Gives the focus back to where it was before.
    if (!this.#over) this.#dialog.close();
    this.remove();
  }

  /** Its page is left, or has done it. */
  remove(): void {
    if (this.#over) return;
    this.#over = true;
    this.#observer.disconnect();
    this.#host.element.remove();
    this.closed(this);
  }

  #frame(purpose: Purpose): HTMLIFrameElement {
    const frame = this.#iframe;
    frame.src = panelAddress(purpose);
    frame.title = t("panel_label");
    frame.addEventListener("load", () => this.#frameLoaded());
    return frame;
  }

  /** Our page in the frame never loads itself anew: whoever did, it isn't the panel the user opened. */
  #frameLoaded(): void {
    if (this.#loaded) return this.remove();
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
}

import { t } from "../shared/i18n.js";
import { hostElement } from "./host-element.js";
import { panelStyle } from "./styles.js";

/** The panel over the bank's page: a modal dialog in the browser's top layer, with the extension's page in a frame. */
export class PanelFrame {
  readonly #host = hostElement("inkan-panel", panelStyle);
  readonly #dialog = document.createElement("dialog");

  constructor(private readonly closed: () => void) {
    this.#dialog.setAttribute("aria-label", t("panel_label"));
    this.#dialog.append(this.#closeBar(), this.#frame());
    this.#dialog.addEventListener("close", () => this.#gone());
    this.#host.root.append(this.#dialog);
    document.documentElement.append(this.#host.element);
    this.#dialog.showModal();
  }

  /** False once the page has thrown the panel out. */
  get attached(): boolean {
    return this.#host.element.isConnected;
  }

  close(): void {
    this.#dialog.close();
  }

  #frame(): HTMLIFrameElement {
    const frame = document.createElement("iframe");
    frame.src = chrome.runtime.getURL("src/panel/panel.html");
    frame.title = t("panel_label");
    frame.addEventListener("load", () => frame.focus());
    return frame;
  }

  #closeBar(): HTMLElement {
    const bar = document.createElement("div");
    const button = document.createElement("button");
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
    this.#host.element.remove();
    this.closed();
  }
}

import { t } from "../shared/i18n.js";
import { LaunchButton } from "./launch-button.js";
import { Link } from "./link.js";
import { PanelFrame } from "./panel-frame.js";
import { findLaunchButton } from "./recognise.js";

/** What of ours is in this page: nothing, the button, or the button and the panel. */
export class Page {
  readonly #link = new Link();
  #button: LaunchButton | undefined;
  #panel: PanelFrame | undefined;

  get recognised(): boolean {
    return this.#button !== undefined;
  }

  /** Looks at the page as it is now. */
  look(): void {
    const bankButton = findLaunchButton(document);
    if (bankButton !== undefined) this.#offer(bankButton);
    else if (this.#panel === undefined) this.leave();
  }

  leave(): void {
    this.#panel?.close();
    this.#button?.remove();
    this.#button = undefined;
    this.#link.disconnect();
  }

  closePanel(): void {
    this.#panel?.close();
  }

  #offer(bankButton: HTMLElement): void {
    if (this.#button === undefined) {
      this.#button = new LaunchButton(() => this.#open());
      this.#link.connect();
    }
    this.#button.putBeside(bankButton);
  }

  #open(): void {
    if (this.#panel !== undefined) return;
    try {
      this.#link.connect();
      this.#panel = new PanelFrame(() => this.#closed());
    } catch {
      this.#button?.tell(t("launch_reload"));
    }
  }

  #closed(): void {
    this.#panel = undefined;
    this.#button?.focus();
  }
}

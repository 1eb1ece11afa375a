import { limits } from "../shared/limits.js";
import { LaunchButton } from "./launch-button.js";
import { Link } from "./link.js";
import { PanelFrame } from "./panel-frame.js";
import { Ration } from "./ration.js";
import { findLaunchButton } from "./recognise.js";

/** What of ours is in this page: nothing, the button, or the button and the panel. */
export class Page {
  readonly #link = new Link();
  readonly #atOnce = new Ration(limits.putBacks, limits.putBackMilliseconds);
  #button: LaunchButton | undefined;
  #panel: PanelFrame | undefined;

  get recognised(): boolean {
    return this.#button !== undefined;
  }

  /** The page drew itself anew and lost our button. */
  get displaced(): boolean {
    return this.#button?.attached === false;
  }

  /** Looks at the page as it is now. */
  look(): void {
    const bankButton = findLaunchButton(document);
    if (bankButton !== undefined) this.#offer(bankButton);
    else if (this.#panel === undefined) this.leave();
  }

  /**
   * Puts the button back before anyone sees it missing. A page that throws it out as fast as we put it back would
   * never let its tab rest: it has to wait for the next look.
   */
  putBack(): void {
    if (this.displaced && this.#atOnce.take()) this.look();
  }

  leave(): void {
    const panel = this.#panel;
    this.#panel = undefined;
    panel?.close();
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
    if (this.#panel?.attached === true) return;
    try {
      this.#link.connect();
      this.#panel = new PanelFrame((closed) => this.#closed(closed));
    } catch {
      this.#button?.tellToReload();
    }
  }

  /** Word of an older panel, or after the page was left, is too late. */
  #closed(panel: PanelFrame): void {
    if (panel !== this.#panel) return;
    this.#panel = undefined;
    this.look();
    this.#button?.focus();
  }
}

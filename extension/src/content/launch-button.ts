import { t } from "../shared/i18n.js";
import { theDocument } from "./document.js";
import { hostElement } from "./host-element.js";
import { launchStyle } from "./styles.js";

/** The one button of ours, beside the bank's. */
export class LaunchButton {
  readonly #host = hostElement("inkan-launch", launchStyle);
  readonly #button = theDocument.createElement("button");
  readonly #notice = theDocument.createElement("p");

  // Written now: once the extension was updated, this script can't ask for texts any more.
  readonly #reload = t("launch_reload");
  readonly #labels = { acquisition: t("launch_button"), renewal: t("launch_renewal") };

  constructor(clicked: () => void) {
    this.#button.type = "button";
    this.#button.addEventListener("click", (event) => {
      // A click made by the page's own script isn't the user's.
      if (event.isTrusted) clicked();
    });
    this.#notice.setAttribute("role", "alert");
    this.#host.root.append(this.#button, this.#notice);
  }

  set purpose(purpose: "acquisition" | "renewal") {
    this.#button.textContent = this.#labels[purpose];
  }

  /** Stands directly behind the bank's button, wherever the page has put that now. */
  putBeside(bankButton: HTMLElement): void {
    if (bankButton.nextSibling !== this.#host.element) bankButton.after(this.#host.element);
  }

  get attached(): boolean {
    return this.#host.element.isConnected;
  }

  /** Says, inside our shadow root where the page can't read it, that the bank's own button does the same as ours. */
  set takesOver(on: boolean) {
    this.#button.dataset["takesOver"] = String(on);
  }

  remove(): void {
    this.#host.element.remove();
  }

  /** This script belongs to an extension that was updated or removed since the page was loaded. */
  tellToReload(): void {
    this.#notice.textContent = this.#reload;
  }
}

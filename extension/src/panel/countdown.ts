import { t } from "../shared/i18n.js";
import { element } from "../shared/dom.js";

/** CCHK004: shows how long it is until the token's next number. Starts when the first number is in. */
export class Countdown {
  readonly root = element("p", { class: "countdown", role: "status", "data-countdown": "waiting" }, t("countdown_before"));
  #ends: number | undefined;

  constructor(private readonly seconds: number) {}

  start(): void {
    if (this.#ends !== undefined) return;
    this.#ends = Date.now() + this.seconds * 1000;
    // A screen reader hears the beginning and the end, not every second.
    this.root.setAttribute("aria-live", "off");
    this.root.dataset["countdown"] = "running";
    this.#show();
  }

  /** Goes on although the panel may show something else for a while. */
  #show(): void {
    const left = Math.ceil(((this.#ends ?? 0) - Date.now()) / 1000);
    if (left <= 0) return this.#over();
    this.root.textContent = t("countdown_left", left);
    setTimeout(() => this.#show(), 250);
  }

  #over(): void {
    this.root.setAttribute("aria-live", "polite");
    this.root.dataset["countdown"] = "over";
    this.root.textContent = t("countdown_over");
  }
}

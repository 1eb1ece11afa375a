import { t } from "../shared/i18n.js";
import { limits } from "../shared/limits.js";
import { element } from "./dom.js";

/** The types of the DOM don't know version 2 of the observer yet. */
type Sight = IntersectionObserverEntry & { readonly isVisible?: boolean };
type SightOptions = IntersectionObserverInit & { trackVisibility: true; delay: number };

/**
 * Keeps the inputs dead while the panel isn't really visible: covered, faded, filtered or scaled by the page.
 * A browser that can't tell keeps them dead too.
 */
export class VisibilityGate {
  readonly notice = element("p", { class: "covered", role: "alert", "data-covered": "" }, t("covered"));
  #timer: ReturnType<typeof setTimeout> | undefined;
  #visible: boolean | undefined;
  /** Where the user was, to go on there once the panel is visible again. */
  #focused: HTMLElement | undefined;

  constructor(private readonly guarded: HTMLElement) {
    this.notice.hidden = true;
    this.guarded.inert = true;
    this.guarded.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement) this.#focused = target;
    });
  }

  watch(target: Element): void {
    const options: SightOptions = { trackVisibility: true, delay: limits.visibilityDelayMilliseconds, threshold: [0, 1] };
    const observer = new IntersectionObserver((entries) => {
      const last: Sight | undefined = entries.at(-1);
      this.#seen(last?.isVisible === true);
    }, options);
    observer.observe(target);
  }

  /** Gives the focus now, or as soon as the inputs are alive. */
  focus(element: HTMLElement | undefined): void {
    if (this.guarded.inert) this.#focused = element;
    else element?.focus();
  }

  #seen(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    clearTimeout(this.#timer);
    if (visible) {
      this.#timer = setTimeout(() => this.#open(), limits.visibleMilliseconds);
    } else {
      this.guarded.inert = true;
      this.#timer = setTimeout(() => (this.notice.hidden = false), limits.coveredNoticeMilliseconds);
    }
  }

  #open(): void {
    this.notice.hidden = true;
    this.guarded.inert = false;
    if (this.#focused?.isConnected === true) this.#focused.focus();
  }
}

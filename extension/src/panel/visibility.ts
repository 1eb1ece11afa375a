import { t } from "../shared/i18n.js";
import { limits } from "../shared/limits.js";
import { element } from "../shared/dom.js";

/** The types of the DOM don't know version 2 of the observer yet. */
type Sight = IntersectionObserverEntry & { readonly isVisible?: boolean };
type SightOptions = IntersectionObserverInit & { trackVisibility: true; delay: number };

/**
 * Keeps the inputs dead until the panel was really visible for a while, and as soon as it isn't any more: nothing is pressed or typed that
 * the user hasn't seen. A browser that can't tell keeps them dead too.
 *
 * What it watches fills the window exactly, at every size. All of it visible means that the header, which says whose panel this is, is in
 * sight too, or in a small window a scroll of the user's away.
 */
export class VisibilityGate {
  readonly notice = element("p", { class: "covered", role: "alert", "data-covered": "" }, t("covered"));
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #legible = matchMedia(`(min-resolution: ${String(limits.smallestScale)}dppx)`);
  #seen = false;
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
    const threshold = [0, limits.visibleShare, 1];
    const options: SightOptions = { trackVisibility: true, delay: limits.visibilityDelayMilliseconds, threshold };
    const observer = new IntersectionObserver((entries) => {
      const last: Sight | undefined = entries.at(-1);
      this.#seen = last?.isVisible === true && last.intersectionRatio >= limits.visibleShare;
      this.#judge();
    }, options);
    observer.observe(target);
    addEventListener("resize", () => this.#judge());
    this.#legible.addEventListener("change", () => this.#judge());
  }

  /** Dead for as long again, if alive: what is there now isn't what the user was about to press. */
  again(): void {
    if (this.#visible !== true) return;
    this.#close();
    this.#openLater();
  }

  /** Gives the focus now, or as soon as the inputs are alive. */
  focus(element: HTMLElement | undefined): void {
    if (this.guarded.inert) this.#focused = element;
    else element?.focus();
  }

  #judge(): void {
    const large = innerWidth >= limits.windowMinimumWidthPixels && innerHeight >= limits.windowMinimumHeightPixels;
    const visible = this.#seen && large && this.#legible.matches;
    if (visible === this.#visible) return;
    this.#visible = visible;
    clearTimeout(this.#timer);
    if (visible) {
      this.#openLater();
    } else {
      this.#close();
      this.#timer = setTimeout(() => (this.notice.hidden = false), limits.coveredNoticeMilliseconds);
    }
  }

  #openLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), limits.visibleMilliseconds);
  }

  /** The browser would take the focus away only before it draws the next time, and a key may come sooner. */
  #close(): void {
    this.guarded.inert = true;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && this.guarded.contains(activeElement)) activeElement.blur();
  }

  #open(): void {
    this.notice.hidden = true;
    this.guarded.inert = false;
    if (this.#focused?.isConnected === true) this.#focused.focus();
  }
}

import { ownTabs, wake } from "../shared/tabs.js";
import { OtherPages, watchPages } from "./other-pages.js";

/**
 * Puts the question on the screen whether other pages may be unloaded.
 *
 * @param pages how many, at least one
 * @param goOn the user agrees
 * @return shows again what was there before
 */
export type Interrupt = (pages: number, goOn: () => void) => () => void;

/** While something is asked for no other page of the browser is to run; the user is asked anew whenever one does all the same. */
export class Quiet {
  #others = new OtherPages();
  /** A flow goes on, or is about to. */
  #wanted = false;
  /** So many times at once they are just being unloaded: who stops and begins again comes to two. */
  #unloading = 0;
  /** What to show once the user has agreed anew; undefined if nobody is being asked. */
  #held: (() => void) | undefined;

  /** So many flows are over under the hands of somebody who may type on. */
  #ending = 0;

  /** @param rests ends once nobody writes into our page, or is about to */
  constructor(private readonly interrupt: Interrupt, private readonly rests: () => Promise<void>) {}

  start(): void {
    watchPages((loaded) => {
      if (loaded !== undefined) this.#others.loaded(loaded);
      void this.look();
    });
  }

  get wanted(): boolean {
    return this.#wanted;
  }

  /** Nothing is asked for any more, but somebody may be typing on. */
  get ending(): boolean {
    return this.#ending > 0;
  }

  /** How many pages beginning would unload. */
  count(): Promise<number> {
    return this.#others.count();
  }

  /** Something is about to be asked for, and the user has agreed that the other pages go. {@link settle} it once that was begun. */
  async begin(): Promise<void> {
    this.#wanted = true;
    await this.#unload();
  }

  /** Nothing is asked for any more: once nobody types, what is in front in other windows, and white, is loaded again. */
  async end(): Promise<void> {
    const before = this.#wanted;
    this.#wanted = false;
    this.#held = undefined;
    this.#others = new OtherPages();
    if (!before) return;
    this.#ending += 1;
    await this.rests();
    this.#ending -= 1;
    await this.settle();
  }

  /** After pages were unloaded: another may have begun to run meanwhile; or nothing is asked for any more, and those in sight are white. */
  async settle(): Promise<void> {
    if (this.#wanted) await this.look();
    // Another page of ours may ask for something just now.
    else if ((await ownTabs()).length === 1) await wake();
  }

  /** Something is asked for, by a flow that may be older than this page. */
  prompted(): void {
    this.#wanted = true;
    void this.look();
  }

  /** Looks who runs: a page that the user has looked at meanwhile nobody has agreed to unload. */
  async look(): Promise<void> {
    if (!this.#asks()) return;
    const pages = await this.#others.count();
    if (!this.#asks()) return;
    if (pages > 0) this.#ask(pages);
  }

  /**
   * Keeps for afterwards what is to be shown, if the user is just being asked.
   *
   * @return whether it was kept
   */
  keep(show: () => void): boolean {
    if (this.#held === undefined) return false;
    this.#held = show;
    return true;
  }

  /** Of what was kept nothing matters any more. */
  drop(): void {
    this.#held = undefined;
  }

  /** A second press while they are being unloaded would agree to what is asked next. */
  #ask(pages: number): void {
    let agreed = false;
    this.#held = this.interrupt(pages, () => {
      if (agreed) return;
      agreed = true;
      void this.#goOn().catch(() => (agreed = false));
    });
  }

  #asks(): boolean {
    return this.#wanted && this.#unloading === 0 && this.#held === undefined;
  }

  async #goOn(): Promise<void> {
    await this.#unload();
    const held = this.#held;
    this.#held = undefined;
    held?.();
    await this.settle();
  }

  async #unload(): Promise<void> {
    this.#unloading += 1;
    try {
      await this.#others.unload();
    } finally {
      this.#unloading -= 1;
    }
  }
}

/**
 * The bank's own button opens our page, but only while the host is there and can do what the button is for: nobody
 * without it is worse off than without the extension.
 */
export class Takeover {
  #button: HTMLElement | undefined;
  #on = false;
  readonly #listener = (event: MouseEvent): void => this.#clicked(event);

  constructor(private readonly clicked: () => boolean) {}

  set button(button: HTMLElement | undefined) {
    this.#button = button;
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    if (on === this.#on) return;
    this.#on = on;
    // The capture phase comes before anything the button itself does.
    if (on) addEventListener("click", this.#listener, { capture: true });
    else removeEventListener("click", this.#listener, { capture: true });
  }

  #clicked(event: MouseEvent): void {
    const hit = this.#button !== undefined && event.composedPath().includes(this.#button);
    if (!hit || !event.isTrusted || !this.clicked()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

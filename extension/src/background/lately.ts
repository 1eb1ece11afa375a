/** Ids that were noted a moment ago. */
export class Lately {
  readonly #ids = new Set<number>();

  constructor(private readonly milliseconds: number) {}

  add(id: number): void {
    this.#ids.add(id);
    setTimeout(() => this.#ids.delete(id), this.milliseconds);
  }

  get ids(): readonly number[] {
    return [...this.#ids];
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }
}

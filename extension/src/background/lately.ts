/** What was noted of tabs a moment ago, by their ids. */
export class Lately<T> {
  readonly #noted = new Map<number, T>();

  constructor(private readonly milliseconds: number) {}

  add(id: number, noted: T): void {
    this.#noted.set(id, noted);
    setTimeout(() => this.#noted.delete(id), this.milliseconds);
  }

  get all(): readonly T[] {
    return [...this.#noted.values()];
  }

  has(id: number): boolean {
    return this.#noted.has(id);
  }
}

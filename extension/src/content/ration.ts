/** So many times in a while, and no more. */
export class Ration {
  #taken = 0;
  #since = -Infinity;

  constructor(
    private readonly times: number,
    private readonly milliseconds: number,
  ) {}

  /** Whether there is one left. */
  take(): boolean {
    const now = performance.now();
    if (now - this.#since >= this.milliseconds) {
      this.#since = now;
      this.#taken = 0;
    }
    this.#taken += 1;
    return this.#taken <= this.times;
  }
}

import type { BrowserMessage } from "../shared/browser-messages.js";
import type { HostMessage } from "../shared/host-messages.js";
import { limits } from "../shared/limits.js";

export type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
/** Questions of the worker's own, which change nothing. */
export type Question = WithoutId<Extract<BrowserMessage, { type: "list" | "survey" }>>;
type Inquiry = { readonly question: Question; readonly answered: (answer: HostMessage | undefined) => void };

/** What the service worker itself asks the host, on behalf of no panel. */
export class Inquiries {
  readonly #waiting = new Set<Inquiry>();
  readonly #sent = new Map<string, Inquiry>();

  constructor(private readonly send: (question: Question) => string | undefined) {}

  get open(): boolean {
    return this.#waiting.size > 0 || this.#sent.size > 0;
  }

  /** The host's answer, which may be a refusal; undefined if it doesn't come. */
  ask(question: Question): Promise<HostMessage | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => inquiry.answered(undefined), limits.helloMilliseconds + limits.listMilliseconds);
      const inquiry: Inquiry = {
        question,
        answered: (answer) => {
          clearTimeout(timer);
          this.#forget(inquiry);
          resolve(answer);
        },
      };
      this.#waiting.add(inquiry);
    });
  }

  /** The host is ready. */
  sendAll(): void {
    for (const inquiry of this.#waiting) {
      const id = this.send(inquiry.question);
      this.#waiting.delete(inquiry);
      if (id === undefined) inquiry.answered(undefined);
      else this.#sent.set(id, inquiry);
    }
  }

  /** Whether it was the answer to one of these. */
  settle(id: string | null, answer: HostMessage): boolean {
    const inquiry = this.#sent.get(id ?? "");
    inquiry?.answered(answer);
    return inquiry !== undefined;
  }

  /** There is no host. */
  giveUp(): void {
    for (const inquiry of [...this.#waiting, ...this.#sent.values()]) inquiry.answered(undefined);
  }

  #forget(inquiry: Inquiry): void {
    this.#waiting.delete(inquiry);
    for (const [id, one] of this.#sent) if (one === inquiry) this.#sent.delete(id);
  }
}

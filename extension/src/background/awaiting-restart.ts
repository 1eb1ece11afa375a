import { flag, oneOf, pattern, record, text } from "../shared/guard.js";
import type { Holding } from "../shared/host-messages.js";
import { limits } from "../shared/limits.js";
import type { RestartNote } from "../shared/restart-note.js";

/** A new certificate that the browser doesn't use yet, or of which the user hasn't heard yet that it does. */
export type Awaiting = {
  id: string;
  commonName: string;
  institution: string;
  /** The run of the browser in which it was made. */
  browserProcess: string;
  /** Every window was closed since, and the browser went on running. */
  windowsClosed: boolean;
  /** Known after the restart. */
  outcome: "unknown" | "confirmed" | "missing";
};

const key = "awaitingRestart";
/** In storage.session, which ends with the run of the browser. */
const processKey = "browserProcess";
const word = pattern(/^[A-Za-z0-9_-]{1,64}$/);
const isAwaiting = record<Awaiting>({
  id: word,
  commonName: text(1, 256),
  institution: pattern(/^[0-9]{4}$/),
  browserProcess: word,
  windowsClosed: flag,
  outcome: oneOf("unknown", "confirmed", "missing"),
});

/** Remembers them from one run of the browser to the next, in storage.local. */
export class AwaitingRestart {
  #entries: readonly Awaiting[] = [];
  /** This run of the browser, once a host has named it. Until then nobody knows whether there was a restart. */
  #process: string | undefined;
  #saved: Promise<void> = Promise.resolve();

  constructor(private readonly changed: () => void) {}

  async load(): Promise<void> {
    const stored: unknown = (await chrome.storage.local.get(key))[key];
    const process: unknown = (await chrome.storage.session.get(processKey))[processKey];
    this.#entries = Array.isArray(stored) ? stored.filter(isAwaiting).slice(-limits.awaitingRestart) : [];
    this.#process = word(process) ? process : undefined;
  }

  /** When everything said so far is on disk. */
  get saved(): Promise<void> {
    return this.#saved;
  }

  get restartWanted(): boolean {
    return this.#entries.some((one) => this.#waits(one));
  }

  /** Whether the browser was restarted since one of them was made, so that its outcome can be asked for. */
  get canBeSettled(): boolean {
    return this.#entries.some((one) => this.#isDue(one));
  }

  notes(institution: string): RestartNote[] {
    const known = this.#entries.filter((one) => one.outcome !== "unknown" || this.#waits(one));
    return known.filter((one) => one.institution === institution).map(noteOf);
  }

  welcomed(browserProcess: string): void {
    if (browserProcess === this.#process) return;
    this.#process = browserProcess;
    void chrome.storage.session.set({ [processKey]: browserProcess });
    this.changed();
  }

  add(entry: Pick<Awaiting, "id" | "commonName" | "institution">): void {
    if (this.#process === undefined) return;
    const others = this.#entries.filter(({ id }) => id !== entry.id);
    this.#change([...others, { ...entry, browserProcess: this.#process, windowsClosed: false, outcome: "unknown" }]);
  }

  /** The last window was closed; whoever reads this afterwards in the same run knows that it wasn't enough. */
  everyWindowClosed(): void {
    if (this.restartWanted) this.#change(this.#entries.map((one) => ({ ...one, windowsClosed: true })));
  }

  /** Takes the outcomes from what is on this PC now; those that are new. */
  settle(holdings: readonly Holding[]): readonly Awaiting[] {
    const present = new Set(holdings.flatMap(({ certificates }) => certificates.map(({ id }) => id)));
    const due = this.#entries.filter((one) => this.#isDue(one));
    if (due.length === 0) return [];
    const settled = due.map((one) => ({ ...one, outcome: present.has(one.id) ? "confirmed" : "missing" }) as const);
    this.#change(this.#entries.map((one) => settled.find(({ id }) => id === one.id) ?? one));
    return settled;
  }

  /** The user has read it. */
  forget(institution: string, outcome: "confirmed" | "missing"): void {
    const rest = this.#entries.filter((one) => one.institution !== institution || one.outcome !== outcome);
    if (rest.length < this.#entries.length) this.#change(rest);
  }

  #waits(one: Awaiting): boolean {
    return one.outcome === "unknown" && one.browserProcess === this.#process;
  }

  #isDue(one: Awaiting): boolean {
    return one.outcome === "unknown" && this.#process !== undefined && one.browserProcess !== this.#process;
  }

  #change(entries: readonly Awaiting[]): void {
    this.#entries = entries.slice(-limits.awaitingRestart);
    this.#saved = this.#saved.then(() => chrome.storage.local.set({ [key]: this.#entries }));
    this.changed();
  }
}

function noteOf({ commonName, outcome, windowsClosed }: Awaiting): RestartNote {
  const waiting = windowsClosed ? "again" : "restart";
  return { standing: outcome === "unknown" ? waiting : outcome, commonName };
}

import { listOf, pattern, record } from "../shared/guard.js";
import type { Certificate, Holding } from "../shared/host-messages.js";

/** known: the ids of the certificates that were there before it. */
export type Underway = { flow: string; institution: string; known: string[] };

/** In storage.session: it outlives the service worker, and a certificate from before a restart needs no word. */
const key = "flowUnderway";
const word = pattern(/^[A-Za-z0-9_-]{1,64}$/);
const isUnderway = record<Underway>({ flow: word, institution: pattern(/^[0-9]{4}$/), known: listOf(word, 0, 200) });

/** The flow whose end nobody has heard of: the worker or the host may have gone after the certificate had come. */
export class FlowUnderway {
  #underway: Underway | undefined;

  async load(): Promise<void> {
    const stored: unknown = (await chrome.storage.session.get(key))[key];
    this.#underway = isUnderway(stored) ? stored : undefined;
  }

  begun(underway: Underway): void {
    this.#underway = underway;
    void chrome.storage.session.set({ [key]: underway });
  }

  ended(flow: string): void {
    if (this.#underway?.flow !== flow) return;
    this.#underway = undefined;
    void chrome.storage.session.remove(key);
  }

  /** What it has left behind, among the certificates that are there now. The host may still be about to store it. */
  takeNew({ institution, certificates }: Pick<Holding, "institution" | "certificates">): Certificate[] {
    const underway = this.#underway;
    if (underway?.institution !== institution.code) return [];
    const found = certificates.filter(({ id }) => !underway.known.includes(id));
    if (found.length > 0) this.ended(underway.flow);
    return found;
  }
}

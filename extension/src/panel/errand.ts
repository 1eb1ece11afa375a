import type { CertificatesView } from "../shared/panel-messages.js";
import { purposeOf, type Purpose } from "../shared/panel-address.js";
import { besidePage, clearAddress, inOwnTab } from "./own-tab.js";
import type { Work } from "./work.js";

type Choice = Extract<Purpose, { code: string }>;

/** What the panel was opened for, each part of it until it was seen to. */
export class Errand {
  #purpose = firstPurpose();
  /** What is to be done as soon as the certificates are known. */
  #task: Extract<Purpose, { for: "task" }> | undefined;

  get forRenewal(): boolean {
    return this.#purpose.for === "renewal";
  }

  /** Whether the browser is to be closed, once. */
  takeRestart(): boolean {
    const wanted = this.#purpose.for === "restart";
    if (wanted) this.#purpose = { for: "anything" };
    return wanted;
  }

  /** The institution that needs no choice of the user's, once; undefined if there is none. begins: something is begun for it at once. */
  takeChoice(): { code: string; begins: boolean } | undefined {
    const purpose = this.#purpose;
    if (!("code" in purpose)) return undefined;
    this.#purpose = { for: "anything" };
    return this.#choose(purpose);
  }

  /** The same once the address has changed: the worker was asked for another institution, and found this tab open. */
  takeAddress(): { code: string } | undefined {
    const purpose = purposeOf(location.hash);
    return purpose.for === "institution" ? this.#choose(purpose) : undefined;
  }

  /** A new worker knows nothing of what was chosen. @param code undefined if nothing was */
  chosenBefore(code: string | undefined): void {
    const known = code ?? besidePage();
    if (inOwnTab() && known !== undefined) this.#purpose = { for: "institution", code: known };
  }

  /** What is to be begun now that the certificates are known, once; for another institution nothing was asked. */
  takeTask({ institution, certificates }: CertificatesView): Work | undefined {
    const asked = this.#task;
    this.#task = undefined;
    if (asked?.code !== institution.code) return undefined;
    const { task } = asked;
    if (task.kind === "issue") return task;
    const certificate = certificates.find(({ id }) => id === task.certificate);
    return certificate === undefined ? undefined : { kind: "renewal", certificate };
  }

  #choose(purpose: Choice): { code: string; begins: boolean } | undefined {
    if (!inOwnTab()) return undefined;
    this.#task = purpose.for === "task" ? purpose : undefined;
    const { code } = purpose;
    clearAddress(this.#task !== undefined || besidePage() === code ? code : undefined);
    return { code, begins: this.#task !== undefined };
  }
}

/** Loaded anew, a tab of ours beside a bank's page is still for that bank. */
function firstPurpose(): Purpose {
  const purpose = purposeOf(location.hash);
  const code = besidePage();
  return purpose.for === "anything" && code !== undefined ? { for: "institution", code } : purpose;
}

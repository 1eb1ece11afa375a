import type { Certificate, Holding } from "../shared/host-messages.js";

/** What the certificates on this PC make of the two buttons of CCHK001. */
export type Choices = {
  /** Not replaced by a later one. */
  readonly usable: readonly Certificate[];
  readonly renewable: readonly Certificate[];
  /** Chosen from the start, where there is nothing to choose. */
  readonly chosen: Certificate | undefined;
  /** What the user most likely came for; undefined if nothing needs doing. */
  readonly right: "issue" | "renew" | undefined;
  /** Why issuing is most likely wrong; undefined if it isn't. */
  readonly againstIssue: "renewable" | "not-yet" | undefined;
};

export function choicesOf({ certificates }: Pick<Holding, "certificates">): Choices {
  const usable = certificates.filter(({ replaced }) => !replaced);
  const renewable = usable.filter((one) => one.renewable);
  const chosen = renewable.length === 1 ? renewable[0] : undefined;
  if (renewable.length > 0) return { usable, renewable, chosen, right: "renew", againstIssue: "renewable" };
  if (usable.length > 0) return { usable, renewable, chosen, right: undefined, againstIssue: "not-yet" };
  return { usable, renewable, chosen, right: "issue", againstIssue: undefined };
}

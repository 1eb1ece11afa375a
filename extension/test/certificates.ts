import type { Certificate, Certificates, Holding, Institution } from "../src/shared/host-messages.js";
import { example } from "./contract.js";

const one = (example("certificates") as unknown as Certificates).certificates[0];
export const practice = (example("certificates-none") as unknown as Certificates).institution;
export const unsupported = (example("certificates") as unknown as Certificates).institution;

/** A certificate of the contract's example, changed. */
export function certificate(changes: Partial<Certificate> = {}): Certificate {
  if (one === undefined) throw new Error("no certificate in the example");
  return { ...one, ...changes };
}

export const notYet = certificate({ id: "not-yet" });
export const renewable = certificate({ id: "renewable", daysLeft: 12, renewable: true, notice: true });
export const replaced = certificate({ id: "replaced", daysLeft: 3, replaced: true });

export function holding(certificates: Certificate[], changes: Partial<Institution> = {}, expired = 0): Holding {
  return { institution: { ...practice, ...changes }, certificates, expired };
}

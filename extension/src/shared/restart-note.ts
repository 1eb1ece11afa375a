/**
 * A new certificate is used by the browser only after a restart. restart: it hasn't happened; again: every window was
 * closed, and yet the browser went on running; confirmed: it has happened, and the certificate is there; missing: it
 * isn't.
 */
export type Standing = "restart" | "again" | "confirmed" | "missing";
export type RestartNote = { standing: Standing; commonName: string };

/** Whether the restart is still to come. */
export function isWaiting({ standing }: RestartNote): boolean {
  return standing === "restart" || standing === "again";
}

import type { HostProblem } from "../shared/panel-messages.js";

/** Where the native port stands. Every problem is left by opening again. */
export type HostState = { name: "closed" } | { name: "opening" } | { name: "ready" } | HostProblem;

const byLastError = new Map<string, HostProblem>([
  ["Specified native messaging host not found.", { name: "missing" }],
  ["Access to the specified native messaging host is forbidden.", { name: "refused" }],
]);

/** What the browser's words for a lost native port mean. */
export function problemOf(lastError: string | undefined): HostProblem {
  return byLastError.get(lastError ?? "") ?? { name: "stopped" };
}

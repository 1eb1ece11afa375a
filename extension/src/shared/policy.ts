import { isObject, pattern, record } from "./guard.js";
import { limits } from "./limits.js";
import { isBuiltIn, type AddedOrigin } from "./bank-origin.js";

/** What the administrator has set, in managed storage; its shape is in managed_schema.json. */
export type Policy = {
  /** Only false says anything. */
  readonly notifications: boolean;
  readonly institutions: readonly AddedOrigin[];
};

const isAddedOrigin = record<AddedOrigin>({
  code: pattern(/^[0-9]{4}$/),
  origin: pattern(/^https:\/\/[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/),
});

export async function readPolicy(): Promise<Policy> {
  return policyOf(await stored());
}

/** A call that comes at the browser's very start may stay unanswered for ever (seen in Chromium 156); one that comes later is answered. */
async function stored(): Promise<object> {
  const calls: Promise<object>[] = [];
  for (;;) {
    calls.push(chrome.storage.managed.get());
    const answer = await Promise.any([...calls, aWhile()]);
    if (answer !== undefined) return answer;
  }
}

function aWhile(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), limits.policyMilliseconds));
}

/** The host's own profiles win: no policy makes a bank's origin another bank's. */
export function policyOf(stored: unknown): Policy {
  const { notifications, institutions } = isObject(stored) ? (stored as Record<string, unknown>) : {};
  const listed: unknown[] = Array.isArray(institutions) ? institutions : [];
  return {
    notifications: notifications !== false,
    institutions: listed.filter((one) => isAddedOrigin(one)).filter(({ origin }) => !isBuiltIn(origin)),
  };
}

import type { Certificate } from "../shared/host-messages.js";

/** What the open flow is about: the screens that both share say so. */
export type Work = { readonly kind: "issue" } | { readonly kind: "renewal"; readonly certificate: Certificate };

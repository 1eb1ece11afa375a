/** What the content script of a bank's page and the service worker say to each other. The worker speaks first. */
import { literal, oneOf, record } from "./guard.js";
import type { Certificate } from "./host-messages.js";
import { wishes, type Wish } from "./panel-address.js";
import type { RestartNote } from "./restart-note.js";

export const pagePortName = "page";

/** The page is one of those on which the user needs the host. */
export type RecognisedReport = { type: "recognised" };
export const recognisedReport: RecognisedReport = { type: "recognised" };
export const isRecognisedReport = record<RecognisedReport>({ type: literal("recognised") });
/** The user has seen word of the confirmed certificate, or closed that of the missing one. */
export type ReadReport = { type: "read"; standing: "confirmed" | "missing" };
export const isReadReport = record<ReadReport>({ type: literal("read"), standing: oneOf("confirmed", "missing") });

/** The user has pressed one of our buttons, or the bank's where that is ours: our own page is to be opened. */
export type OpenReport = { type: "open"; wish: Wish };
export const isOpenReport = record<OpenReport>({ type: literal("open"), wish: oneOf(...wishes) });

export type Expiring = Pick<Certificate, "commonName" | "daysLeft">;

/**
 * What the page may show. launch: the host is there and can issue and renew for this institution; expiring: its
 * certificates of which the user is to be told.
 */
export type PageNews = { type: "news"; launch: boolean; expiring: Expiring[]; notes: RestartNote[] };

/** The toolbar button was pressed. Answered by whether that counts as a press of ours in the page. */
export type PressRequest = { type: "press" };
export const pressRequest: PressRequest = { type: "press" };
export const isPressRequest = record<PressRequest>({ type: literal("press") });

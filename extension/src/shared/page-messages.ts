/** What the content script of a bank's page and the service worker say to each other. The worker speaks first. */
import { flag, literal, oneOf, pattern, record } from "./guard.js";
import type { Certificate } from "./host-messages.js";
import type { RestartNote } from "./restart-note.js";

export const pagePortName = "page";

/** The page is one of those on which the user needs the host. */
export type RecognisedReport = { type: "recognised" };
export const recognisedReport: RecognisedReport = { type: "recognised" };
export const isRecognisedReport = record<RecognisedReport>({ type: literal("recognised") });
/** The user has seen word of the confirmed certificate, or closed that of the missing one. */
export type ReadReport = { type: "read"; standing: "confirmed" | "missing" };
export const isReadReport = record<ReadReport>({ type: literal("read"), standing: oneOf("confirmed", "missing") });

/** The user wants the panel, and this page is none to show it in. */
export type ElsewhereReport = { type: "elsewhere" };
export const elsewhereReport: ElsewhereReport = { type: "elsewhere" };
export const isElsewhereReport = record<ElsewhereReport>({ type: literal("elsewhere") });

/** The panel goes: the user has closed it. */
export type ClosedReport = { type: "panel-closed" };
export const closedReport: ClosedReport = { type: "panel-closed" };
export const isClosedReport = record<ClosedReport>({ type: literal("panel-closed") });

export type Expiring = Pick<Certificate, "commonName" | "daysLeft">;

/**
 * What the page may show. launch: the host is there and can issue and renew for this institution; expiring: its
 * certificates of which the user is to be told.
 */
export type PageNews = { type: "news"; launch: boolean; expiring: Expiring[]; notes: RestartNote[] };

/** The toolbar button was pressed. Answered by whether the panel is open now. */
export type OpenRequest = { type: "open-panel" };
export const openRequest: OpenRequest = { type: "open-panel" };
export const isOpenRequest = record<OpenRequest>({ type: literal("open-panel") });

/** From a panel in a frame: was it put there by you? word: see {@link frameAddress}. Answered with true, once. */
export type Claim = { type: "panel-claim"; word: string };
export const claim = (word: string): Claim => ({ type: "panel-claim", word });
export const isClaim = record<Claim>({ type: literal("panel-claim"), word: pattern(/^[-0-9a-f]*$/) });

/**
 * From the panel, which has lost the keyboard: who has it? sure: whoever has taken it several times within a moment, though nothing
 * of the page's is seen to have it.
 */
export type KeyboardRequest = { type: "keyboard"; sure: boolean };
export const keyboardRequest = (sure: boolean): KeyboardRequest => ({ type: "keyboard", sure });
export const isKeyboardRequest = record<KeyboardRequest>({ type: literal("keyboard"), sure: flag });
/** From the panel: it has the keyboard. */
export type KeyboardNote = { type: "keyboard-here" };
export const keyboardNote: KeyboardNote = { type: "keyboard-here" };
export const isKeyboardNote = record<KeyboardNote>({ type: literal("keyboard-here") });
/**
 * free: the user is at something of ours, or has clicked beside it; away: nothing in the page's window has it; leaving: nor that, and the
 * user's hand has moved the mouse beside the panel; taken: something of the
 * page's has it; returned: nobody is seen to have it, and the panel was given it back.
 */
export type KeyboardAnswer = "free" | "leaving" | "away" | "returned" | "taken";
export const isKeyboardAnswer = oneOf<KeyboardAnswer>("free", "leaving", "away", "returned", "taken");

/** From the panel: take it away. */
export type CloseRequest = { type: "close-panel" };
export const closeRequest: CloseRequest = { type: "close-panel" };
export const isCloseRequest = record<CloseRequest>({ type: literal("close-panel") });

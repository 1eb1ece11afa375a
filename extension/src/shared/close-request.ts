/** From the panel to the content script of its tab: take the panel away. */
import { literal, record } from "./guard.js";

export type CloseRequest = { type: "close-panel" };
export const closeRequest: CloseRequest = { type: "close-panel" };
export const isCloseRequest = record<CloseRequest>({ type: literal("close-panel") });

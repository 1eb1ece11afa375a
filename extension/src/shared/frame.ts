import { limits } from "./limits.js";

/** Whether a message, as JSON in UTF-8, is within one frame. */
export function fitsFrame(message: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(message)).length <= limits.messageBytes;
}

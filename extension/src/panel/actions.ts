import type { Fields } from "../shared/browser-messages.js";
import type { Certificate } from "../shared/host-messages.js";

/** What a screen can set off. */
export type Actions = {
  choose(institution: string): void;
  institutions(): void;
  /** Warns first, where renewing would be right. */
  issue(): void;
  /** Warned already. */
  issueAnyway(): void;
  renew(certificate: Certificate): void;
  /** Asks first. */
  remove(certificate: Certificate): void;
  removeNow(certificate: Certificate): void;
  answer(prompt: string, fields: Fields): void;
  back(): void;
  /** To the screen that was there before the one that only asks. */
  return(): void;
  /** Asks first. */
  closeBrowser(): void;
  closeBrowserNow(): void;
  /** The user has read that a certificate is missing. */
  read(): void;
  /** To the first screen, with a fresh list; opens the host again where it is gone. */
  restart(): void;
  close(): void;
};

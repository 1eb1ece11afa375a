import type { Fields } from "../shared/browser-messages.js";

/** What a screen can set off. */
export type Actions = {
  issue(): void;
  answer(prompt: string, fields: Fields): void;
  back(): void;
  /** To the first screen, with a fresh list; opens the host again where it is gone. */
  restart(): void;
  close(): void;
};

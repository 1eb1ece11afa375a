/** Messages to the host, as manifests/messages/messages.schema.json says. */

export type Browser = "chrome" | "edge" | "chromium";
export type Language = "ja" | "en";

export type Hello = {
  type: "hello";
  id: string;
  protocol: number;
  version: string;
  minimumHost: string;
  browser: Browser;
  language: Language;
};
/** origin: of the bank's page that asks what it may remind of, as the browser reports it; else the extension's own. */
export type List = { type: "list"; id: string; institution: string; origin: string };
export type Survey = { type: "survey"; id: string };
export type Issue = { type: "issue"; id: string; institution: string; origin: string };
export type Renew = { type: "renew"; id: string; institution: string; origin: string; certificate: string };
export type Remove = { type: "remove"; id: string; institution: string; origin: string; certificate: string };
export type Fields = Record<string, string>;
export type Answer = { type: "answer"; id: string; flow: string; prompt: string; fields: Fields };
export type Cancel = { type: "cancel"; id: string; flow: string };

export type BrowserMessage = Hello | List | Survey | Issue | Renew | Remove | Answer | Cancel;

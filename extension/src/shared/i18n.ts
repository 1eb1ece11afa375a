import type ja from "../../_locales/ja/messages.json";
import type { Language } from "./browser-messages.js";
import type { Reason } from "./host-messages.js";

export type MessageKey = keyof typeof ja;

export function t(key: MessageKey, ...values: (string | number)[]): string {
  return chrome.i18n.getMessage(key, values.map(String));
}

/** The language the texts come in, which is the browser's if it is one of ours. */
export function language(): Language {
  return t("language") === "en" ? "en" : "ja";
}

/** Message names allow no hyphen. */
type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T;
export function underscored<T extends string>(name: T): Underscored<T> {
  return name.replaceAll("-", "_") as Underscored<T>;
}

export function whatHappened(reason: Reason): string {
  return t(`reason_${underscored(reason)}_what`);
}

export function whatNext(reason: Reason): string {
  return t(`reason_${underscored(reason)}_next`);
}

import { language, t } from "../shared/i18n.js";

function format(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language() === "ja" ? "ja-JP" : "en-GB", { timeZone: "Asia/Tokyo", ...style });
}

/** A UTC instant as the bank's customers read it: in Japan's time, whatever this PC's own is. */
export function japanTime(instant: string): string {
  return t("japan_time", format({ dateStyle: "long", timeStyle: "short" }).format(new Date(instant)));
}

/** The day of Japan's calendar that a UTC instant is in. */
export function japanDay(instant: string): string {
  return format({ dateStyle: "long" }).format(new Date(instant));
}

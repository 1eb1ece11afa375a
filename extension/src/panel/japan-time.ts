import { language, t } from "../shared/i18n.js";

/** A UTC instant as the bank's customers read it: in Japan's time, whatever this PC's own is. */
export function japanTime(instant: string): string {
  const format = new Intl.DateTimeFormat(language() === "ja" ? "ja-JP" : "en-GB", {
    timeZone: "Asia/Tokyo",
    dateStyle: "long",
    timeStyle: "short",
  });
  return t("japan_time", format.format(new Date(instant)));
}

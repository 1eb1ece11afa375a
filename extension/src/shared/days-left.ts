import { t } from "./i18n.js";
import type { Certificate } from "./host-messages.js";

export function daysLeft({ daysLeft: days }: Pick<Certificate, "daysLeft">): string {
  if (days === 0) return t("days_left_none");
  return days === 1 ? t("days_left_one") : t("days_left", days);
}

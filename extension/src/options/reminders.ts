import { element } from "../shared/dom.js";
import { t } from "../shared/i18n.js";
import type { Policy } from "../shared/policy.js";
import { notificationsSetting, setNotifications } from "../shared/settings.js";

/** Whether the user is reminded before a certificate expires; the administrator's word goes first. */
export async function remindersSection({ notifications }: Policy): Promise<HTMLElement> {
  const input = element("input", { type: "checkbox", id: "reminders", "data-setting": "notifications", "aria-describedby": "reminders-text" });
  input.checked = notifications && (await notificationsSetting());
  input.disabled = !notifications;
  const saved = element("p", { class: "saved", role: "status" });
  input.addEventListener("change", () => {
    void setNotifications(input.checked).then(() => (saved.textContent = t("options_saved")));
  });
  const text = notifications ? t("options_reminders_text") : t("options_reminders_managed");
  return element(
    "section",
    { class: "card", "data-managed": String(!notifications) },
    element("h2", {}, t("options_reminders_title")),
    element("label", { class: "setting", for: input.id }, input, t("options_reminders_label")),
    element("p", { id: "reminders-text", class: "soft" }, text),
    saved,
  );
}

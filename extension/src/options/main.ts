import { element } from "../shared/dom.js";
import { language, t } from "../shared/i18n.js";
import { readPolicy } from "../shared/policy.js";
import { originsSection } from "./origins.js";
import { remindersSection } from "./reminders.js";

document.documentElement.lang = language();
document.title = t("options_title");
void show();
chrome.storage.onChanged.addListener((_, area) => {
  if (area === "managed") void show();
});

async function show(): Promise<void> {
  const policy = await readPolicy();
  document.body.replaceChildren(
    element("main", {}, element("h1", {}, t("options_title")), await remindersSection(policy), await originsSection(policy)),
  );
}

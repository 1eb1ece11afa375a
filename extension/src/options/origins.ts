import { actionButton, element } from "../shared/dom.js";
import type { AddedOrigin } from "../shared/bank-origin.js";
import { t } from "../shared/i18n.js";
import type { Policy } from "../shared/policy.js";

/** The administrator's origins. The browser lets only the user allow one, and only by a press of a button. */
export async function originsSection({ institutions }: Policy): Promise<HTMLElement> {
  const rows = await Promise.all(institutions.map(row));
  const none = rows.length === 0;
  return element(
    "section",
    { class: "card" },
    element("h2", {}, t("options_origins_title")),
    element("p", { class: "soft" }, t(none ? "options_origins_none" : "options_origins_text")),
    ...(none ? [] : [element("ul", { class: "cards" }, ...rows)]),
  );
}

async function row({ code, origin }: AddedOrigin): Promise<HTMLElement> {
  const permission = { origins: [`${origin}/*`] };
  const state = element("p", { role: "status" });
  const root = element(
    "li",
    { class: "card origin", "data-origin": origin },
    element("p", {}, element("strong", {}, origin), element("br"), t("options_origin_code", code)),
    state,
  );
  const show = (allowed: boolean, text: string): void => {
    root.dataset["allowed"] = String(allowed);
    state.textContent = text;
  };
  if (await chrome.permissions.contains(permission)) {
    show(true, t("options_origin_allowed"));
    return root;
  }
  show(false, "");
  const button = actionButton("allow", t("options_origin_allow"), () => {
    void chrome.permissions.request(permission).then((granted) => {
      if (!granted) return;
      button.remove();
      show(true, t("options_origin_reload"));
    });
  });
  button.setAttribute("aria-label", t("options_origin_allow_for", origin));
  root.append(button);
  return root;
}

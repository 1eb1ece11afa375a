import { language, t } from "../../shared/i18n.js";
import { daysLeft } from "../../shared/days-left.js";
import type { Holding } from "../../shared/host-messages.js";
import type { Actions } from "../actions.js";
import { actionButton, element } from "../../shared/dom.js";
import { screen } from "../screen.js";

/** For which institution? Those with certificates come first. */
export function institutionsScreen(holdings: readonly Holding[], actions: Actions): HTMLElement {
  const ordered = [...holdings].sort((a, b) => rank(a) - rank(b));
  return screen(
    "institutions",
    t("institutions_title"),
    element("p", {}, t("institutions_text")),
    element("ul", { class: "cards" }, ...ordered.map((holding) => element("li", {}, choice(holding, actions)))),
    element(
      "div",
      { class: "actions" },
      actionButton("close", t("close_button"), () => actions.close()),
    ),
  );
}

function rank({ certificates, expired }: Holding): number {
  if (certificates.length > 0) return 0;
  return expired > 0 ? 1 : 2;
}

function choice(holding: Holding, actions: Actions): HTMLButtonElement {
  const { code, name, service, practice } = holding.institution;
  const button = actionButton("choose", "", () => actions.choose(code), "choice");
  button.dataset["institution"] = code;
  button.append(
    element("span", { class: "choice-name" }, name[language()]),
    ...(practice ? [element("span", { class: "tag" }, t("practice"))] : []),
    element("span", { class: "choice-more" }, service[language()]),
    element("span", { class: "choice-more" }, summary(holding)),
  );
  return button;
}

/** The list is sorted by the host: what expires first is on top. */
function summary({ certificates, expired }: Holding): string {
  const usable = certificates.filter(({ replaced }) => !replaced);
  const [first] = usable;
  if (first !== undefined) return t("institution_certificates", usable.length, daysLeft(first));
  return t(expired > 0 ? "institution_expired" : "institution_none");
}

import { t, type MessageKey } from "../shared/i18n.js";
import type { Institution, StepScreen } from "../shared/host-messages.js";
import { element } from "../shared/dom.js";

const things: readonly (readonly [screen: StepScreen, thing: MessageKey])[] = [
  ["CCHK003", "at_hand_token"],
  ["CCHK005", "at_hand_transaction"],
  ["CCHK006", "at_hand_answer"],
];

/** What the bank may ask for on the way, so that nobody has to get up in the middle. */
export function atHand({ prompts }: Institution, right: "issue" | "renew" | undefined): HTMLElement {
  const password = t(right === "renew" ? "at_hand_password" : "at_hand_id_and_password");
  const asked = things.filter(([screen]) => prompts.includes(screen)).map(([, thing]) => t(thing));
  return element(
    "div",
    { class: "at-hand", "data-at-hand": "" },
    element("h2", {}, t("at_hand_title")),
    element("ul", {}, ...[password, ...asked].map((thing) => element("li", {}, thing))),
  );
}

import { t } from "../../shared/i18n.js";
import { element } from "../../shared/dom.js";
import { screen } from "../screen.js";

export function connectingScreen(): HTMLElement {
  return screen(
    "connecting",
    t("connecting_title"),
    element("p", { role: "status" }, t("connecting_text")),
    element("progress", { "aria-label": t("connecting_title") }),
  );
}

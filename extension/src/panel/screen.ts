import { t } from "../shared/i18n.js";
import { element } from "../shared/dom.js";

/** The frame of every screen. Its heading takes the focus unless a child asks for it with data-focus. */
export function screen(id: string, title: string, ...children: readonly (Node | string)[]): HTMLElement {
  const number = id.startsWith("CCHK") ? [element("p", { class: "screen-id" }, t("screen_id", id))] : [];
  const heading = element("h1", { tabindex: "-1" }, title);
  return element("section", { "data-screen": id }, ...number, heading, ...children);
}

/** What takes the focus when the screen comes. */
export function focusOf(root: HTMLElement): HTMLElement | undefined {
  return root.querySelector<HTMLElement>("[data-focus]") ?? root.querySelector("h1") ?? undefined;
}

/** What happened, with the manuals' code if it has one. */
export function happened(text: string, code?: string): HTMLElement {
  const mark = code === undefined ? [] : [" ", element("span", { class: "code" }, `[${code}]`)];
  return element("p", {}, element("strong", {}, text, ...mark));
}

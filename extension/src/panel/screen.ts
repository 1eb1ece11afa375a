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

/** Whether its buttons do something at once, and not only ask or go on. */
export function isChoice(root: HTMLElement): boolean {
  return ["CCHK001", "institutions"].includes(root.dataset["screen"] ?? "") || isQuestion(root);
}

/** Whether it asks before something that can't be taken back. */
export function isQuestion(root: Element | null): boolean {
  return root instanceof HTMLElement && (root.dataset["screen"] ?? "").startsWith("confirm-");
}

/** What happened, with the manuals' code if it has one. */
export function happened(text: string, code?: string): HTMLElement {
  const mark = code === undefined ? [] : [" ", element("span", { class: "code" }, `[${code}]`)];
  return element("p", {}, element("strong", {}, text, ...mark));
}

import { browserKind, ownBrands } from "../shared/browser-kind.js";
import { t } from "../shared/i18n.js";
import { isWaiting, type RestartNote, type Standing } from "../shared/restart-note.js";
import type { Actions } from "./actions.js";
import { actionButton, element } from "../shared/dom.js";

/** What is still to be said of new certificates: above all that the browser must be closed before they are used. */
export function restartNotes(notes: readonly RestartNote[], actions: Actions): HTMLElement[] {
  const waiting = notes.filter(isWaiting);
  const settled = notes.filter(({ standing }) => standing === "confirmed" || standing === "missing");
  return [...(waiting.length === 0 ? [] : [restartBox(waiting, actions)]), ...settled.map((note) => outcomeBox(note, actions))];
}

/** Why closing the windows may not end the browser, and what does: differs by browser. */
export function backgroundMode(): HTMLElement {
  return element("p", { class: "soft", "data-background-mode": "" }, t(`background_${browserKind(ownBrands())}`));
}

function restartBox(notes: readonly RestartNote[], actions: Actions): HTMLElement {
  const again = notes.some(({ standing }) => standing === "again");
  return box(
    again ? "again" : "restart",
    t(again ? "note_again_title" : "note_restart_title"),
    element("p", {}, t(again ? "note_again_text" : "note_restart_text")),
    element("ul", {}, ...notes.map(({ commonName }) => element("li", {}, commonName))),
    ...(again ? [backgroundMode()] : []),
    actionButton("close-browser", t("close_browser_button"), () => actions.closeBrowser(), "primary"),
  );
}

function outcomeBox({ standing, commonName }: RestartNote, actions: Actions): HTMLElement {
  if (standing === "confirmed")
    return box(standing, t("note_confirmed_title"), element("p", {}, t("note_confirmed_text", commonName)));
  const read = actionButton("read", t("note_read_button"), () => {
    actions.read();
    root.remove();
  });
  const root = box(standing, t("note_missing_title"), element("p", {}, t("note_missing_text", commonName)), read);
  return root;
}

function box(standing: Standing, title: string, ...children: readonly HTMLElement[]): HTMLElement {
  const kind = standing === "confirmed" ? "success" : "warning";
  return element("div", { class: kind, role: "note", "data-note": standing }, element("h2", {}, title), ...children);
}

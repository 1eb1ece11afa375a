import { browserKind, ownBrands } from "../shared/browser-kind.js";
import { daysLeft } from "../shared/days-left.js";
import { t } from "../shared/i18n.js";
import type { Expiring, PageNews, ReadReport } from "../shared/page-messages.js";
import type { Wish } from "../shared/panel-address.js";
import { isWaiting, type RestartNote } from "../shared/restart-note.js";
import { Bar, type BarKind } from "./bar.js";
import { theDocument } from "./document.js";

/** The bars that the news ask for, each until the user closes it. */
export class Bars {
  readonly #bars = new Map<BarKind, Bar>();
  /** Closed by the user: not again on this page. */
  readonly #closed = new Set<BarKind>();

  constructor(
    private readonly open: (wish: Wish) => void,
    private readonly read: (standing: ReadReport["standing"]) => void,
  ) {}

  show({ expiring, notes }: PageNews, onLoginPage: boolean): void {
    const waiting = notes.filter(isWaiting);
    this.#set("expiry", onLoginPage && expiring.length > 0, () => this.#expiry(expiring));
    this.#set("restart", waiting.length > 0, () => this.#restart(waiting));
    for (const note of notes) if (isOutcome(note)) this.#set(note.standing, true, () => this.#outcome(note));
    this.put();
    if (notes.some(({ standing }) => standing === "confirmed")) onceVisible(() => this.read("confirmed"));
  }

  /** Where the page has thrown them out. */
  put(): void {
    for (const bar of this.#bars.values()) bar.put();
  }

  /** A reminder goes with its reason; word of how it ended was sent only once, and stays. */
  withdraw(): void {
    this.#drop("expiry");
  }

  remove(): void {
    for (const kind of this.#bars.keys()) this.#drop(kind);
  }

  #set(kind: BarKind, wanted: boolean, make: () => Bar): void {
    this.#drop(kind);
    if (!wanted || this.#closed.has(kind)) return;
    const bar = make();
    bar.closed = () => this.#userClosed(kind);
    this.#bars.set(kind, bar);
  }

  #drop(kind: BarKind): void {
    this.#bars.get(kind)?.remove();
    this.#bars.delete(kind);
  }

  #userClosed(kind: BarKind): void {
    this.#bars.delete(kind);
    this.#closed.add(kind);
    if (kind === "missing") this.read(kind);
  }

  #expiry(expiring: readonly Expiring[]): Bar {
    return new Bar({
      kind: "expiry",
      title: t("bar_expiry_title"),
      lines: expiring.map((one) => t("bar_expiry_line", one.commonName, daysLeft(one))),
      buttons: [{ action: "renew", label: t("bar_expiry_button"), pressed: () => this.open("renewal") }],
    });
  }

  #restart(notes: readonly RestartNote[]): Bar {
    const again = notes.some(({ standing }) => standing === "again");
    return new Bar({
      kind: "restart",
      title: t(again ? "note_again_title" : "note_restart_title"),
      lines: [
        t(again ? "note_again_text" : "note_restart_text"),
        ...(again ? [t(`background_${browserKind(ownBrands())}`)] : []),
        ...notes.map(({ commonName }) => commonName),
      ],
      buttons: [{ action: "close-browser", label: t("close_browser_button"), pressed: () => this.open("restart") }],
    });
  }

  #outcome({ standing, commonName }: RestartNote & { standing: "confirmed" | "missing" }): Bar {
    const found = standing === "confirmed";
    return new Bar({
      kind: standing,
      title: t(found ? "note_confirmed_title" : "note_missing_title"),
      lines: [t(found ? "note_confirmed_text" : "note_missing_text", commonName)],
      buttons: [],
    });
  }
}

/** In a tab in the background nobody has seen anything yet. */
function onceVisible(seen: () => void): void {
  if (theDocument.visibilityState === "visible") seen();
  else theDocument.addEventListener("visibilitychange", () => onceVisible(seen), { once: true });
}

function isOutcome(note: RestartNote): note is RestartNote & { standing: "confirmed" | "missing" } {
  return note.standing === "confirmed" || note.standing === "missing";
}

import type { Certificate, Holding } from "../shared/host-messages.js";
import { notificationsWanted } from "../shared/settings.js";
import { rememberDays, showBadge } from "./badge.js";
import type { Hub } from "./hub.js";
import { japanDate } from "./japan-date.js";
import { notifyOfExpiry, notifyOfOutcome } from "./notifications.js";
import { toldOn, writeTold } from "./told.js";

/** Looks at every certificate once: did the new ones survive the restart, and which of them expire soon? */
export class CheckUp {
  #running: Promise<void> | undefined;

  constructor(private readonly hub: Hub) {}

  /** One at a time: two at once would tell everything twice. */
  async run(): Promise<void> {
    this.#running ??= this.#look();
    try {
      await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  async #look(): Promise<void> {
    const answer = await this.hub.inquire({ type: "survey" });
    if (answer?.type !== "overview") return;
    for (const outcome of this.hub.restart.settle(answer.institutions)) await notifyOfOutcome(outcome);
    const due = (await notificationsWanted()) ? answer.institutions.flatMap(expiring) : [];
    await rememberDays(due.length === 0 ? undefined : Math.min(...due.map(({ certificate }) => certificate.daysLeft)));
    await showBadge(this.hub.restart.restartWanted);
    await remind(due);
  }
}

type Expiring = { readonly holding: Holding; readonly certificate: Certificate };

function expiring(holding: Holding): Expiring[] {
  const due = holding.certificates.filter(({ notice, replaced }) => notice && !replaced);
  return due.map((certificate) => ({ holding, certificate }));
}

/** Once a day at most for each certificate, by Japan's calendar. */
async function remind(due: readonly Expiring[]): Promise<void> {
  const today = japanDate(new Date());
  const told = new Set(await toldOn(today));
  const fresh = due.filter(({ certificate: { id } }) => !told.has(id));
  // Before the notifications: whatever happens, none comes twice.
  await writeTold(today, [...told, ...fresh.map(({ certificate: { id } }) => id)]);
  for (const { holding, certificate } of fresh) await notifyOfExpiry(holding.institution, certificate);
}

import { isElsewhereReport, isGoneReport, isReadReport, isRecognisedReport, type GoneReport } from "../shared/page-messages.js";
import type { Hub } from "./hub.js";
import { openOwnTab } from "./own-tab.js";
import type { PageSession } from "./page-session.js";

/** What a bank's page reports through our content script; anything else is of no interest. */
export function fromPage(hub: Hub, page: PageSession, message: unknown): void {
  if (isRecognisedReport(message)) hub.addPage(page);
  else if (isElsewhereReport(message)) void openOwnTab(page.tab.institution);
  else if (isGoneReport(message)) panelGone(hub, page, message);
  else if (isReadReport(message)) hub.restart.forget(page.tab.institution, message.standing);
}

function panelGone(hub: Hub, page: PageSession, { how }: GoneReport): void {
  if (how === "closed") hub.closed(page.tab);
  else page.hasThrownOut = true;
}

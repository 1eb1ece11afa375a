import { isOpenReport, isReadReport, isRecognisedReport } from "../shared/page-messages.js";
import type { Hub } from "./hub.js";
import { leavePage } from "./leave-page.js";
import type { PageSession } from "./page-session.js";

/** What a bank's page reports through our content script; anything else is of no interest. */
export function fromPage(hub: Hub, page: PageSession, message: unknown): void {
  if (isRecognisedReport(message)) hub.addPage(page);
  else if (isReadReport(message)) hub.restart.forget(page.tab.institution, message.standing);
  else if (isOpenReport(message)) void leavePage(page.tab, message.wish);
}

import { isElsewhereReport, isReadReport, isRecognisedReport } from "../shared/page-messages.js";
import type { Hub } from "./hub.js";
import type { PageSession } from "./page-session.js";
import { leavePage } from "./replace-page.js";

/** What a bank's page reports through our content script; anything else is of no interest. */
export function fromPage(hub: Hub, page: PageSession, message: unknown): void {
  if (isRecognisedReport(message)) hub.addPage(page);
  else if (isElsewhereReport(message)) void leavePage(page.tab);
  else if (isReadReport(message)) hub.restart.forget(page.tab.institution, message.standing);
}

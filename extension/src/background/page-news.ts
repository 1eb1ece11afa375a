import type { Hub } from "./hub.js";
import type { PageSession } from "./page-session.js";

/** Asks the host what the page may offer and remind of, and tells it. */
export async function tellNews(hub: Hub, page: PageSession): Promise<void> {
  const { institution, origin } = page.tab;
  const answer = await hub.inquire({ type: "list", institution, origin });
  if (answer?.type !== "certificates" || answer.institution.code !== institution) return;
  const due = answer.certificates.filter(({ notice, replaced }) => notice && !replaced);
  page.tell({
    launch: answer.institution.supported,
    expiring: due.map(({ commonName, daysLeft }) => ({ commonName, daysLeft })),
  });
}

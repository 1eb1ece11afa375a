import { readPolicy } from "../shared/policy.js";

/** There the manifest's own content script runs already. */
const inManifest = ".bizsol.anser.ne.jp";

let syncing: Promise<void> = Promise.resolve();

/** Our content script runs on the administrator's origins that the user has allowed, and on no other. */
export function syncContentScripts(): Promise<void> {
  syncing = syncing.then(sync, sync);
  return syncing;
}

async function sync(): Promise<void> {
  const { institutions } = await readPolicy();
  const elsewhere = institutions.filter(({ origin }) => !origin.endsWith(inManifest));
  const added = [...new Set(elsewhere.map(({ origin }) => `${origin}/*`))];
  await giveBack(added);
  const allowed = await filter(added, (match) => chrome.permissions.contains({ origins: [match] }));
  const registered = await chrome.scripting.getRegisteredContentScripts();
  const stale = registered.filter(({ id }) => !allowed.includes(matchOf(id))).map(({ id }) => id);
  const fresh = allowed.filter((match) => !registered.some(({ id }) => matchOf(id) === match));
  if (stale.length > 0) await chrome.scripting.unregisterContentScripts({ ids: stale });
  if (fresh.length > 0) await chrome.scripting.registerContentScripts(fresh.map(scriptFor));
}

/** A permission for an origin that the administrator has taken away is no longer ours. */
async function giveBack(added: readonly string[]): Promise<void> {
  const manifest = chrome.runtime.getManifest() as chrome.runtime.ManifestV3;
  const own: readonly string[] = manifest.host_permissions ?? [];
  const { origins = [] } = await chrome.permissions.getAll();
  const left = origins.filter((origin) => !own.includes(origin) && !added.includes(origin));
  if (left.length > 0) await chrome.permissions.remove({ origins: left });
}

/** As in the manifest. */
function scriptFor(match: string): chrome.scripting.RegisteredContentScript {
  const host = match.replace("https://", "").replace("/*", "");
  return { id: `added-${host}`, matches: [match], allFrames: false, js: ["src/content/main.js"], runAt: "document_idle" };
}

function matchOf(id: string): string {
  return `${id.replace(/^added-/, "https://")}/*`;
}

async function filter(all: readonly string[], check: (one: string) => Promise<boolean>): Promise<string[]> {
  const checked = await Promise.all(all.map(async (one) => ((await check(one)) ? [one] : [])));
  return checked.flat();
}

import { beforeEach, expect, test } from "vitest";
import { fakeBrowser, installFakeChrome } from "../../test/fake-chrome.js";
import { syncContentScripts } from "./content-scripts.js";

const origin = "https://netbanking.example.co.jp";

beforeEach(() => installFakeChrome());

async function policy(...origins: string[]): Promise<void> {
  await fakeBrowser().managed.set({ institutions: origins.map((one) => ({ code: "2235", origin: one })) });
  await syncContentScripts();
}

const matches = (): string[] => fakeBrowser().scripts.flatMap((script) => script.matches);

test("an origin of the administrator's gets our content script once the user has allowed it, and not before", async () => {
  await policy(origin);
  expect(matches()).toEqual([]);
  fakeBrowser().permissions.add(`${origin}/*`);
  await syncContentScripts();
  await syncContentScripts();
  expect(fakeBrowser().scripts).toMatchObject([
    { matches: [`${origin}/*`], allFrames: false, js: ["src/content/main.js"], runAt: "document_idle" },
  ]);
});

test("an origin that the administrator takes away loses the script, and the permission is given back", async () => {
  fakeBrowser().permissions.add(`${origin}/*`);
  await policy(origin);
  await policy();
  expect(matches()).toEqual([]);
  expect([...fakeBrowser().permissions]).toEqual(["https://*.bizsol.anser.ne.jp/*"]);
});

test("a permission that the user takes back takes the script with it", async () => {
  fakeBrowser().permissions.add(`${origin}/*`);
  await policy(origin);
  fakeBrowser().permissions.delete(`${origin}/*`);
  await syncContentScripts();
  expect(matches()).toEqual([]);
});

test("where the manifest's own content script runs, no second one does", async () => {
  fakeBrowser().permissions.add("https://x.bizsol.anser.ne.jp/*");
  await policy("https://x.bizsol.anser.ne.jp");
  expect(matches()).toEqual([]);
});

import { expect, test } from "vitest";
import { FakeBrowser, installFakeChrome, settled } from "../../test/fake-chrome.js";
import { KeyboardThieves } from "./keyboard-thieves.js";

async function start(browser: FakeBrowser): Promise<KeyboardThieves> {
  installFakeChrome("0.1.0", browser);
  const fresh = new KeyboardThieves();
  await fresh.load();
  return fresh;
}

test("of too many the newest are known to the next service worker", async () => {
  const browser = new FakeBrowser();
  const first = await start(browser);
  for (let host = 0; host <= 100; host += 1) first.add(`www.cc${String(1000 + host)}.bizsol.anser.ne.jp`);
  await settled();
  const next = await start(browser);
  expect(next.has("www.cc1000.bizsol.anser.ne.jp")).toBe(false);
  expect(next.has("www.cc1100.bizsol.anser.ne.jp")).toBe(true);
});

test("the next service worker knows them; the browser's next run gives them another chance", async () => {
  const browser = new FakeBrowser();
  (await start(browser)).add("www.cc9999.bizsol.anser.ne.jp");
  await settled();
  const next = await start(browser);
  expect(next.has("www.cc9999.bizsol.anser.ne.jp")).toBe(true);
  expect(next.has("www.cc2235.bizsol.anser.ne.jp")).toBe(false);
  browser.session.stored.clear();
  expect((await start(browser)).has("www.cc9999.bizsol.anser.ne.jp")).toBe(false);
});

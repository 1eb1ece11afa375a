import { beforeEach, expect, test } from "vitest";
import { certificate, holding } from "../../test/certificates.js";
import { FakeBrowser, installFakeChrome, settled } from "../../test/fake-chrome.js";
import { limits } from "../shared/limits.js";
import { AwaitingRestart } from "./awaiting-restart.js";

const made = { id: "new", commonName: "logid031 A001 2", institution: "9999" };
const present = [holding([certificate({ id: "new" })])];
let browser: FakeBrowser;

/** A service worker starts and reads what was stored. */
async function start(restarted = false): Promise<AwaitingRestart> {
  if (restarted) browser.session.stored.clear();
  installFakeChrome("0.1.0", browser);
  const fresh = new AwaitingRestart(() => undefined);
  await fresh.load();
  return fresh;
}

async function madeIn(process: string): Promise<AwaitingRestart> {
  const awaiting = await start();
  awaiting.welcomed(process);
  awaiting.add(made);
  await settled();
  return awaiting;
}

const standings = (awaiting: AwaitingRestart): string[] => awaiting.notes("9999").map(({ standing }) => standing);

beforeEach(() => {
  browser = new FakeBrowser();
});

test("a new certificate is reminded of, also by the next service worker, as long as the browser runs", async () => {
  expect(standings(await madeIn("run-1"))).toEqual(["restart"]);
  const next = await start();
  expect(standings(next)).toEqual(["restart"]);
  expect(next.restartWanted).toBe(true);
  expect(next.notes("2235")).toEqual([]);
});

test("after a restart nothing is claimed before the host has named the new run", async () => {
  await madeIn("run-1");
  const next = await start(true);
  expect(standings(next)).toEqual([]);
  expect(next.restartWanted).toBe(false);
  expect(next.canBeSettled).toBe(false);
  expect(next.settle(present)).toEqual([]);
});

test("after a restart the certificate that is there is confirmed, once", async () => {
  await madeIn("run-1");
  const next = await start(true);
  next.welcomed("run-2");
  expect(next.canBeSettled).toBe(true);
  expect(next.settle(present)).toMatchObject([{ id: "new", outcome: "confirmed" }]);
  expect(next.settle(present)).toEqual([]);
  expect(standings(next)).toEqual(["confirmed"]);
  next.forget("9999", "confirmed");
  await settled();
  expect(standings(await start())).toEqual([]);
});

test("one that isn't there is missing, until the user has read it", async () => {
  await madeIn("run-1");
  const next = await start(true);
  next.welcomed("run-2");
  expect(next.settle([holding([])])).toMatchObject([{ outcome: "missing" }]);
  next.forget("9999", "confirmed");
  await settled();
  const later = await start();
  expect(standings(later)).toEqual(["missing"]);
  later.forget("9999", "missing");
  expect(standings(later)).toEqual([]);
});

test("windows that were closed without ending the browser make another reminder", async () => {
  const awaiting = await madeIn("run-1");
  awaiting.everyWindowClosed();
  await settled();
  const next = await start();
  next.welcomed("run-1");
  expect(standings(next)).toEqual(["again"]);
  expect(next.settle(present)).toEqual([]);
});

test("what was stored by nobody knows whom is not believed", async () => {
  browser.local.stored.set("awaitingRestart", [{ ...made, more: true }]);
  expect(standings(await start())).toEqual([]);
});

test("of more than there is room for the newest stay, and one that can't be read costs no other", async () => {
  const awaiting = await start();
  awaiting.welcomed("run-1");
  for (let n = 0; n <= limits.awaitingRestart; n += 1) awaiting.add({ ...made, id: `new-${String(n)}`, commonName: String(n) });
  await settled();
  browser.local.stored.set("awaitingRestart", [...(browser.local.stored.get("awaitingRestart") as object[]).slice(0, -1), "odd"]);
  const names = (await start()).notes("9999").map(({ commonName }) => commonName);
  expect(names).toHaveLength(limits.awaitingRestart - 1);
  expect(names[0]).toBe("1");
});

import { beforeEach, expect, test } from "vitest";
import { certificate, holding } from "../../test/certificates.js";
import { FakeBrowser, installFakeChrome, settled } from "../../test/fake-chrome.js";
import { FlowUnderway } from "./flow-underway.js";

const before = certificate({ id: "old" });
const after = certificate({ id: "new" });
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
});

/** A service worker starts and reads what was stored. */
async function start(): Promise<FlowUnderway> {
  installFakeChrome("0.1.0", browser);
  const fresh = new FlowUnderway();
  await fresh.load();
  return fresh;
}

async function begun(): Promise<FlowUnderway> {
  const underway = await start();
  underway.begun({ flow: "m1", institution: "9999", known: ["old"] });
  await settled();
  return underway;
}

const ids = (underway: FlowUnderway, ...there: Parameters<typeof holding>[0]): string[] =>
  underway.takeNew(holding(there)).map(({ id }) => id);

test("the next service worker finds the certificate that came meanwhile, once", async () => {
  await begun();
  const next = await start();
  expect(ids(next, before)).toEqual([]);
  expect(ids(next, before, after)).toEqual(["new"]);
  expect(ids(next, before, after)).toEqual([]);
  expect(ids(await start(), before, after)).toEqual([]);
});

test("a flow of which the end was heard leaves nothing to find", async () => {
  (await begun()).ended("m1");
  expect(ids(await start(), before, after)).toEqual([]);
});

test("the end of another flow, which the host has refused, says nothing of this one", async () => {
  (await begun()).ended("m2");
  expect(ids(await start(), before, after)).toEqual(["new"]);
});

test("another institution's certificates aren't its own", async () => {
  const underway = await begun();
  expect(underway.takeNew(holding([after], { code: "2235" }))).toEqual([]);
});

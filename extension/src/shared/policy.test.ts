import { expect, test } from "vitest";
import { fakeBrowser, installFakeChrome } from "../../test/fake-chrome.js";
import { institutionOf } from "./bank-origin.js";
import { limits } from "./limits.js";
import { policyOf, readPolicy } from "./policy.js";

const good = { code: "2235", origin: "https://netbanking.example.co.jp" };

test("an institution's own origin is known from the policy alone", () => {
  const { institutions } = policyOf({ institutions: [good] });
  expect(institutionOf(good.origin, institutions)).toBe("2235");
  expect(institutionOf(good.origin)).toBeUndefined();
});

test.each([
  ["http", { ...good, origin: "http://netbanking.example.co.jp" }],
  ["a port", { ...good, origin: "https://netbanking.example.co.jp:8443" }],
  ["a path", { ...good, origin: "https://netbanking.example.co.jp/" }],
  ["a pattern", { ...good, origin: "https://*.example.co.jp" }],
  ["a host without a dot", { ...good, origin: "https://netbanking" }],
  ["no code", { ...good, code: "" }],
  ["a bank's origin, for another bank", { code: "2235", origin: "https://www.cc9999.bizsol.anser.ne.jp" }],
  ["anything more", { ...good, more: 1 }],
])("not taken from the policy: %s", (_, entry) => {
  expect(policyOf({ institutions: [entry, good] }).institutions).toEqual([good]);
});

test("reminders are off only where the policy says so", () => {
  expect([{}, { notifications: true }, { notifications: "false" }, undefined].map((one) => policyOf(one).notifications)).toEqual([
    true, true, true, true,
  ]);
  expect(policyOf({ notifications: false }).notifications).toBe(false);
});

test("a browser that leaves the first call unanswered, as at its start, is asked again", async () => {
  installFakeChrome();
  await fakeBrowser().managed.set({ institutions: [good] });
  const get = chrome.storage.managed.get.bind(chrome.storage.managed);
  let calls = 0;
  Object.assign(chrome.storage.managed, { get: () => ((calls += 1) === 1 ? new Promise(() => undefined) : get()) });
  expect((await readPolicy()).institutions).toEqual([good]);
  expect(calls).toBe(2);
});

test("a slow browser's answer isn't thrown away, and a call that fails is made again", async () => {
  installFakeChrome();
  const answers = [Promise.reject(new Error("not ready")), new Promise((resolve) => setTimeout(resolve, 2 * limits.policyMilliseconds, { institutions: [good] }))];
  Object.assign(chrome.storage.managed, { get: () => answers.shift() ?? new Promise(() => undefined) });
  expect((await readPolicy()).institutions).toEqual([good]);
});

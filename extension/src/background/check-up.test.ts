import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { certificate, holding, renewable, replaced } from "../../test/certificates.js";
import { example } from "../../test/contract.js";
import { fakeBrowser, installFakeChrome, nativePort, nativePorts, settled } from "../../test/fake-chrome.js";
import type { Holding } from "../shared/host-messages.js";
import { limits } from "../shared/limits.js";
import { AwaitingRestart } from "./awaiting-restart.js";
import { CheckUp } from "./check-up.js";
import { hello } from "./hello.js";
import { Hub } from "./hub.js";

let hub: Hub;
let checkUp: CheckUp;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date("2027-02-21T10:00:00+09:00"));
  installFakeChrome();
  hub = new Hub(hello, new AwaitingRestart(() => undefined));
  checkUp = new CheckUp(hub);
});
afterEach(() => vi.useRealTimers());

async function look(institutions: Holding[], browserProcess = "run-1"): Promise<void> {
  const done = checkUp.run();
  if (hub.host.state.name === "opening") nativePort().says(example("welcome", { browserProcess }));
  nativePort().says({ type: "overview", id: nativePort().last("survey")["id"], institutions });
  await done;
}

const told = (): string[] => fakeBrowser().notifications.map(({ id }) => id);

test("a certificate in its notice time is told of, with a badge of the days left", async () => {
  await look([holding([renewable, certificate({ id: "other", daysLeft: 30, notice: true })])]);
  expect(told()).toEqual(["expiry-9999-renewable", "expiry-9999-other"]);
  expect(fakeBrowser().notifications[0]?.title).toContain("12");
  expect(fakeBrowser().badge).toBe("12");
});

test("once a day at most, by Japan's calendar; the badge stays", async () => {
  await look([holding([renewable])]);
  vi.setSystemTime(new Date("2027-02-21T23:59:59+09:00"));
  await look([holding([renewable])]);
  expect(told()).toHaveLength(1);
  vi.setSystemTime(new Date("2027-02-22T00:00:00+09:00"));
  await look([holding([certificate({ ...renewable, daysLeft: 11 })])]);
  expect(told()).toHaveLength(2);
  expect(fakeBrowser().badge).toBe("11");
});

test("two looks at once tell once", async () => {
  void checkUp.run();
  await look([holding([renewable])]);
  expect(nativePort().all("survey")).toHaveLength(1);
  expect(told()).toHaveLength(1);
});

test("nothing is told of certificates that were replaced, or aren't in their notice time; the badge goes", async () => {
  await look([holding([renewable])]);
  await look([holding([certificate({ ...replaced, notice: true }), certificate({ id: "early" })])]);
  expect(told()).toHaveLength(1);
  expect(fakeBrowser().badge).toBe("");
});

test.each(["local", "managed"] as const)("nothing is told when reminders are off in %s storage", async (area) => {
  await fakeBrowser()[area].set({ notifications: false });
  await look([holding([renewable])]);
  expect(told()).toEqual([]);
  expect(fakeBrowser().badge).toBe("");
});

test("after a restart the new certificate is confirmed by a notification, even when reminders are off", async () => {
  hub.restart.welcomed("run-1");
  hub.restart.add({ id: "new", commonName: "logid031 A001 2", institution: "9999" });
  await fakeBrowser().local.set({ notifications: false });
  await look([holding([certificate({ id: "new" })])], "run-2");
  expect(fakeBrowser().notifications).toMatchObject([{ id: "restart-9999-new", title: "新しい証明書を使えます" }]);
});

test("until the restart the badge says that one is wanted, and not the days", async () => {
  hub.restart.welcomed("run-1");
  hub.restart.add({ id: "new", commonName: "logid031 A001 2", institution: "9999" });
  await look([holding([renewable])]);
  expect(fakeBrowser().badge).toBe("!");
});

test("the host is opened for it and closed again; one that is missing says nothing", async () => {
  await look([]);
  vi.advanceTimersByTime(limits.closeGraceMilliseconds);
  expect(nativePort().open).toBe(false);
  const done = checkUp.run();
  nativePort().goes("Specified native messaging host not found.");
  await done;
  await settled();
  expect(nativePorts()).toHaveLength(2);
  expect(told()).toEqual([]);
});

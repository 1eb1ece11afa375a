/** The browser here is a stand-in, test/fake-chrome.ts; e2e shows the same in a real one. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { example } from "../../test/contract.js";
import { installFakeChrome, nativePort, nativePorts } from "../../test/fake-chrome.js";
import type { Hello } from "../shared/browser-messages.js";
import type { HostMessage } from "../shared/host-messages.js";
import { limits } from "../shared/limits.js";
import { HostPort } from "./host-port.js";
import type { HostState } from "./host-state.js";

const hello = example("hello") as unknown as Hello;
let states: HostState[];
let received: HostMessage[];
let processes: string[];
let host: HostPort;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeChrome();
  states = [];
  received = [];
  processes = [];
  host = new HostPort(() => hello, {
    welcomed: ({ browserProcess }) => processes.push(browserProcess),
    changed: (state) => states.push(state),
    received: (message) => received.push(message),
  });
});
afterEach(() => vi.useRealTimers());

describe("opening", () => {
  beforeEach(() => host.open());

  test("says hello first, to our host", () => {
    expect(host.state).toEqual({ name: "opening" });
    expect(nativePort().name).toBe("jp.inkan.host");
    expect(nativePort().sent).toEqual([hello]);
  });

  test("opens one port however often it is asked", () => {
    host.open();
    nativePort().says(example("welcome"));
    host.open();
    expect(nativePorts()).toHaveLength(1);
  });

  test("is ready once welcomed, and not before", () => {
    expect(host.send({ type: "cancel", id: "m5", flow: "m3" })).toBe(false);
    nativePort().says(example("welcome"));
    expect(host.state).toEqual({ name: "ready" });
    expect(processes).toEqual([example("welcome")["browserProcess"]]);
    expect(host.send({ type: "cancel", id: "m5", flow: "m3" })).toBe(true);
    expect(nativePort().sent).toHaveLength(2);
  });

  test.each([
    ["missing", "Specified native messaging host not found."],
    ["refused", "Access to the specified native messaging host is forbidden."],
    ["stopped", "Native host has exited."],
    ["stopped", "Error when communicating with the native messaging host."],
    ["stopped", undefined],
  ])("is %s when the browser says %j", (name, lastError) => {
    nativePort().goes(lastError);
    expect(host.state).toEqual({ name });
  });

  test("is refused when the host says that this isn't its extension", () => {
    nativePort().says({ type: "error", id: null, code: "G004e", reason: "origin-refused" });
    expect(host.state).toEqual({ name: "refused" });
    expect(nativePort().open).toBe(false);
  });

  test("is incompatible when the host says so, or when we see it ourselves", () => {
    nativePort().says(example("incompatible"));
    expect(host.state).toEqual({ name: "incompatible", update: "extension" });
    host.open();
    nativePort().says(example("welcome", { version: "0.0.9" }));
    expect(host.state).toEqual({ name: "incompatible", update: "host" });
    expect(nativePort().open).toBe(false);
  });

  test("is stopped when hello isn't answered in time", () => {
    vi.advanceTimersByTime(limits.helloMilliseconds - 1);
    expect(host.state).toEqual({ name: "opening" });
    vi.advanceTimersByTime(1);
    expect(host.state).toEqual({ name: "stopped" });
    expect(nativePort().open).toBe(false);
  });

  test.each([example("done"), example("error"), { type: "welcome" }, "welcome"])(
    "is stopped when hello is answered with %j",
    (answer) => {
      nativePort().says(answer);
      expect(host.state).toEqual({ name: "stopped" });
    },
  );
});

describe("ready", () => {
  beforeEach(() => {
    host.open();
    nativePort().says(example("welcome"));
  });

  test("passes on what the schema knows", () => {
    nativePort().says(example("certificates"));
    expect(received).toEqual([example("certificates")]);
    expect(host.state).toEqual({ name: "ready" });
  });

  test("is stopped by a message outside the schema, which nobody gets to see", () => {
    nativePort().says(example("certificates", { more: true }));
    expect(received).toEqual([]);
    expect(host.state).toEqual({ name: "stopped" });
    expect(nativePort().open).toBe(false);
  });

  test("stays ready long after hello", () => {
    vi.advanceTimersByTime(10 * limits.helloMilliseconds);
    expect(host.state).toEqual({ name: "ready" });
  });

  test("hears nothing of a port that was given up", () => {
    const old = nativePort();
    host.close();
    host.open();
    old.says(example("welcome"));
    old.goes("Specified native messaging host not found.");
    expect(states.map(({ name }) => name)).toEqual(["opening", "ready", "closed", "opening"]);
  });

  test("every problem is left by opening again", () => {
    nativePort().goes("Native host has exited.");
    host.open();
    nativePort().says(example("welcome"));
    expect(host.state).toEqual({ name: "ready" });
    expect(nativePorts()).toHaveLength(2);
  });
});

import { expect, test } from "vitest";
import { example } from "../../test/contract.js";
import type { Welcome } from "../shared/host-messages.js";
import { mustUpdate } from "./compatibility.js";
import { isAtLeast } from "./version.js";

test.each([
  ["0.1.0", "0.1.0", true],
  ["0.1.1", "0.1.0", true],
  ["0.10.0", "0.9.0", true],
  ["1.0.0", "0.99.99", true],
  ["0.1.0", "0.1.1", false],
  ["0.9.0", "0.10.0", false],
  ["0.99.99", "1.0.0", false],
  ["1.2.10", "1.2.9", true],
])("versions are compared as numbers: %s is at least %s: %s", (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected);
});

const welcome = example("welcome") as unknown as Welcome;

test.each([
  ["nothing, when the two fit", {}, undefined],
  ["the extension, when the host speaks a newer protocol", { protocol: 2 }, "extension"],
  ["the host, when its version is too old for us", { version: "0.0.9" }, "host"],
  ["the extension, when the host asks for a newer one", { minimumExtension: "0.2.0" }, "extension"],
] as const)("to be updated: %s", (_, change, expected) => {
  expect(mustUpdate({ ...welcome, ...change }, "0.1.0")).toBe(expected);
});

import { describe, expect, test } from "vitest";
import { example, examples, schema, validator } from "../../test/contract.js";
import { fitsFrame } from "./frame.js";
import { parseHostMessage } from "./host-message-guard.js";
import { reasons } from "./host-messages.js";
import { limits } from "./limits.js";

const fromHost = validator("fromHost");
const hostExamples = examples.filter(({ message }) => fromHost(message));

/** Everything that a broken or hostile host could put in the place of one value. */
const replacements: readonly unknown[] = [
  undefined, null, true, false, 0, 1, -1, 9, 10, 99, 100, 1.5, 1_000_001, Number.MAX_SAFE_INTEGER,
  "", " ", "0", "00", "m1", "a b", "あ", "ff", "FF", "9999", "99999", "0.1.0", "0.1", "01.0.0", "G006e", "G999e",
  "credentials", "host", "extension", "secret", "2026-03-04T06:36:56Z", "2026-03-04", "x".repeat(64), "x".repeat(65),
  "x".repeat(100), "x".repeat(101), "😀".repeat(256), "x".repeat(257), [], [1], {}, { type: "done" }, { ja: "あ" },
];

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]))];
}

function objectPathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, item]) => objectPathsOf(item, [...path, name]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function changed(message: object, path: Path, replacement: unknown): unknown {
  const copy: unknown = structuredClone(message);
  const last = path.at(-1);
  if (last === undefined) return replacement;
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy);
  if (replacement === undefined) Reflect.deleteProperty(parent as object, last);
  else (parent as Record<string, unknown>)[last] = replacement;
  // Deleting from an array leaves a hole, which JSON can't carry.
  return JSON.parse(JSON.stringify(copy)) as unknown;
}

test("the schema has examples of every message of the host", () => {
  expect(new Set(hostExamples.map(({ message }) => message.type)).size).toBe(13);
});

describe.each(hostExamples)("example $name", ({ message }) => {
  test("is accepted as it is", () => {
    expect(parseHostMessage(message)).toEqual(message);
  });

  test("is refused with one property more, at any depth", () => {
    for (const path of objectPathsOf(message)) {
      const value = changed(message, [...path, "more"], 1);
      expect(parseHostMessage(value), JSON.stringify(value)).toBeUndefined();
    }
  });

  test("changed anywhere, is accepted exactly when the schema accepts it", () => {
    let refused = 0;
    for (const path of pathsOf(message)) {
      for (const replacement of replacements) {
        const value = changed(message, path, replacement);
        const accepted = parseHostMessage(value) !== undefined;
        expect(accepted, JSON.stringify({ value })).toBe(fromHost(value));
        if (!accepted) refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(50);
  });
});

test("messages of the browser are refused from the host", () => {
  for (const { message } of examples.filter((one) => !hostExamples.includes(one)))
    expect(parseHostMessage(message)).toBeUndefined();
});

test("the largest list the schema allows still fits a frame", () => {
  const list = example("certificates");
  const [one] = list["certificates"] as Record<string, unknown>[];
  // In JSON a control character takes six bytes, more than any other.
  const text = "\u0001".repeat(256);
  const largest = { ...one, organization: text, organizationalUnit: text, commonName: text };
  const whole = { ...list, certificates: Array.from({ length: 200 }, () => largest) };
  expect(fromHost(whole)).toBe(true);
  expect(parseHostMessage(whole)).toBeDefined();
});

test("frames are measured in UTF-8 bytes, up to 1 MiB", () => {
  const quotes = 2;
  expect(fitsFrame("a".repeat(limits.messageBytes - quotes))).toBe(true);
  expect(fitsFrame("a".repeat(limits.messageBytes - quotes + 1))).toBe(false);
  expect(fitsFrame("証".repeat(limits.messageBytes / 3))).toBe(false);
});

test("the reasons are the schema's", () => {
  expect([...reasons].sort()).toEqual(schema.$defs.reason.oneOf.map((one) => one.const).sort());
});

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import en from "../_locales/en/messages.json" with { type: "json" };
import ja from "../_locales/ja/messages.json" with { type: "json" };
import { reasons, stages } from "../src/shared/host-messages.js";
import { schema } from "./contract.js";

type Texts = Readonly<Record<string, { message: string } | undefined>>;
const locales: Readonly<Record<"ja" | "en", Texts>> = { ja, en };

function text(locale: Texts, key: string): string {
  return locale[key]?.message ?? "";
}

/** The keys that the code puts together from a reason, a stage and the like. */
const composed: readonly RegExp[] = [
  /^reason_.*_(what|next)$/,
  /^stage_/,
  /^busy_(starting|answering|stopping|removing)$/,
  /^progress_(issue|renewal|removal)$/,
  /^background_(chrome|edge|chromium)$/,
  /^problem_(missing|refused|stopped|lost|incompatible_host|incompatible_extension)_(title|what|next)$/,
];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

test("both languages have the same keys, in the same order", () => {
  expect(Object.keys(en)).toEqual(Object.keys(ja));
});

test("no text is empty, and both languages are given the same values", () => {
  for (const key of Object.keys(ja)) {
    expect(text(ja, key).trim(), key).not.toBe("");
    expect(text(en, key).trim(), key).not.toBe("");
    const values = (words: string): string[] => [...new Set(words.match(/\$[1-9]/g))].sort();
    expect(values(text(en, key)), key).toEqual(values(text(ja, key)));
  }
});

test("Japanese texts are Japanese, and English ones English", () => {
  const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;
  const names = /^(language|productName|common_name|organization|organizational_unit|until_and_left|row_fact|bar_expiry_line|page_title)$/;
  for (const key of Object.keys(ja).filter((one) => !names.test(one))) {
    expect(text(ja, key), key).toMatch(japanese);
    expect(text(en, key), key).not.toMatch(japanese);
  }
});

describe.each(schema.$defs.reason.oneOf.map((one) => one.const))("reason %s", (reason) => {
  test.each(["ja", "en"] as const)("says in %s what happened and what to do next", (locale) => {
    const key = `reason_${reason.replaceAll("-", "_")}`;
    const [what, next] = [text(locales[locale], `${key}_what`), text(locales[locale], `${key}_next`)];
    expect(what.length).toBeGreaterThan(10);
    expect(next.length).toBeGreaterThan(10);
    expect(next).not.toBe(what);
  });
});

test("no two reasons are explained alike", () => {
  for (const locale of [ja, en] as Texts[]) {
    const explained = reasons.map((reason) => text(locale, `reason_${reason.replaceAll("-", "_")}_what`));
    expect(new Set(explained).size).toBe(reasons.length);
  }
});

test("every stage has its text", () => {
  for (const stage of stages) expect(Object.keys(ja)).toContain(`stage_${stage.replaceAll("-", "_")}`);
});

test("no text is left over", () => {
  const code = [...sources(join(import.meta.dirname, "..", "src")), readFileSync("manifest.json", "utf8")].join("\n");
  const unused = Object.keys(ja)
    .filter((key) => !composed.some((pattern) => pattern.test(key)))
    .filter((key) => !code.includes(`"${key}"`) && !code.includes(`__MSG_${key}__`));
  expect(unused).toEqual([]);
});

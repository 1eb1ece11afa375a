import { expect, test } from "vitest";
import { browserKind } from "./browser-kind.js";

test.each([
  ["edge", ["Not;A=Brand", "Chromium", "Microsoft Edge"]],
  ["chrome", ["Google Chrome", "Chromium", "Not;A=Brand"]],
  ["chromium", ["Chromium", "Not;A=Brand"]],
  ["chromium", []],
] as const)("%s by its brands %j", (kind, brands) => {
  expect(browserKind(brands.map((brand) => ({ brand })))).toBe(kind);
});

import { expect, test } from "vitest";
import { institutionOf } from "./bank-origin.js";

test("the institution's code is in the host name", () => {
  expect(institutionOf("https://www.cc2235.bizsol.anser.ne.jp")).toBe("2235");
});

test.each([
  "http://www.cc2235.bizsol.anser.ne.jp",
  "https://www.cc2235.bizsol.anser.ne.jp:8443",
  "https://www.cc2235.bizsol.anser.ne.jp.evil.example",
  "https://www.cc2235.bizsol.anser.ne.jp@evil.example",
  "https://evil.example/https://www.cc2235.bizsol.anser.ne.jp",
  "https://www.cc2235-bizsol.anser.ne.jp",
  "https://www.cc2235xbizsol.anser.ne.jp",
  "https://www.cc223.bizsol.anser.ne.jp",
  "https://www.cc22350.bizsol.anser.ne.jp",
  "https://www.cc２２３５.bizsol.anser.ne.jp",
  "https://x.www.cc2235.bizsol.anser.ne.jp",
  "https://cc2235.bizsol.anser.ne.jp",
  "https://www.cc2235.bizsol.anser.ne.jp\n",
  "null",
  "",
])("not a bank's origin: %j", (origin) => {
  expect(institutionOf(origin)).toBeUndefined();
});

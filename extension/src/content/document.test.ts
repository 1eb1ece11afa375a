// @vitest-environment happy-dom
/** What stands for document's own here is put there by hand; e2e shows in a real browser that elements do. */
import { afterEach, expect, test } from "vitest";
import { theDocument } from "./document.js";

const names = ["body", "createElement"] as const;

afterEach(() => {
  for (const name of names) Reflect.deleteProperty(document, name);
});

test("elements that the page has named like the document's own aren't taken for them", () => {
  const { body } = document;
  const image = document.createElement("img");
  for (const name of names) Object.defineProperty(document, name, { value: image, configurable: true });
  expect(theDocument.body).toBe(body);
  expect(theDocument.createElement("p").localName).toBe("p");
});

import { expect, test } from "vitest";
import { parsePanelRequest } from "./panel-messages.js";

test.each([
  { type: "list" },
  { type: "issue" },
  { type: "back" },
  { type: "institutions" },
  { type: "choose", institution: "2235" },
  { type: "renew", certificate: "9f86d081884c7d65" },
  { type: "remove", certificate: "9f86d081884c7d65" },
  { type: "read" },
  { type: "close-browser" },
  { type: "answer", prompt: "p1", fields: { loginId: "logid031", password: "x" } },
])("the panel may ask for $type", (request) => {
  expect(parsePanelRequest(request)).toEqual(request);
});

test.each([
  null,
  "list",
  [],
  {},
  { type: "hello" },
  { type: "list", origin: "https://www.cc2235.bizsol.anser.ne.jp" },
  { type: "issue", institution: "2235" },
  { type: "renew", certificate: "9f86d081884c7d65", institution: "2235" },
  { type: "remove", certificate: "../x" },
  { type: "choose", institution: "22350" },
  { type: "answer", prompt: "p1", fields: {} },
  { type: "answer", prompt: "p 1", fields: { password: "x" } },
  { type: "answer", prompt: "p1", fields: { Password: "x" } },
  { type: "answer", prompt: "p1", fields: { password: 1 } },
  { type: "answer", prompt: "p1", fields: { password: "x".repeat(257) } },
  { type: "answer", prompt: "p1", flow: "m1", fields: { password: "x" } },
])("anything else is refused, above all a tab's origin or institution: %j", (request) => {
  expect(parsePanelRequest(request)).toBeUndefined();
});

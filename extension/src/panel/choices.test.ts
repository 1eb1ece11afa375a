import { expect, test } from "vitest";
import { certificate, notYet, renewable, replaced } from "../../test/certificates.js";
import { choicesOf } from "./choices.js";

test.each([
  ["no certificate: issuing is right", [], "issue", undefined, undefined],
  ["one that can be renewed: renewing is right, it is chosen, issuing is warned of", [notYet, renewable], "renew", "renewable", renewable],
  ["one that can't yet: nothing is right, issuing is warned of", [notYet], undefined, "not-yet", undefined],
  ["only one that was replaced: it counts for nothing", [replaced], "issue", undefined, undefined],
  ["several that can be renewed: the user chooses", [renewable, certificate({ ...renewable, id: "other" })], "renew", "renewable", undefined],
] as const)("%s", (_, certificates, right, againstIssue, chosen) => {
  expect(choicesOf({ certificates: [...certificates] })).toMatchObject({ right, againstIssue, chosen });
});

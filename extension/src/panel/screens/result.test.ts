// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { example } from "../../../test/contract.js";
import { fakeActions } from "../../../test/fake-actions.js";
import { installFakeChrome } from "../../../test/fake-chrome.js";
import { trusted } from "../../../test/shadow-roots.js";
import type { DoneView } from "../../shared/panel-messages.js";
import { notePageReplaced } from "../own-tab.js";
import { confirmCloseScreen } from "./confirm-close.js";
import { confirmRemoveScreen } from "./confirm-remove.js";
import { resultScreen } from "./result.js";

let actions = fakeActions();
const issued = example("done") as unknown as DoneView;
const renewed = example("done-renewed") as unknown as DoneView & { replaced: DoneView["certificate"] };

function show(root: HTMLElement): HTMLElement {
  document.body.replaceChildren(root);
  return root;
}

function press(action: string): void {
  document.querySelector(`[data-action=${action}]`)?.dispatchEvent(trusted(new MouseEvent("click")));
}

beforeEach(() => {
  installFakeChrome();
  actions = fakeActions();
});
afterEach(() => sessionStorage.clear());

test("after an issue there is nothing to remove", () => {
  const root = show(resultScreen(issued, { kind: "issue" }, actions));
  expect(root.textContent).toContain("証明書の発行と");
  expect(root.querySelector("[data-action=remove]")).toBeNull();
});

test("after a renewal the old certificate may be removed, and nothing says 発行", () => {
  const root = show(resultScreen(renewed, { kind: "renewal", certificate: renewed.replaced }, actions));
  expect(root.querySelector("[data-replaced]")?.textContent).toContain(renewed.replaced.commonName);
  expect(root.textContent).not.toContain("発行");
  press("remove");
  expect(actions.remove).toHaveBeenCalledExactlyOnceWith(renewed.replaced);
});

test("before it is removed, the panel names what goes and says what remains", () => {
  const root = show(confirmRemoveScreen(renewed.replaced, actions));
  expect(root.textContent).toContain(renewed.replaced.serialNumber);
  expect(root.textContent).toContain("新しい証明書は、このまま残ります");
  expect(actions.removeNow).not.toHaveBeenCalled();
  press("confirm-remove");
  expect(actions.removeNow).toHaveBeenCalledExactlyOnceWith(renewed.replaced);
});

test("before every window is closed, the panel says how many there are, and going back closes none", () => {
  const root = show(confirmCloseScreen(3, actions));
  expect(root.textContent).toContain("3 つの画面");
  expect(root.querySelector("[data-background-mode]")).not.toBeNull();
  press("back");
  expect(actions.closeBrowserNow).not.toHaveBeenCalled();
  press("confirm-close");
  expect(actions.closeBrowserNow).toHaveBeenCalledOnce();
});

test.each([
  ["closes the tab, and says what that leaves", undefined, "閉じる", true],
  ["goes back to the bank's page where that was before", "9999", "金融機関のページに戻る", false],
])("afterwards the panel %s", (_, replaced, label, hint) => {
  if (replaced !== undefined) notePageReplaced(replaced);
  const root = show(resultScreen(issued, { kind: "issue" }, actions));
  expect(root.querySelector("[data-action=close]")?.textContent).toBe(label);
  expect(root.querySelector(".actions .soft") !== null).toBe(hint);
  press("close");
  expect(actions.close).toHaveBeenCalledOnce();
});

// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { example } from "../../../test/contract.js";
import { fakeActions } from "../../../test/fake-actions.js";
import { installFakeChrome } from "../../../test/fake-chrome.js";
import { trusted } from "../../../test/shadow-roots.js";
import type { DoneView } from "../../shared/panel-messages.js";
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

test("afterwards the panel can be closed, and says that this closes nothing else", () => {
  const root = show(resultScreen(issued, { kind: "issue" }, actions));
  expect(root.querySelector("[data-action=close]")?.textContent).toBe("閉じる");
  expect(root.querySelector(".actions .soft")?.textContent).toBe("この画面だけを閉じます。");
  press("close");
  expect(actions.close).toHaveBeenCalledOnce();
});

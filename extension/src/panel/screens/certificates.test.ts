// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holding, notYet, renewable, replaced } from "../../../test/certificates.js";
import { fakeActions } from "../../../test/fake-actions.js";
import { installFakeChrome } from "../../../test/fake-chrome.js";
import { trusted } from "../../../test/shadow-roots.js";
import type { Holding } from "../../shared/host-messages.js";
import type { RestartNote } from "../../shared/restart-note.js";
import { certificatesScreen } from "./certificates.js";

let actions = fakeActions();
const plain = { forRenewal: false, removed: false };

function show(held: Holding, around: Partial<typeof plain> = {}, notes: RestartNote[] = [], interrupted = false): HTMLElement {
  const root = certificatesScreen({ type: "certificates", notes, interrupted, ...held }, { ...plain, ...around }, actions);
  document.body.replaceChildren(root);
  return root;
}

function press(action: string): void {
  document.querySelector(`[data-action=${action}]`)?.dispatchEvent(trusted(new MouseEvent("click")));
}

function choose(id: string): void {
  const input = document.querySelector<HTMLInputElement>(`[data-choose=${id}]`);
  if (input === null) throw new Error(`no row ${id}`);
  input.checked = true;
  input.dispatchEvent(new Event("change"));
}

const hint = (): HTMLElement | null => document.querySelector("[data-renew-hint]");
const primaries = (): unknown[] =>
  Array.from(document.querySelectorAll<HTMLElement>("button.primary"), ({ dataset }) => dataset["action"]);

beforeEach(() => {
  installFakeChrome();
  actions = fakeActions();
});
afterEach(() => history.replaceState(null, "", location.pathname));

describe("the list", () => {
  test("shows of each certificate the subject, the serial number, until when it is valid, and the days left", () => {
    show(holding([renewable]));
    const row = document.querySelector("[data-certificate=renewable]")?.textContent;
    for (const fact of [renewable.commonName, renewable.organization, renewable.organizationalUnit, renewable.serialNumber])
      expect(row).toContain(fact);
    expect(row).toContain("2027年3月5日 15:36（日本時間）、あと 12 日");
  });

  test("is of radio buttons of one name, so that the arrow keys choose", () => {
    show(holding([renewable, notYet]));
    const inputs = Array.from(document.querySelectorAll("input"));
    expect(inputs.map(({ type, name }) => [type, name])).toEqual([["radio", "certificate"], ["radio", "certificate"]]);
    for (const { id } of inputs) expect(document.querySelector(`label[for=${id}]`)).not.toBeNull();
  });

  test("has the only one that can be renewed chosen already, and 証明書更新 renews it", () => {
    show(holding([notYet, renewable]));
    expect(document.querySelector<HTMLInputElement>("[data-choose=renewable]")?.checked).toBe(true);
    expect(primaries()).toEqual(["renew"]);
    press("renew");
    expect(actions.renew).toHaveBeenCalledExactlyOnceWith(renewable);
  });

  test("says of one that can't be renewed yet from which day in Japan it can, and doesn't renew it", () => {
    show(holding([notYet]));
    choose("not-yet");
    press("renew");
    expect(hint()?.dataset["renewHint"]).toBe("not-yet");
    expect(hint()?.textContent).toBe("この証明書は、2027年1月24日から更新できます。");
    expect(actions.renew).not.toHaveBeenCalled();
    expect(primaries()).toEqual([]);
  });

  test("asks to choose where none is chosen", () => {
    show(holding([notYet]));
    press("renew");
    expect(hint()?.dataset["renewHint"]).toBe("none-chosen");
    expect(actions.renew).not.toHaveBeenCalled();
  });

  test("marks a certificate that was replaced, and offers to remove that one alone", () => {
    show(holding([renewable, replaced]));
    expect(document.querySelector("[data-certificate=replaced]")?.textContent).toContain("新しい証明書に替わりました");
    expect(document.querySelectorAll("[data-action=remove]")).toHaveLength(1);
    press("remove");
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith(replaced);
  });
});

test("without certificates issuing is what is offered, and nothing to renew", () => {
  show(holding([]));
  expect(primaries()).toEqual(["issue"]);
  expect(document.querySelector("[data-action=renew], fieldset")).toBeNull();
});

test.each([
  ["issue", "発行を受けてください"],
  ["revoke-first", "失効を依頼し"],
] as const)("where all have expired, it says what the institution wants: %s", (expired, words) => {
  show(holding([], { expired }, 2));
  expect(document.querySelector(`[data-expired=${expired}]`)?.textContent).toContain(words);
});

test("what to have at hand is what the institution's manual names", () => {
  show(holding([], { prompts: ["CCHK003", "CCHK004"] }));
  const things = Array.from(document.querySelectorAll("[data-at-hand] li"), ({ textContent }) => textContent);
  expect(things).toEqual(["ログインIDとログインパスワード", "ワンタイムパスワードのトークン（使っている方）"]);
});

test("where the host can't issue or renew, neither is offered, and the bank's own program is named", () => {
  const root = show(holding([renewable], { supported: false }));
  expect(root.dataset["supported"]).toBe("false");
  expect(document.querySelector("[data-action=issue], [data-action=renew], [data-at-hand]")).toBeNull();
  expect(document.querySelector("[data-unsupported]")?.textContent).toContain("証明書発行アプリ");
});

test.each([
  ["not-yet", holding([notYet]), "2027年1月24日"],
  ["expired", holding([], {}, 1), "有効期限が過ぎた"],
  ["none", holding([]), "証明書を取得したパソコン"],
] as const)("opened for renewal with nothing to renew, it says why: %s", (why, held, words) => {
  show(held, { forRenewal: true });
  expect(document.querySelector(`[data-nothing-renewable=${why}]`)?.textContent).toContain(words);
});

test("opened for renewal with something to renew, it gives no excuse", () => {
  show(holding([renewable]), { forRenewal: true });
  expect(document.querySelector("[data-nothing-renewable]")).toBeNull();
});

test("another institution can be chosen where no bank's page has led here", () => {
  show(holding([]));
  press("institutions");
  expect(actions.institutions).toHaveBeenCalledOnce();
});

test("where the user has come from a bank's page, the list leads back to that, and to no other institution", () => {
  history.replaceState(null, "", "#9999-certificates");
  show(holding([]));
  expect(document.querySelector("[data-action=institutions]")).toBeNull();
  expect(document.querySelector("[data-action=close]")?.textContent).toBe("金融機関のページに戻る");
  press("close");
  expect(actions.close).toHaveBeenCalledOnce();
});

describe("a new certificate", () => {
  const note = (standing: RestartNote["standing"]): RestartNote => ({ standing, commonName: "logid031 A001 1" });

  test("is reminded of until the browser was closed, with a button for it", () => {
    show(holding([notYet]), {}, [note("restart")]);
    expect(document.querySelector("[data-note=restart]")?.textContent).toContain("logid031 A001 1");
    press("close-browser");
    expect(actions.closeBrowser).toHaveBeenCalledOnce();
  });

  test("whose browser went on running is explained by that", () => {
    show(holding([notYet]), {}, [note("again")]);
    expect(document.querySelector("[data-note=again] [data-background-mode]")?.textContent).toContain("バックグラウンド アプリ");
  });

  test("that isn't there any more is told of until the user has read it", () => {
    show(holding([]), {}, [note("missing")]);
    expect(document.querySelector("[data-note=missing]")?.textContent).toContain("失効を依頼し");
    press("read");
    expect(actions.read).toHaveBeenCalledOnce();
    expect(document.querySelector("[data-note=missing]")).toBeNull();
  });
});

test("something that was cut off, and came to nothing, is said on top", () => {
  show(holding([]), {}, [], true);
  expect(document.querySelector("[data-interrupted]")?.textContent).toContain("発行されていません");
  show(holding([]));
  expect(document.querySelector("[data-interrupted]")).toBeNull();
});

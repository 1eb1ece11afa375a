// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { example } from "../../../test/contract.js";
import { fakeActions } from "../../../test/fake-actions.js";
import { installFakeChrome } from "../../../test/fake-chrome.js";
import { trusted } from "../../../test/shadow-roots.js";
import type { Certificate } from "../../shared/host-messages.js";
import type { PromptView } from "../../shared/panel-messages.js";
import type { Actions } from "../actions.js";
import type { Work } from "../work.js";
import { promptScreen } from "./prompt.js";

const answer = vi.fn<Actions["answer"]>();
const actions = { ...fakeActions(), answer };
const first = example("prompt") as unknown as PromptView;
const again = example("prompt-again") as unknown as PromptView;
let kept: Map<string, string>;

function show(view: PromptView, work: Work = { kind: "issue" }): HTMLElement {
  const root = promptScreen(view, work, kept, actions);
  document.body.replaceChildren(root);
  return root;
}

function field(name: string): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>(`[data-field=${name}]`);
  if (input === null) throw new Error(`no field ${name}`);
  return input;
}

function fill(loginId: string, password: string): void {
  field("loginId").value = loginId;
  field("password").value = password;
}

function submit(event: Event = trusted(new Event("submit", { cancelable: true }))): void {
  document.querySelector("form")?.dispatchEvent(event);
}

beforeEach(() => {
  installFakeChrome();
  answer.mockClear();
  kept = new Map();
  show(first);
});

test("what was entered is sent under the prompt's names", () => {
  fill("logid031", "p@ss word ");
  submit();
  expect(answer).toHaveBeenCalledExactlyOnceWith("p1", { loginId: "logid031", password: "p@ss word " });
});

test("the password is gone from the page as soon as it is sent, and isn't kept", () => {
  fill("logid031", "hush");
  submit();
  expect(field("password").value).toBe("");
  expect([...kept]).toEqual([["loginId", "logid031"]]);
  expect(new XMLSerializer().serializeToString(document)).not.toContain("hush");
});

test("neither the form nor its fields are remembered by the browser", () => {
  expect(field("password").type).toBe("password");
  for (const element of [document.querySelector("form"), field("loginId"), field("password")])
    expect(element?.getAttribute("autocomplete")).toBe("off");
});

test("a script's submit sends nothing", () => {
  fill("logid031", "hush");
  submit(new Event("submit", { cancelable: true }));
  expect(answer).not.toHaveBeenCalled();
});

test.each([
  ["an empty password", "logid031", "", "password"],
  ["an empty login ID", "", "hush", "loginId"],
  ["a login ID that is too long", "x".repeat(65), "hush", "loginId"],
])("%s is said at the field and not sent", (_, loginId, password, wrong) => {
  fill(loginId, password);
  submit();
  expect(answer).not.toHaveBeenCalled();
  expect(field(wrong).getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(`field-${wrong}-hint`)?.textContent).not.toBe("");
});

test("lengths count characters", () => {
  fill("𠮷".repeat(64), "hush");
  submit();
  expect(answer).toHaveBeenCalledOnce();
});

test("after a wrong password: why, how many tries are left, the login ID kept, the password to be typed anew", () => {
  kept.set("loginId", "logid031");
  const root = show(again);
  const box = root.querySelector<HTMLElement>("[data-code]");
  expect(box?.dataset).toMatchObject({ code: "G006e", reason: "credentials" });
  expect(box?.getAttribute("role")).toBe("alert");
  expect(box?.textContent).toContain("[G006e]");
  expect(root.querySelector<HTMLElement>("[data-tries-left]")?.dataset["triesLeft"]).toBe("4");
  expect(field("loginId").value).toBe("logid031");
  expect(field("password").value).toBe("");
  expect(root.querySelector("[data-focus]")).toBe(field("password"));
  expect(field("password").getAttribute("aria-describedby")).toContain("problem");
});

test("every field has its label", () => {
  for (const input of document.querySelectorAll("input"))
    expect(document.querySelector(`label[for=${input.id}]`)?.textContent).not.toBe("");
});

test("full-width characters are pointed out, not refused", () => {
  fill("ｌｏｇ", "hush");
  field("loginId").dispatchEvent(new Event("input"));
  expect(document.getElementById("field-loginId-hint")?.textContent).toContain("全角");
  submit();
  expect(answer).toHaveBeenCalledOnce();
});

test("each screen of the contract has its own title, and says 認証して発行 only where a certificate is asked for at once", () => {
  const titles = new Map<string, string>();
  for (const name of ["prompt", "prompt-one-time-password", "prompt-time-sync", "prompt-transaction", "prompt-question"]) {
    const root = show(example(name) as unknown as PromptView);
    titles.set(root.dataset["screen"] ?? "", root.querySelector("h1")?.textContent ?? "");
    const label = root.querySelector("[data-action=submit]")?.textContent;
    expect(label).toBe(name === "prompt" ? "認証して発行" : "認証");
  }
  expect([...titles]).toEqual([
    ["CCHK002", "認証"],
    ["CCHK003", "ワンタイムパスワード認証"],
    ["CCHK004", "ワンタイムパスワード認証"],
    ["CCHK005", "トランザクション認証"],
    ["CCHK006", "追加認証"],
  ]);
});

test("a number typed in full width with spaces is sent as plain digits", () => {
  show(example("prompt-one-time-password") as unknown as PromptView);
  field("oneTimePassword").value = "１２３　４５６ ";
  submit();
  expect(answer).toHaveBeenCalledExactlyOnceWith("p2", { oneTimePassword: "123456" });
  expect(field("oneTimePassword").value).toBe("");
});

test("letters where only digits belong aren't sent, and the field says so", () => {
  show(example("prompt-one-time-password") as unknown as PromptView);
  field("oneTimePassword").value = "12345O";
  submit();
  expect(answer).not.toHaveBeenCalled();
  expect(document.querySelector("#field-oneTimePassword-hint")?.textContent).toBe("数字だけを入力してください。");
});

test("the wait for the second number begins when the first is in, and ends", () => {
  vi.useFakeTimers();
  show(example("prompt-time-sync") as unknown as PromptView);
  const countdown = document.querySelector<HTMLElement>("[data-countdown]");
  field("now").value = "12345";
  field("now").dispatchEvent(new Event("input"));
  expect(countdown?.dataset["countdown"]).toBe("waiting");
  field("now").value = "123456";
  field("now").dispatchEvent(new Event("input"));
  expect(countdown?.dataset["countdown"]).toBe("running");
  expect(countdown?.textContent).toContain("60");
  vi.advanceTimersByTime(61_000);
  expect(countdown?.dataset["countdown"]).toBe("over");
  vi.useRealTimers();
});

test("the QR code has every dark module of the contract's rows inside a quiet zone of four, on white", () => {
  const view = example("prompt-transaction") as unknown as PromptView;
  show(view);
  const rows = view.show !== undefined && "qr" in view.show ? view.show.qr : [];
  const dark = rows.join("").replaceAll("0", "").length;
  const svg = document.querySelector("svg.qr");
  expect(svg?.getAttribute("viewBox")).toBe("0 0 29 29");
  expect(svg?.querySelector("path")?.getAttribute("d")?.match(/M/g)).toHaveLength(dark);
  expect(svg?.querySelector("rect")?.getAttribute("fill")).toBe("#fff");
  expect(svg?.getAttribute("aria-label")).not.toBe("");
});

test("a question is shown as text, whatever it holds", () => {
  const view = { ...(example("prompt-question") as unknown as PromptView), show: { question: "<img src=x onerror=alert(1)>" } };
  show(view);
  expect(document.querySelector("[data-question]")?.textContent).toBe("<img src=x onerror=alert(1)>");
  expect(document.querySelector("img")).toBeNull();
});

describe("renewing", () => {
  const renewed = example("done-renewed")["replaced"] as Certificate;
  const work: Work = { kind: "renewal", certificate: renewed };

  test("asks for the password alone, of the login ID the certificate is of, and doesn't say 発行", () => {
    const root = show(example("prompt-renew") as unknown as PromptView, work);
    expect(root.querySelectorAll("input")).toHaveLength(1);
    expect(root.querySelector("[data-common-name]")?.textContent).toContain(renewed.commonName);
    expect(root.querySelector("[data-action=submit]")?.textContent).toBe("認証");
    expect(root.textContent).not.toContain("発行");
  });

  test("with a wrong password speaks of no login ID that could be wrong", () => {
    const problem = { code: "G006e", reason: "credentials", triesLeft: 4 } as const;
    const root = show({ ...(example("prompt-renew") as unknown as PromptView), problem }, work);
    expect(root.querySelector(".problem strong")?.textContent).toBe("ログインパスワードが違います。 [G006e]");
  });
});

test("a proxy's prompt names the proxy, says that it isn't the bank who asks, and why it asks again", () => {
  const root = show(example("prompt-proxy") as unknown as PromptView);
  expect(root.dataset["screen"]).toBe("CCHK008");
  expect(root.querySelector("[data-proxy]")?.textContent).toContain("proxy.example.co.jp:8080");
  expect(root.textContent).toContain("金融機関のログインIDやパスワードではありません");
  expect(root.querySelector<HTMLElement>(".problem")?.dataset).toMatchObject({ code: "G009e", reason: "proxy-credentials" });
  expect(field("proxyPassword").type).toBe("password");
});

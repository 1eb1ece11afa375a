// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  bankButton,
  click,
  clickBankButton,
  closeBankPage,
  draw,
  drawBankPage,
  element,
  news,
  openBankPage,
  opened,
  ours,
  page,
  ports,
} from "../../test/bank-page.js";
import { rootOf, trusted } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";

beforeEach(openBankPage);
afterEach(closeBankPage);

function invalidated(): never {
  throw new Error("Extension context invalidated.");
}

test("one button stands directly behind the bank's own", () => {
  page.look();
  page.look();
  expect(ours("inkan-launch")).toHaveLength(1);
  expect(ours("inkan-launch")[0]?.previousElementSibling?.textContent).toBe("証明書発行アプリの起動");
});

test("the service worker hears of the page before any click", () => {
  expect(chrome.runtime.connect).toHaveBeenCalledWith({ name: "page" });
});

test("a page that draws itself anew keeps one button", () => {
  drawBankPage();
  expect(page.displaced).toBe(true);
  page.putBack();
  expect(page.displaced).toBe(false);
  expect(ours("inkan-launch")).toHaveLength(1);
});

test("a page that keeps throwing the button out doesn't get it back at once for ever", () => {
  let times = 0;
  for (let turn = 0; turn < 1000; turn += 1) {
    document.querySelector("inkan-launch")?.remove();
    page.putBack();
    times += ours("inkan-launch").length;
  }
  expect(times).toBe(limits.putBacks);
  page.look();
  expect(ours("inkan-launch")).toHaveLength(1);
});

test("a page that is gone altogether loses the button", () => {
  const root = document.documentElement;
  root.remove();
  expect(() => page.look()).not.toThrow();
  expect(page.recognised).toBe(false);
  document.append(root);
});

test("a page that turns into another loses the button", () => {
  document.body.replaceChildren(element("b", "BLGI001"));
  page.look();
  expect(ours("inkan-launch")).toHaveLength(0);
  expect(page.recognised).toBe(false);
});

test("after an update of the extension the button asks for a reload", () => {
  ports[0]?.goes();
  vi.mocked(chrome.runtime.connect).mockImplementation(invalidated);
  click(trusted(new MouseEvent("click")));
  expect(rootOf(document.querySelector("inkan-launch")).querySelector("[role=alert]")?.textContent).toContain("読み込み直して");
  expect(opened()).toEqual([]);
});

test("the page can't look into the button", () => {
  expect(ours("inkan-launch")[0]?.shadowRoot).toBeNull();
});

test("the user's press opens our own page, and puts nothing into this one; a press by the page's script doesn't", () => {
  news({});
  const before = ours("*").length;
  click(new MouseEvent("click", { bubbles: true }));
  expect(opened()).toEqual([]);
  click(trusted(new MouseEvent("click")));
  expect(opened()).toEqual(["certificates"]);
  expect(ours("*")).toHaveLength(before);
});

test("a press before the worker has let the page in is heard once it has, and once only", () => {
  click(trusted(new MouseEvent("click")));
  expect(opened()).toEqual([]);
  news({});
  news({});
  expect(opened()).toEqual(["certificates"]);
});

test.each([
  ["the worker was gone", () => ports[0]?.goes()],
  ["the page was left", () => page.leave()],
])("a press of before %s opens nothing later", (_, goes) => {
  click(trusted(new MouseEvent("click")));
  goes();
  page.look();
  news({});
  expect(ports).toHaveLength(2);
  expect(opened()).toEqual([]);
});

test("the page needs the host once the worker has let it in, and says so once", () => {
  expect(ports[0]?.sent).toEqual([]);
  news({});
  news({});
  page.look();
  expect(ports[0]?.sent).toEqual([{ type: "recognised" }]);
});

describe("the bank's own button", () => {
  const press = (): MouseEvent => new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });

  test("is left alone until the worker has said that the host can do it", () => {
    expect(clickBankButton(press())).toBe(true);
    expect(opened()).toEqual([]);
  });

  test("starts our flow then, and not the bank's program", () => {
    const bankStarts = vi.fn();
    bankButton().addEventListener("click", bankStarts);
    news({ launch: true });
    expect(clickBankButton(press())).toBe(false);
    expect(bankStarts).not.toHaveBeenCalled();
    expect(opened()).toEqual(["certificates"]);
  });

  test("is left alone when the page's script clicks it, and every other button always", () => {
    news({ launch: true });
    expect(bankButton().dispatchEvent(press())).toBe(true);
    expect(document.querySelector("p")?.dispatchEvent(trusted(press()))).toBe(true);
    expect(opened()).toEqual([]);
  });

  test("is the bank's again when the host or the worker is gone", () => {
    news({ launch: true });
    ports[0]?.goes();
    expect(clickBankButton(press())).toBe(true);
    expect(opened()).toEqual([]);
  });

  test("is the bank's when the worker can't be told", () => {
    news({ launch: true });
    for (const port of ports) vi.spyOn(port, "postMessage").mockImplementation(invalidated);
    expect(clickBankButton(press())).toBe(true);
  });
});

test("a page with the launch button alone is for renewal: the button says so, and our own page knows", () => {
  draw(element("h1", "トップ"), element("button", "証明書発行アプリ起動"));
  expect(rootOf(document.querySelector("inkan-launch")).querySelector("button")?.textContent).toBe("Inkan で証明書を更新");
  news({});
  click(trusted(new MouseEvent("click")));
  expect(opened()).toEqual(["renewal"]);
});

test("the toolbar button counts as ours on the login page, too; what is said of an abnormal end can still be read", () => {
  news({});
  draw(element("b", "BLGI001"), element("button", "電子証明書発行"));
  expect(page.press()).toBe(true);
  expect(opened()).toEqual(["certificates"]);
  draw(element("b", "CCHK902"), element("p", "BZBE001011"));
  expect(page.press()).toBe(false);
  expect(opened()).toEqual(["certificates"]);
});

test("the toolbar button counts as ours on a recognised page only", () => {
  news({});
  expect(page.press()).toBe(true);
  expect(opened()).toEqual(["certificates"]);
  draw(element("p", "残高照会"));
  expect(page.press()).toBe(false);
  expect(opened()).toEqual(["certificates"]);
});

test.each([
  ["BZBE001011", 5, "SimplePass"],
  ["BZBE011008", 3, "失効した証明書"],
])("the abnormal end %s is explained by its checks", (code, checks, words) => {
  draw(element("b", "CCHK902"), element("p", code));
  const advice = document.querySelector<HTMLElement>("inkan-advice");
  expect(advice?.dataset["code"]).toBe(code);
  expect(rootOf(advice).querySelectorAll("li")).toHaveLength(checks);
  expect(rootOf(advice).textContent).toContain(words);
  draw(element("p", "ほかの画面"));
  expect(ours("inkan-advice")).toHaveLength(0);
});

test("a page that turns into another gives the host up", () => {
  news({});
  draw(element("p", "残高照会"));
  expect(ports[0]?.open).toBe(false);
  news({});
  expect(ports[1]?.sent).toEqual([]);
});

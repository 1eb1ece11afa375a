// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { rootOf, trusted, watchShadowRoots } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import { Page } from "./page.js";
import { panelStyle } from "./styles.js";

let page: Page;

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}

function drawBankPage(): void {
  document.body.replaceChildren(element("b", "BSMS001"), element("button", "証明書発行アプリの起動"), element("p", "x"));
}

function ours(tag: string): Element[] {
  return Array.from(document.querySelectorAll(tag));
}

function click(event: Event): void {
  rootOf(document.querySelector("inkan-launch")).querySelector("button")?.dispatchEvent(event);
}

beforeEach(() => {
  installFakeChrome();
  watchShadowRoots();
  drawBankPage();
  page = new Page();
  page.look();
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("one button stands directly behind the bank's own", () => {
  page.look();
  page.look();
  expect(ours("inkan-launch")).toHaveLength(1);
  expect(ours("inkan-launch")[0]?.previousElementSibling?.textContent).toBe("証明書発行アプリの起動");
});

test("the service worker hears of the page before any click", () => {
  const connect = vi.spyOn(chrome.runtime, "connect");
  const second = new Page();
  second.look();
  expect(connect).toHaveBeenCalledWith({ name: "page" });
  second.leave();
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

test("a page that turns into another loses the button", () => {
  document.body.replaceChildren(element("b", "BLGI001"));
  page.look();
  expect(ours("inkan-launch")).toHaveLength(0);
  expect(page.recognised).toBe(false);
});

test("the page can't look into the button or the panel", () => {
  click(trusted(new MouseEvent("click")));
  expect([...ours("inkan-launch"), ...ours("inkan-panel")].map((host) => host.shadowRoot)).toEqual([null, null]);
  expect(document.querySelectorAll("iframe")).toHaveLength(0);
});

test("a click by the page's script opens nothing", () => {
  click(new MouseEvent("click", { bubbles: true }));
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("the user's click opens one panel, with our own page in the frame", () => {
  click(trusted(new MouseEvent("click")));
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(1);
  expect(rootOf(document.querySelector("inkan-panel")).querySelector("iframe")?.src).toContain("/src/panel/panel.html");
});

test("a closed panel is gone, and can be opened again", () => {
  click(trusted(new MouseEvent("click")));
  page.closePanel();
  expect(ours("inkan-panel")).toHaveLength(0);
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(1);
});

test("a panel that the page moves is gone for good", async () => {
  click(trusted(new MouseEvent("click")));
  const box = document.createElement("div");
  document.body.append(box);
  box.append(...ours("inkan-panel"));
  await Promise.resolve();
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel that the page takes out and puts back is gone for good", async () => {
  click(trusted(new MouseEvent("click")));
  const [panel] = ours("inkan-panel");
  panel?.remove();
  document.documentElement.append(panel ?? "");
  await Promise.resolve();
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel stays while the page changes around it", async () => {
  click(trusted(new MouseEvent("click")));
  drawBankPage();
  await Promise.resolve();
  expect(ours("inkan-panel")).toHaveLength(1);
});

test("a panel whose frame loads a second time is gone", () => {
  click(trusted(new MouseEvent("click")));
  const frame = rootOf(document.querySelector("inkan-panel")).querySelector("iframe");
  frame?.dispatchEvent(new Event("load"));
  expect(ours("inkan-panel")).toHaveLength(1);
  frame?.dispatchEvent(new Event("load"));
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel that isn't modal any more isn't shown", () => {
  const rules = panelStyle.split("}").filter((rule) => rule.includes("display: flex") && rule.startsWith("\ndialog"));
  expect(rules.map((rule) => rule.split("{")[0]?.trim())).toEqual(["dialog:modal"]);
});

test("a panel that the page threw out can be opened again", () => {
  click(trusted(new MouseEvent("click")));
  document.querySelector("inkan-panel")?.remove();
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(1);
});

test("after an update of the extension the button asks for a reload", () => {
  const fresh = new Page();
  page.leave();
  fresh.look();
  fresh.leave();
  drawBankPage();
  page.look();
  vi.spyOn(chrome.runtime, "getURL").mockImplementation(() => {
    throw new Error("Extension context invalidated.");
  });
  click(trusted(new MouseEvent("click")));
  expect(rootOf(document.querySelector("inkan-launch")).querySelector("[role=alert]")?.textContent).toContain("読み込み直して");
  expect(ours("inkan-panel")).toHaveLength(0);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { click, closeBankPage, drawBankPage, openBankPage, ours, page } from "../../test/bank-page.js";
import { rootOf, trusted } from "../../test/shadow-roots.js";
import { panelStyle } from "./styles.js";

beforeEach(openBankPage);
afterEach(closeBankPage);

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

test("a panel that is closed is gone at once: a page that is left may come back", () => {
  click(trusted(new MouseEvent("click")));
  page.closePanel();
  expect(ours("inkan-panel")).toHaveLength(0);
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

test("the panel's own bar closes it at the user's click, and at no script's", () => {
  click(trusted(new MouseEvent("click")));
  const button = rootOf(document.querySelector("inkan-panel")).querySelector("button");
  button?.dispatchEvent(new MouseEvent("click"));
  expect(ours("inkan-panel")).toHaveLength(1);
  button?.dispatchEvent(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(0);
});

// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { installFakeChrome } from "../../test/fake-chrome.js";
import { FrameBan } from "./frame-ban.js";

beforeEach(() => {
  installFakeChrome();
  const main = document.createElement("main");
  main.append(document.createElement("iframe"), document.createElement("object"), document.createElement("p"));
  document.body.replaceChildren(main, document.createElement("div"));
});

const all = (): string[] => Array.from(document.body.querySelectorAll("*"), ({ localName }) => localName);
const ban = (): FrameBan => new FrameBan(document.createElement("inkan-panel"));

test("takes the page's frames out, in shadow trees too, and puts each back where it was", () => {
  const root = document.querySelector("div")?.attachShadow({ mode: "open" });
  root?.append(document.createElement("object"));
  const before = all();
  const frames = ban();
  frames.sweep();
  expect(all()).toEqual(["main", "p", "div"]);
  expect(root?.childElementCount).toBe(0);
  frames.lift();
  expect(all()).toEqual(before);
  expect(root?.firstElementChild?.localName).toBe("object");
});

test("takes those out that come later, in whatever they come", async () => {
  const frames = ban();
  frames.sweep();
  const box = document.createElement("section");
  box.append(document.createElement("iframe"));
  document.body.append(box, document.createElement("iframe"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.querySelectorAll("iframe")).toHaveLength(0);
  frames.lift();
});

test("finds a frame in a shadow tree that was attached later, which no observer hears of, once it is asked to look again", () => {
  const frames = ban();
  frames.sweep();
  const root = document.querySelector("div")?.attachShadow({ mode: "open" });
  root?.append(document.createElement("iframe"));
  frames.sweep();
  expect(root?.childElementCount).toBe(0);
  frames.lift();
});

test("isn't stopped by a form whose inputs are named like what a node can", () => {
  const form = document.createElement("form");
  for (const name of ["matches", "remove", "getElementsByTagName", "insertBefore", "contains"]) {
    Object.defineProperty(form, name, { value: document.createElement("input") });
  }
  form.append(document.createElement("iframe"));
  document.body.prepend(form);
  const frames = ban();
  frames.sweep();
  expect(document.querySelectorAll("iframe")).toHaveLength(0);
  frames.lift();
  expect(form.childElementCount).toBe(1);
});

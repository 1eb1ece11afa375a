import { expect, test } from "vitest";
import { whoMayRaise } from "./relatives.js";

const page = 7;
const opened = (id: number, openerTabId: number): { id: number; openerTabId: number } => ({ id, openerTabId });
const sorted = (tabs: Parameters<typeof whoMayRaise>[1], ...ofBank: number[]): number[] =>
  whoMayRaise(page, tabs, new Set(ofBank)).sort((a, b) => a - b);

test("a page on its own has nobody, and is itself never among them", () => {
  expect(sorted([{ id: page }, { id: 8 }], page)).toEqual([]);
  expect(sorted([opened(page, 6), { id: 6 }, opened(8, page), opened(9, 8)], page)).not.toContain(page);
});

test("who has opened the page may raise it, and who has opened that, and on, whatever they show", () => {
  expect(sorted([opened(page, 6), opened(6, 5), { id: 5 }], page)).toEqual([5, 6]);
});

test("the bank's other pages may raise what they open, related or not", () => {
  expect(sorted([{ id: page }, { id: 8 }, opened(9, page)], page, 8, 9)).toEqual([8, 9]);
});

test("another site's page may that the bank's has opened, if it has opened something in turn, however deep", () => {
  expect(sorted([{ id: page }, opened(8, page), opened(9, 8), opened(10, 9)], page)).toEqual([8, 9]);
  expect(sorted([{ id: page }, { id: 20 }, opened(21, 20), opened(22, 21)], page, 20)).toEqual([20, 21]);
});

test("a page that has opened nothing has nothing to raise; nor has one that nothing connects with the bank's", () => {
  expect(sorted([{ id: page }, opened(8, page), { id: 11 }, opened(12, 11)], page)).toEqual([]);
});

test("what else an opener has opened is no concern of ours, though the opener itself is", () => {
  expect(sorted([opened(page, 6), { id: 6 }, opened(8, 6), opened(9, 8)], page)).toEqual([6]);
});

test("openers that go round in a loop, or are closed by now, come to an end", () => {
  expect(sorted([opened(page, 6), opened(6, page)], page)).toEqual([6]);
  expect(sorted([opened(page, page)], page)).toEqual([]);
  expect(sorted([opened(page, 6)], page)).toEqual([6]);
  expect(sorted([{ openerTabId: page }, { id: page }], page)).toEqual([]);
});

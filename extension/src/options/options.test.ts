// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { fakeBrowser, installFakeChrome, settled } from "../../test/fake-chrome.js";
import { trusted } from "../../test/shadow-roots.js";
import { notificationsWanted } from "../shared/settings.js";
import { originsSection } from "./origins.js";
import { remindersSection } from "./reminders.js";

const origin = "https://netbanking.example.co.jp";
const policy = { notifications: true, institutions: [{ code: "2235", origin }] };

beforeEach(() => installFakeChrome());

async function reminders(notifications: boolean): Promise<HTMLInputElement> {
  document.body.replaceChildren(await remindersSection({ ...policy, notifications }));
  const input = document.querySelector<HTMLInputElement>("[data-setting=notifications]");
  if (input === null) throw new Error("no setting");
  return input;
}

test("reminders are on until the user switches them off", async () => {
  const input = await reminders(true);
  expect(input.checked).toBe(true);
  input.checked = false;
  input.dispatchEvent(new Event("change"));
  await settled();
  expect(await notificationsWanted()).toBe(false);
  expect((await reminders(true)).checked).toBe(false);
});

test("where the administrator has switched them off, the setting shows it and can't be changed", async () => {
  const input = await reminders(false);
  expect([input.checked, input.disabled]).toEqual([false, true]);
  expect(document.body.textContent).toContain("社内のシステム担当者が、お知らせをオフにしています");
});

test("an administrator's page is allowed by the user's press of its button, and by no script's", async () => {
  document.body.replaceChildren(await originsSection(policy));
  const button = document.querySelector("[data-action=allow]");
  button?.dispatchEvent(new MouseEvent("click"));
  await settled();
  expect([...fakeBrowser().permissions]).not.toContain(`${origin}/*`);
  button?.dispatchEvent(trusted(new MouseEvent("click")));
  await settled();
  expect([...fakeBrowser().permissions]).toContain(`${origin}/*`);
  expect(document.querySelector<HTMLElement>("[data-origin]")?.dataset["allowed"]).toBe("true");
});

test("a page that is allowed already asks for nothing", async () => {
  fakeBrowser().permissions.add(`${origin}/*`);
  document.body.replaceChildren(await originsSection(policy));
  expect(document.querySelector("[data-action=allow]")).toBeNull();
});

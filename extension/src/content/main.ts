/** Recognises the bank's page, and puts the button and the panel into it. Listens to nothing the page says. */
import { limits } from "../shared/limits.js";
import { isCloseRequest, isOpenRequest } from "../shared/page-messages.js";
import { Page } from "./page.js";
import { isBankWindow, mayBeAdded } from "./recognise.js";

if (isBankWindow(window)) start(new Page()).watch();
else if (mayBeAdded(window)) startOnceAdmitted();

/** Only the service worker knows the origins that the administrator has added. It turns every other one away. */
function startOnceAdmitted(): void {
  let started = false;
  const page = new Page(() => {
    if (started) return;
    started = true;
    start(page).watch();
  });
  page.connect();
}

function start(page: Page): { watch: () => void } {
  let planned = false;
  const observer = new MutationObserver(() => {
    page.putBack();
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      page.look();
    }, limits.recheckMilliseconds);
  });
  const watch = (): void => {
    page.connect();
    page.look();
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    setTimeout(() => {
      if (!page.recognised) observer.disconnect();
    }, limits.recogniseMilliseconds);
  };

  addEventListener("pagehide", () => {
    observer.disconnect();
    page.leave();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) watch();
  });
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    if (sender.id !== chrome.runtime.id) return;
    if (isCloseRequest(message)) page.closePanel();
    else if (isOpenRequest(message)) answer(page.openPanel());
  });
  return { watch };
}

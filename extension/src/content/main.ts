/** Recognises the bank's page, and puts the button and the panel into it. Listens to nothing the page says. */
import { limits } from "../shared/limits.js";
import { isCloseRequest } from "../shared/close-request.js";
import { Page } from "./page.js";
import { isBankWindow } from "./recognise.js";

if (isBankWindow(window)) start();

function start(): void {
  const page = new Page();
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
    page.look();
    observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
    setTimeout(() => {
      if (!page.recognised) observer.disconnect();
    }, limits.recogniseMilliseconds);
  };

  watch();
  addEventListener("pagehide", () => {
    observer.disconnect();
    page.leave();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) watch();
  });
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id === chrome.runtime.id && isCloseRequest(message)) page.closePanel();
  });
}

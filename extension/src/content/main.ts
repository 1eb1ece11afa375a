/** Recognises the bank's page, and puts the button and the bars into it. Listens to nothing the page says. */
import { limits } from "../shared/limits.js";
import { isPressRequest } from "../shared/page-messages.js";
import { Page } from "./page.js";
import { onceShown } from "./prerendering.js";
import { isBankWindow, mayBeAdded } from "./recognise.js";

onceShown(() => {
  if (isBankWindow(window)) start(new Page()).watch();
  else if (mayBeAdded(window)) startOnceAdmitted();
});

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
  let torn = false;
  const observer = new MutationObserver((changes) => {
    // A document that is written anew has lost every listener, those of ours among them.
    if (changes.some(({ target }) => target === document)) {
      torn = true;
      page.leave();
    }
    page.putBack();
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      if (torn) watch();
      else page.look();
    }, limits.recheckMilliseconds);
  });
  // The page can make up such events.
  const leave = ({ isTrusted }: Event): void => {
    if (!isTrusted) return;
    observer.disconnect();
    page.leave();
  };
  const comeBack = (event: PageTransitionEvent): void => {
    if (event.isTrusted && event.persisted) watch();
  };
  const watch = (): void => {
    torn = false;
    addEventListener("pagehide", leave);
    addEventListener("pageshow", comeBack);
    page.connect();
    page.look();
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    setTimeout(() => {
      if (!page.recognised) observer.disconnect();
    }, limits.recogniseMilliseconds);
  };

  chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    if (sender.id === chrome.runtime.id && isPressRequest(message)) answer(page.press());
  });
  return { watch };
}

/** The panel as a whole, with the service worker's end of its port. */
import { vi } from "vitest";
import { App } from "../src/panel/app.js";
import type { View } from "../src/shared/panel-messages.js";
import { holding } from "./certificates.js";
import { FakePort, installFakeChrome } from "./fake-chrome.js";
import { dropListeners, keepListeners } from "./listeners.js";
import { trusted } from "./shadow-roots.js";

export let port: FakePort;

/** Before every test. */
export function prepareApp(): void {
  installFakeChrome();
  vi.spyOn(chrome.runtime, "connect").mockImplementation(() => (port = new FakePort("panel")).asPort);
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe(): void {
        // Nothing here is about what is visible.
      }
    },
  );
  goTo("");
  keepListeners();
}

/** After every test. */
export function endApp(): void {
  dropListeners();
  goTo("");
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** As in a browser: what the history holds of an address stays behind. */
function goTo(hash: string): void {
  history.pushState(null, "", location.pathname + hash);
}

/** Loads the panel anew, or at another address. */
export function open(hash?: string): void {
  document.body.replaceChildren();
  if (hash !== undefined) goTo(hash);
  new App().start();
}

/** The worker sends the tab that is open to another address, at which nothing is loaded. */
export function isSentTo(hash: string): void {
  goTo(hash);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

export function press(action: string): void {
  document.querySelector(`[data-action=${action}]`)?.dispatchEvent(trusted(new MouseEvent("click")));
}

export const says = (view: View): void => port.says(view);
export const screen = (): string | undefined => document.querySelector<HTMLElement>("[data-screen]")?.dataset["screen"];
export const lists = (...certificates: Parameters<typeof holding>[0]): void =>
  says({ type: "certificates", notes: [], interrupted: false, ...holding(certificates) });

import { closeRequest } from "../shared/close-request.js";
import { panelPortName, type PanelRequest, type View } from "../shared/panel-messages.js";
import type { Actions } from "./actions.js";
import { element } from "./dom.js";
import { Header } from "./header.js";
import { focusOf } from "./screen.js";
import { certificatesScreen } from "./screens/certificates.js";
import { connectingScreen } from "./screens/connecting.js";
import { errorScreen } from "./screens/error.js";
import { hostProblemScreen, type PanelProblem } from "./screens/host-problem.js";
import { ProgressScreen } from "./screens/progress.js";
import { promptScreen } from "./screens/prompt.js";
import { resultScreen } from "./screens/result.js";
import { VisibilityGate } from "./visibility.js";

/** The panel: shows the view the service worker sends, and tells it what the user wants. */
export class App {
  readonly #header = new Header();
  readonly #main = element("main");
  readonly #gate = new VisibilityGate(this.#main);
  readonly #root = element("div", { id: "panel" }, ...this.#header.parts, this.#gate.notice, this.#main);
  /** What the user entered and isn't secret, for the next try of the same flow. */
  readonly #kept = new Map<string, string>();
  #progress: ProgressScreen | undefined;
  #port: chrome.runtime.Port | undefined;

  readonly #actions: Actions = {
    issue: () => this.#ask({ type: "issue" }),
    answer: (prompt, fields) => this.#ask({ type: "answer", prompt, fields }),
    back: () => this.#ask({ type: "back" }),
    restart: () => this.#restart(),
    close: () => void this.#close(),
  };

  start(): void {
    document.body.append(this.#root);
    this.#gate.watch(this.#root);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.isTrusted && !event.isComposing) this.#actions.close();
    });
    this.#put(connectingScreen());
    this.#connect();
  }

  #connect(): void {
    const port = chrome.runtime.connect({ name: panelPortName });
    this.#port = port;
    port.onMessage.addListener((view: View) => this.#show(view));
    port.onDisconnect.addListener(() => this.#disconnected());
  }

  #ask(request: PanelRequest): void {
    if (this.#port === undefined) this.#problem({ name: "lost" });
    else this.#port.postMessage(request);
  }

  #restart(): void {
    if (this.#port === undefined) this.#connect();
    else this.#ask({ type: "list" });
  }

  /** An idle service worker goes by itself. That only matters while something is open. */
  #disconnected(): void {
    this.#port = undefined;
    if (this.#progress !== undefined || this.#main.querySelector("form, [data-screen=connecting]"))
      this.#problem({ name: "lost" });
  }

  async #close(): Promise<void> {
    const tab = await chrome.tabs.getCurrent();
    if (tab?.id !== undefined) await chrome.tabs.sendMessage(tab.id, closeRequest, { frameId: 0 });
  }

  #show(view: View): void {
    if (view.type === "busy" || view.type === "progress") return this.#showProgress(view);
    if (view.type !== "prompt") this.#kept.clear();
    switch (view.type) {
      case "connecting":
        this.#header.showTab(view.host);
        return this.#put(connectingScreen());
      case "host-problem":
        return this.#problem(view.problem);
      case "certificates":
        this.#header.showInstitution(view.institution);
        return this.#put(certificatesScreen(view.certificates, this.#actions));
      case "prompt":
        return this.#put(promptScreen(view, this.#kept, this.#actions));
      case "done":
        return this.#put(resultScreen(view.certificate, this.#actions));
      case "failed":
        return this.#put(errorScreen(view, this.#actions));
    }
  }

  #showProgress(view: Extract<View, { type: "busy" | "progress" }>): void {
    const shown = this.#progress;
    const progress = shown ?? new ProgressScreen(this.#actions);
    progress.update(view);
    if (shown === undefined) this.#put(progress.root);
    this.#progress = progress;
  }

  #problem(problem: PanelProblem): void {
    this.#put(hostProblemScreen(problem, this.#actions));
  }

  #put(screen: HTMLElement): void {
    this.#progress = undefined;
    this.#main.replaceChildren(screen);
    this.#main.scrollTop = 0;
    this.#gate.focus(focusOf(screen));
  }
}

import type { Certificate } from "../shared/host-messages.js";
import { panelPortName, type CertificatesView, type PanelRequest, type View } from "../shared/panel-messages.js";
import { t } from "../shared/i18n.js";
import { isWaiting } from "../shared/restart-note.js";
import type { Actions } from "./actions.js";
import { choicesOf } from "./choices.js";
import { element } from "../shared/dom.js";
import { bringInFront } from "../shared/tabs.js";
import { pageBeside } from "../shared/page-beside.js";
import { Errand } from "./errand.js";
import { fateUnder, type Fate } from "./fate.js";
import { watchFocus } from "./focus-watch.js";
import { Header } from "./header.js";
import { Quiet } from "./quiet.js";
import { focusOf, isChoice, isQuestion } from "./screen.js";
import { certificatesScreen } from "./screens/certificates.js";
import { confirmCloseScreen } from "./screens/confirm-close.js";
import { confirmIssueScreen } from "./screens/confirm-issue.js";
import { confirmOthersScreen } from "./screens/confirm-others.js";
import { confirmRemoveScreen } from "./screens/confirm-remove.js";
import { connectingScreen } from "./screens/connecting.js";
import { errorScreen } from "./screens/error.js";
import { hostProblemScreen, type PanelProblem } from "./screens/host-problem.js";
import { institutionsScreen } from "./screens/institutions.js";
import { ProgressScreen, type Doing } from "./screens/progress.js";
import { promptScreen } from "./screens/prompt.js";
import { resultScreen } from "./screens/result.js";
import { Typing } from "./typing.js";
import { VisibilityGate } from "./visibility.js";
import type { Work } from "./work.js";

/** The panel, our own page in a tab: shows the view the service worker sends, and tells it what the user wants. */
export class App {
  readonly #header = new Header();
  readonly #main = element("main");
  readonly #gate = new VisibilityGate(this.#main);
  readonly #root = element("div", { id: "panel" }, this.#header.root, this.#gate.notice, this.#main);
  /** What the user entered and isn't secret, for the next try of the same flow. */
  readonly #kept = new Map<string, string>();
  readonly #errand = new Errand();
  #progress: ProgressScreen | undefined;
  #port: chrome.runtime.Port | undefined;
  #certificates: CertificatesView | undefined;
  #work: Work = { kind: "issue" };
  #removing = false;
  readonly #typing = new Typing();
  readonly #quiet = new Quiet((pages, goOn) => this.#interrupt(pages, goOn), () => this.#typing.rests());
  /** Shows the screen again that was there before one that only asks. */
  #last: () => void = () => undefined;

  readonly #actions: Actions = {
    choose: (institution) => this.#ask({ type: "choose", institution }),
    institutions: () => this.#ask({ type: "institutions" }),
    issue: () => this.#issue(),
    issueAnyway: () => void this.#begin({ kind: "issue" }, { type: "issue" }),
    renew: (certificate) => void this.#begin({ kind: "renewal", certificate }, { type: "renew", certificate: certificate.id }),
    remove: (certificate) => this.#put(confirmRemoveScreen(certificate, this.#actions)),
    removeNow: (certificate) => this.#remove(certificate),
    answer: (prompt, fields) => this.#ask({ type: "answer", prompt, fields }),
    back: () => this.#ask({ type: "back" }),
    return: () => this.#last(),
    closeBrowser: () => void this.#askToCloseBrowser(),
    closeBrowserNow: () => this.#ask({ type: "close-browser" }),
    read: () => this.#ask({ type: "read" }),
    restart: () => this.#restart(),
    close: () => void this.#close(),
  };

  start(): void {
    document.body.append(this.#root);
    this.#gate.watch(this.#root);
    void watchFocus(() => this.#fate());
    addEventListener("hashchange", () => this.#sentElsewhere());
    addEventListener("focus", () => this.#cameUp());
    this.#quiet.start();
    // Kept for the way back, as it was, it has lost the worker.
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    this.#showConnecting();
    this.#connect();
  }

  #fate(): Fate {
    return this.#quiet.wanted || this.#quiet.ending ? fateUnder(this.#typing.doing()) : "stays";
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

  #issue(): void {
    const choices = choicesOf(this.#certificates ?? { certificates: [] });
    if (choices.againstIssue === undefined) this.#actions.issueAnyway();
    else this.#put(confirmIssueScreen(choices.againstIssue, choices, this.#actions));
  }

  async #begin(work: Work, request: PanelRequest): Promise<void> {
    const shown = this.#main.firstElementChild;
    const pages = await this.#quiet.count();
    // Another list may have come: of that nobody has asked anything.
    if (!this.#main.contains(shown)) return;
    if (pages === 0) await this.#beginAlone(work, request);
    else this.#put(confirmOthersScreen(pages, () => void this.#beginAlone(work, request), () => this.#last()));
  }

  async #beginAlone(work: Work, request: PanelRequest): Promise<void> {
    this.#work = work;
    this.#showProgress({ type: "busy", why: "starting" });
    const shown = this.#progress;
    await this.#quiet.begin();
    // Unless the user has stopped it meanwhile.
    if (this.#progress === shown) this.#ask(request);
    await this.#quiet.settle();
  }

  #interrupt(pages: number, goOn: () => void): () => void {
    const [shown] = this.#main.children;
    const [focused, progress] = [document.activeElement, this.#progress];
    this.#put(confirmOthersScreen(pages, goOn, () => this.#actions.back()));
    return () => {
      if (shown instanceof HTMLElement) this.#put(shown);
      this.#progress = progress;
      this.#gate.again();
      if (focused instanceof HTMLElement && shown?.contains(focused) === true) this.#gate.focus(focused);
    };
  }

  #remove({ id }: Certificate): void {
    this.#removing = true;
    this.#ask({ type: "remove", certificate: id });
  }

  async #askToCloseBrowser(): Promise<void> {
    const windows = await chrome.windows.getAll();
    this.#put(confirmCloseScreen(windows.length, this.#actions));
  }

  #restart(): void {
    if (this.#port !== undefined) return this.#ask({ type: "list" });
    this.#errand.chosenBefore(this.#certificates?.institution.code);
    this.#connect();
  }

  /** An idle service worker goes by itself. That only matters while something is open. */
  #disconnected(): void {
    this.#port = undefined;
    if (this.#quiet.wanted || this.#progress !== undefined || this.#main.querySelector("form, [data-screen=connecting]"))
      this.#problem({ name: "lost" });
  }

  /** Back to the bank's page, if that has led here and is still there. */
  async #close(): Promise<void> {
    const own = (await chrome.tabs.getCurrent())?.id;
    if (own === undefined) return;
    this.#typing.goesElsewhere();
    const page = await pageBeside(own);
    if (page !== undefined) await bringInFront(page).catch(() => undefined);
    await chrome.tabs.remove(own);
  }

  /** The worker was asked for something else, and found this tab open. An open flow stays. */
  #sentElsewhere(): void {
    const code = this.#errand.takeAddress();
    if (code !== undefined) this.#actions.choose(code);
  }

  #show(view: View): void {
    const flowing = view.type === "busy" || view.type === "progress" || view.type === "prompt";
    if (view.type === "busy" && view.why === "stopping") this.#quiet.drop();
    if (flowing && this.#quiet.keep(() => this.#show(view))) return;
    if (view.type === "busy" || view.type === "progress") return this.#showProgress(view);
    if (!flowing) this.#flowOver();
    this.#last = () => this.#show(view);
    switch (view.type) {
      case "connecting":
        this.#showConnecting();
        return this.#chooseAtOnce();
      case "host-problem":
        return this.#problem(view.problem);
      case "institutions":
        this.#header.showNoInstitution();
        this.#certificates = undefined;
        return this.#put(institutionsScreen(view.institutions, this.#actions));
      case "certificates":
        return this.#showCertificates(view);
      case "prompt":
        return this.#showPrompt(promptScreen(view, this.#work, this.#kept, this.#actions));
      case "done":
        return this.#put(resultScreen(view, this.#work, this.#actions));
      case "failed":
        this.#removing = false;
        return this.#put(errorScreen(view, this.#actions));
    }
  }

  /** Something else may have been under the user's finger a moment ago, and a page may run again that the user has looked at. */
  #cameUp(): void {
    if (isQuestion(this.#main.firstElementChild)) this.#gate.again();
    void this.#quiet.look();
  }

  /** A page may have been loaded since by the browser itself. */
  #showPrompt(prompt: HTMLElement): void {
    this.#put(prompt);
    this.#quiet.prompted();
  }

  #flowOver(): void {
    this.#kept.clear();
    void this.#quiet.end();
  }

  /** Drawn anew it would be read out again. */
  #showConnecting(): void {
    if (this.#main.querySelector("[data-screen=connecting]") === null) this.#put(connectingScreen());
  }

  /** The worker speaks first; now it listens. */
  #chooseAtOnce(): void {
    const code = this.#errand.takeChoice();
    if (code !== undefined) this.#actions.choose(code);
  }

  #showCertificates(view: CertificatesView): void {
    const wish = this.#errand.takeWish();
    const around = { forRenewal: wish === "renewal", removed: this.#removing };
    this.#certificates = view;
    this.#removing = false;
    this.#header.showInstitution(view.institution);
    this.#put(certificatesScreen(view, around, this.#actions));
    if (wish === "restart" && view.notes.some(isWaiting)) this.#actions.closeBrowser();
  }

  #showProgress(view: Extract<View, { type: "busy" | "progress" }>): void {
    const doing: Doing = view.type === "busy" && view.why === "removing" ? "removal" : this.#work.kind;
    const shown = this.#progress?.doing === doing ? this.#progress : undefined;
    const progress = shown ?? new ProgressScreen(doing, this.#actions);
    progress.update(view);
    if (shown === undefined) this.#put(progress.root);
    this.#progress = progress;
  }

  #problem(problem: PanelProblem): void {
    this.#flowOver();
    this.#removing = false;
    this.#put(hostProblemScreen(problem, this.#actions));
  }

  #put(screen: HTMLElement): void {
    this.#progress = undefined;
    this.#main.replaceChildren(screen);
    this.#main.scrollTop = 0;
    if (isChoice(screen)) this.#gate.again();
    document.title = t("page_title", screen.querySelector("h1")?.textContent ?? "");
    this.#gate.focus(focusOf(screen));
  }
}

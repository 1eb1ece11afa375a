import { fitsFrame } from "../shared/frame.js";
import { parseHostMessage } from "../shared/host-message-guard.js";
import type { HostMessage, Welcome } from "../shared/host-messages.js";
import type { BrowserMessage, Hello } from "../shared/browser-messages.js";
import { limits } from "../shared/limits.js";
import { hostName } from "../shared/protocol.js";
import type { HostProblem } from "../shared/panel-messages.js";
import { mustUpdate } from "./compatibility.js";
import { problemOf, type HostState } from "./host-state.js";

export type HostEvents = {
  welcomed(welcome: Welcome): void;
  changed(state: HostState): void;
  received(message: HostMessage): void;
};

/** The one native port to the host, as a state machine. */
export class HostPort {
  #state: HostState = { name: "closed" };
  #port: chrome.runtime.Port | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly hello: () => Hello,
    private readonly events: HostEvents,
  ) {}

  get state(): HostState {
    return this.#state;
  }

  /** Does nothing while a port is there. */
  open(): void {
    if (this.#port !== undefined) return;
    const port = chrome.runtime.connectNative(hostName);
    this.#port = port;
    port.onMessage.addListener((message: unknown) => this.#received(port, message));
    port.onDisconnect.addListener(() => this.#lost(port));
    this.#timer = setTimeout(() => this.fail({ name: "stopped" }), limits.helloMilliseconds);
    this.#change({ name: "opening" });
    port.postMessage(this.hello());
  }

  /** False if there is no host to send it to. */
  send(message: BrowserMessage): boolean {
    if (this.#state.name !== "ready" || !fitsFrame(message)) return false;
    this.#port?.postMessage(message);
    return true;
  }

  close(): void {
    this.#end({ name: "closed" });
  }

  /** Gives this port up; the next open() starts anew. */
  fail(problem: HostProblem): void {
    this.#end(problem);
  }

  #received(port: chrome.runtime.Port, value: unknown): void {
    if (port !== this.#port) return;
    const message = parseHostMessage(value);
    if (message === undefined) this.fail({ name: "stopped" });
    else if (this.#state.name === "opening") this.#answered(message);
    else this.events.received(message);
  }

  #answered(message: HostMessage): void {
    if (message.type === "welcome") this.#welcomed(message);
    else if (message.type === "incompatible") this.fail({ name: "incompatible", update: message.update });
    else if (message.type === "error" && message.reason === "origin-refused") this.fail({ name: "refused" });
    else this.fail({ name: "stopped" });
  }

  #welcomed(welcome: Welcome): void {
    const update = mustUpdate(welcome, chrome.runtime.getManifest().version);
    if (update !== undefined) return this.fail({ name: "incompatible", update });
    clearTimeout(this.#timer);
    this.events.welcomed(welcome);
    this.#change({ name: "ready" });
  }

  #lost(port: chrome.runtime.Port): void {
    // Read in any case: an unread lastError is written to the extension's error log.
    const lastError = chrome.runtime.lastError?.message;
    if (port !== this.#port) return;
    this.#end(problemOf(lastError));
  }

  #end(state: HostState): void {
    clearTimeout(this.#timer);
    this.#port?.disconnect();
    this.#port = undefined;
    this.#change(state);
  }

  #change(state: HostState): void {
    this.#state = state;
    this.events.changed(state);
  }
}

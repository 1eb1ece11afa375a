/**
 * A stand-in for the parts of the chrome API that the tests touch. It shows what our code does with what a browser
 * reports; that a browser really reports so is shown by the tests in e2e, which run in one.
 */
import { vi } from "vitest";
import ja from "../_locales/ja/messages.json" with { type: "json" };

type Listener = (...values: unknown[]) => void;

class FakeEvent {
  readonly listeners: Listener[] = [];
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }
  fire(...values: unknown[]): void {
    for (const listener of this.listeners) listener(...values);
  }
}

export class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly sent: unknown[] = [];
  open = true;

  constructor(
    readonly name: string,
    readonly sender?: unknown,
  ) {}

  postMessage(message: unknown): void {
    if (!this.open) throw new Error("Attempting to use a disconnected port object");
    this.sent.push(structuredClone(message));
  }

  /** As in a browser: the end that disconnects hears nothing of it. */
  disconnect(): void {
    this.open = false;
  }

  /** The other end says something. */
  says(message: unknown): void {
    this.onMessage.fire(message, this);
  }

  /** The other end goes away. */
  goes(lastError?: string): void {
    this.open = false;
    fake.lastError = lastError;
    this.onDisconnect.fire(this);
    fake.lastError = undefined;
  }

  get asPort(): chrome.runtime.Port {
    return this as unknown as chrome.runtime.Port;
  }

  /** The messages of one type that were sent through it, the last one last. */
  all(type: string): Record<string, unknown>[] {
    return this.sent.filter((message): message is Record<string, unknown> => typeOf(message) === type);
  }

  last(type: string): Record<string, unknown> {
    const found = this.all(type).at(-1);
    if (found === undefined) throw new Error(`no ${type} among ${this.sent.map(typeOf).join(", ")}`);
    return found;
  }
}

function typeOf(message: unknown): string {
  return String((message as { type: unknown }).type);
}

export const ownId = "ddaniehfdnhkiknojdeepnahphfjkbnm";
const messages: Readonly<Record<string, { message: string }>> = ja;
const fake = {
  lastError: undefined as string | undefined,
  nativePorts: [] as FakePort[],
  onConnect: new FakeEvent(),
};

/** A page or a panel connects to the service worker. */
export function connects(port: FakePort): void {
  fake.onConnect.fire(port);
}

export function nativePorts(): readonly FakePort[] {
  return fake.nativePorts;
}

export function nativePort(): FakePort {
  const port = fake.nativePorts.at(-1);
  if (port === undefined) throw new Error("no native port was opened");
  return port;
}

export function installFakeChrome(version = "0.1.0"): void {
  fake.nativePorts = [];
  fake.onConnect = new FakeEvent();
  // Node 20 has no navigator.
  if (!("navigator" in globalThis)) vi.stubGlobal("navigator", { userAgentData: { brands: [{ brand: "Chromium" }] } });
  vi.stubGlobal("chrome", {
    runtime: {
      id: ownId,
      getManifest: () => ({ version }),
      // Not its real address: the stand-in of a browser would try to load it.
      getURL: (path: string) => `about:blank#/${path}`,
      get lastError() {
        return fake.lastError === undefined ? undefined : { message: fake.lastError };
      },
      connect: ({ name }: { name: string }) => new FakePort(name),
      connectNative: (name: string) => {
        const port = new FakePort(name);
        fake.nativePorts.push(port);
        return port;
      },
      onMessage: new FakeEvent(),
      onConnect: fake.onConnect,
    },
    i18n: {
      getMessage: (key: string, values: string[] = []) =>
        (messages[key]?.message ?? "").replaceAll(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? ""),
    },
  });
}

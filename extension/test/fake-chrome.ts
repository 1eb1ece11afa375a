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
  removeListener(listener: Listener): void {
    this.listeners.splice(this.listeners.indexOf(listener), 1);
  }
  fire(...values: unknown[]): void {
    for (const listener of [...this.listeners]) listener(...values);
  }
}

/** As a browser stores: copies, and a word to those who listen. */
class FakeStorageArea {
  readonly stored = new Map<string, unknown>();
  constructor(
    private readonly name: string,
    private readonly onChanged: FakeEvent,
  ) {}
  get(key?: string): Promise<Record<string, unknown>> {
    const entries = [...this.stored].filter(([name]) => key === undefined || name === key);
    return Promise.resolve(structuredClone(Object.fromEntries(entries)));
  }
  set(values: Record<string, unknown>): Promise<void> {
    for (const [name, value] of Object.entries(structuredClone(values))) this.stored.set(name, value);
    this.onChanged.fire(Object.fromEntries(Object.keys(values).map((name) => [name, {}])), this.name);
    return Promise.resolve();
  }
  setAccessLevel(): Promise<void> {
    return Promise.resolve();
  }
  remove(key: string): Promise<void> {
    this.stored.delete(key);
    return Promise.resolve();
  }
}

const storageChanged = new FakeEvent();
export type OpenTab = {
  id: number;
  windowId?: number;
  index?: number;
  openerTabId?: number;
  url?: string;
  pendingUrl?: string;
  active?: boolean;
  discarded?: boolean;
  status?: string;
};
type TabQuery = { active?: boolean; discarded?: boolean; lastFocusedWindow?: boolean; windowId?: number };
type NewTab = { url: string; windowId?: number; index?: number; openerTabId?: number };

/** What the browser was told to show, open and register, and what it holds. */
export class FakeBrowser {
  readonly local = new FakeStorageArea("local", storageChanged);
  readonly session = new FakeStorageArea("session", storageChanged);
  readonly managed = new FakeStorageArea("managed", storageChanged);
  readonly storageChanged = storageChanged;
  readonly notifications: { id: string; title: string; message: string }[] = [];
  readonly alarms: { name: string; periodInMinutes?: number }[] = [];
  readonly tabs: NewTab[] = [];
  readonly closedWindows: number[] = [];
  readonly closedTabs: number[] = [];
  readonly discardedTabs: number[] = [];
  readonly reloadedTabs: number[] = [];
  /** The tabs that are open, and of those the one in front. */
  openTabs: OpenTab[] = [];
  front: OpenTab[] = [];
  readonly focusedWindows: number[] = [];
  readonly tabCreated = new FakeEvent();
  readonly tabReplaced = new FakeEvent();
  readonly tabUpdated = new FakeEvent();
  readonly tabAttached = new FakeEvent();
  readonly windowFocused = new FakeEvent();
  readonly permissions = new Set<string>(["https://*.bizsol.anser.ne.jp/*"]);
  scripts: { id: string; matches: string[] }[] = [];
  contexts: { documentUrl: string; tabId: number; windowId: number }[] = [];
  windows = [1, 2];
  /** Small windows, in which there is room for one tab only. */
  popups: number[] = [];
  badge = "";
  title = "";
  /** Whether the content script in the tab knows its page. */
  knowsPage = false;
  readonly clicked = new FakeEvent();
  readonly notificationClicked = new FakeEvent();
  readonly windowRemoved = new FakeEvent();
  readonly started = new FakeEvent();
  readonly installed = new FakeEvent();
  readonly alarm = new FakeEvent();
  readonly permissionsChanged = new FakeEvent();
}

let browser = new FakeBrowser();
export function fakeBrowser(): FakeBrowser {
  return browser;
}

function tabOf(id: number): OpenTab {
  return { windowId: 1, index: 0, url: "", ...browser.openTabs.find((tab) => tab.id === id), id };
}

/** Unloaded, a tab has another id. */
export function idUnloaded(id: number): number {
  return id + 100;
}

/** Everything that is under way without a timer is over. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
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

/** @param given a browser that was there before: its storage outlives the service worker */
export function installFakeChrome(version = "0.1.0", given = new FakeBrowser()): void {
  browser = given;
  storageChanged.listeners.length = 0;
  fake.nativePorts = [];
  fake.onConnect = new FakeEvent();
  // Node 20 has no navigator.
  if (!("navigator" in globalThis)) vi.stubGlobal("navigator", { userAgentData: { brands: [{ brand: "Chromium" }] } });
  vi.stubGlobal("chrome", {
    runtime: {
      id: ownId,
      getManifest: () => ({ version, host_permissions: ["https://*.bizsol.anser.ne.jp/*"] }),
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
      onStartup: browser.started,
      onInstalled: browser.installed,
      getContexts: () => Promise.resolve(browser.contexts),
    },
    storage: { local: browser.local, session: browser.session, managed: browser.managed, onChanged: storageChanged },
    action: {
      onClicked: browser.clicked,
      setBadgeBackgroundColor: () => Promise.resolve(),
      setBadgeTextColor: () => Promise.resolve(),
      setBadgeText: ({ text }: { text: string }) => Promise.resolve((browser.badge = text)),
      setTitle: ({ title }: { title: string }) => Promise.resolve((browser.title = title)),
    },
    alarms: {
      onAlarm: browser.alarm,
      create: (name: string, how: object) => Promise.resolve(browser.alarms.push({ name, ...how })),
    },
    notifications: {
      onClicked: browser.notificationClicked,
      create: (id: string, { title, message }: { title: string; message: string }) =>
        Promise.resolve(browser.notifications.push({ id, title, message })),
      clear: () => Promise.resolve(true),
    },
    permissions: {
      onAdded: browser.permissionsChanged,
      onRemoved: browser.permissionsChanged,
      contains: ({ origins }: { origins: string[] }) => Promise.resolve(origins.every((one) => browser.permissions.has(one))),
      getAll: () => Promise.resolve({ origins: [...browser.permissions] }),
      request: ({ origins }: { origins: string[] }) => {
        for (const one of origins) browser.permissions.add(one);
        return Promise.resolve(true);
      },
      remove: ({ origins }: { origins: string[] }) => {
        for (const one of origins) browser.permissions.delete(one);
        return Promise.resolve(true);
      },
    },
    scripting: {
      getRegisteredContentScripts: () => Promise.resolve([...browser.scripts]),
      registerContentScripts: (scripts: { id: string; matches: string[] }[]) =>
        Promise.resolve((browser.scripts = [...browser.scripts, ...scripts])),
      unregisterContentScripts: ({ ids }: { ids: string[] }) =>
        Promise.resolve((browser.scripts = browser.scripts.filter(({ id }) => !ids.includes(id)))),
    },
    tabs: {
      create: (tab: NewTab) => Promise.resolve({ id: browser.tabs.push(tab), windowId: tab.windowId ?? 1 }),
      update: (id: number, tab: { url?: string }) => {
        browser.tabs.push({ url: tab.url ?? `tab ${id}` });
        return Promise.resolve(tabOf(id));
      },
      remove: (id: number) => Promise.resolve(browser.closedTabs.push(id)),
      query: ({ active, discarded, lastFocusedWindow, windowId }: TabQuery) => {
        if (lastFocusedWindow === true || windowId !== undefined) return Promise.resolve(browser.front);
        const found = browser.openTabs.filter((tab) => active === undefined || active === (tab.active ?? false));
        return Promise.resolve(found.filter((tab) => discarded === undefined || discarded === (tab.discarded ?? false)).map(({ id }) => tabOf(id)));
      },
      get: (id: number) => Promise.resolve(tabOf(id)),
      discard: (id: number) => {
        const unloaded = { ...tabOf(id), id: idUnloaded(id), discarded: true };
        browser.discardedTabs.push(id);
        browser.openTabs = browser.openTabs.map((tab) => (tab.id === id ? unloaded : tab));
        return Promise.resolve(unloaded);
      },
      reload: (id: number) => Promise.resolve(browser.reloadedTabs.push(id)),
      onCreated: browser.tabCreated,
      onReplaced: browser.tabReplaced,
      onUpdated: browser.tabUpdated,
      onAttached: browser.tabAttached,
      sendMessage: () => (browser.knowsPage ? Promise.resolve(true) : Promise.reject(new Error("no receiver"))),
      getCurrent: () => Promise.resolve({ id: 7, windowId: 1 }),
    },
    windows: {
      onRemoved: browser.windowRemoved,
      onFocusChanged: browser.windowFocused,
      get: (id: number) => Promise.resolve({ id, type: browser.popups.includes(id) ? "popup" : "normal" }),
      getAll: () => Promise.resolve(browser.windows.map((id) => ({ id }))),
      update: (id: number) => Promise.resolve(browser.focusedWindows.push(id)),
      remove: (id: number) => Promise.resolve(browser.closedWindows.push(id)),
    },
    i18n: {
      getMessage: (key: string, values: string[] = []) =>
        (messages[key]?.message ?? "").replaceAll(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? ""),
    },
  });
}

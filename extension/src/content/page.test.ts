// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakePort, installFakeChrome } from "../../test/fake-chrome.js";
import { rootOf, trusted, watchShadowRoots } from "../../test/shadow-roots.js";
import { limits } from "../shared/limits.js";
import type { PageNews } from "../shared/page-messages.js";
import { keyboardShield } from "./keyboard-shield.js";
import { Page } from "./page.js";
import { panelStyle } from "./styles.js";

const setDomain = vi.fn();
let page: Page;

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}

const ports: FakePort[] = [];

/** The service worker tells the page. */
function news(changes: Partial<PageNews>): void {
  ports.at(-1)?.says({ type: "news", launch: false, expiring: [], notes: [], ...changes });
}

function bankButton(): HTMLElement {
  const button = Array.from(document.querySelectorAll("button")).find(({ textContent }) => textContent.includes("起動"));
  if (button === undefined) throw new Error("no button of the bank's");
  return button;
}

function clickBankButton(event: Event): boolean {
  return bankButton().dispatchEvent(trusted(event));
}

function drawBankPage(): void {
  document.body.replaceChildren(element("b", "BSMS001"), element("button", "証明書発行アプリの起動"), element("p", "x"));
}

function ours(tag: string): Element[] {
  return Array.from(document.querySelectorAll(tag));
}

function click(event: Event): void {
  rootOf(document.querySelector("inkan-launch")).querySelector("button")?.dispatchEvent(event);
}

beforeEach(() => {
  installFakeChrome();
  ports.length = 0;
  vi.spyOn(chrome.runtime, "connect").mockImplementation(() => {
    const port = new FakePort("page");
    ports.push(port);
    return port.asPort;
  });
  vi.stubGlobal("crossOriginIsolated", false);
  setDomain.mockReset();
  // The stand-in for a browser has no domain that can be set.
  vi.spyOn(HTMLIFrameElement.prototype, "contentDocument", "get").mockReturnValue(
    Object.defineProperty({}, "domain", { set: setDomain }) as Document,
  );
  watchShadowRoots();
  drawBankPage();
  keyboardShield().listen();
  page = new Page();
  page.look();
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("one button stands directly behind the bank's own", () => {
  page.look();
  page.look();
  expect(ours("inkan-launch")).toHaveLength(1);
  expect(ours("inkan-launch")[0]?.previousElementSibling?.textContent).toBe("証明書発行アプリの起動");
});

test("the service worker hears of the page before any click", () => {
  expect(chrome.runtime.connect).toHaveBeenCalledWith({ name: "page" });
});

test("a page that draws itself anew keeps one button", () => {
  drawBankPage();
  expect(page.displaced).toBe(true);
  page.putBack();
  expect(page.displaced).toBe(false);
  expect(ours("inkan-launch")).toHaveLength(1);
});

test("a page that keeps throwing the button out doesn't get it back at once for ever", () => {
  let times = 0;
  for (let turn = 0; turn < 1000; turn += 1) {
    document.querySelector("inkan-launch")?.remove();
    page.putBack();
    times += ours("inkan-launch").length;
  }
  expect(times).toBe(limits.putBacks);
  page.look();
  expect(ours("inkan-launch")).toHaveLength(1);
});

test("a page that is gone altogether loses the button", () => {
  const root = document.documentElement;
  root.remove();
  expect(() => page.look()).not.toThrow();
  expect(page.recognised).toBe(false);
  document.append(root);
});

test("a page that turns into another loses the button", () => {
  document.body.replaceChildren(element("b", "BLGI001"));
  page.look();
  expect(ours("inkan-launch")).toHaveLength(0);
  expect(page.recognised).toBe(false);
});

test("the page can't look into the button or the panel", () => {
  click(trusted(new MouseEvent("click")));
  expect([...ours("inkan-launch"), ...ours("inkan-panel")].map((host) => host.shadowRoot)).toEqual([null, null]);
  expect(document.querySelectorAll("iframe")).toHaveLength(0);
});

test("a click by the page's script opens nothing", () => {
  click(new MouseEvent("click", { bubbles: true }));
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("the user's click opens one panel, with our own page in the frame", () => {
  click(trusted(new MouseEvent("click")));
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(1);
  expect(rootOf(document.querySelector("inkan-panel")).querySelector("iframe")?.src).toContain("/src/panel/panel.html");
});

test("a closed panel is gone, and can be opened again", () => {
  click(trusted(new MouseEvent("click")));
  page.closePanel();
  expect(ours("inkan-panel")).toHaveLength(0);
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(1);
});

test("a panel that is closed is gone at once: a page that is left may come back", () => {
  click(trusted(new MouseEvent("click")));
  page.closePanel();
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel that the page moves is gone for good", async () => {
  click(trusted(new MouseEvent("click")));
  const box = document.createElement("div");
  document.body.append(box);
  box.append(...ours("inkan-panel"));
  await Promise.resolve();
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel that the page takes out and puts back is gone for good", async () => {
  click(trusted(new MouseEvent("click")));
  const [panel] = ours("inkan-panel");
  panel?.remove();
  document.documentElement.append(panel ?? "");
  await Promise.resolve();
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel stays while the page changes around it", async () => {
  click(trusted(new MouseEvent("click")));
  drawBankPage();
  await Promise.resolve();
  expect(ours("inkan-panel")).toHaveLength(1);
});

test("a panel whose frame loads a second time is gone", () => {
  click(trusted(new MouseEvent("click")));
  const frame = rootOf(document.querySelector("inkan-panel")).querySelector("iframe");
  frame?.dispatchEvent(new Event("load"));
  expect(ours("inkan-panel")).toHaveLength(1);
  frame?.dispatchEvent(new Event("load"));
  expect(ours("inkan-panel")).toHaveLength(0);
});

test("a panel that isn't modal any more isn't shown", () => {
  const rules = panelStyle.split("}").filter((rule) => rule.includes("display: flex") && rule.startsWith("\ndialog"));
  expect(rules.map((rule) => rule.split("{")[0]?.trim())).toEqual(["dialog:modal"]);
});

test("a panel that the page threw out can be opened again", () => {
  click(trusted(new MouseEvent("click")));
  document.querySelector("inkan-panel")?.remove();
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toHaveLength(1);
});

test("after an update of the extension the button asks for a reload", () => {
  const fresh = new Page();
  page.leave();
  fresh.look();
  fresh.leave();
  drawBankPage();
  page.look();
  vi.spyOn(chrome.runtime, "getURL").mockImplementation(() => {
    throw new Error("Extension context invalidated.");
  });
  click(trusted(new MouseEvent("click")));
  expect(rootOf(document.querySelector("inkan-launch")).querySelector("[role=alert]")?.textContent).toContain("読み込み直して");
  expect(ours("inkan-panel")).toHaveLength(0);
});

function draw(...parts: HTMLElement[]): void {
  document.body.replaceChildren(...parts);
  page.look();
}

const bar = (kind: string): HTMLElement | null => document.querySelector(`inkan-notice[data-notice=${kind}]`);
describe("a frame that says it is the panel", () => {
  const word = (): string => /\?([-0-9a-f]+)/.exec(frameAddress())?.[1] ?? "";

  test("is believed once, if it knows the word that ours was opened with", () => {
    click(trusted(new MouseEvent("click")));
    expect(page.claimPanel("")).toBe(false);
    const first = word();
    expect(page.claimPanel(first)).toBe(true);
    expect(page.claimPanel(first)).toBe(false);
    page.closePanel();
    click(trusted(new MouseEvent("click")));
    expect(page.claimPanel(first)).toBe(false);
    expect(page.claimPanel(word())).toBe(true);
  });

  test("isn't where none of ours is open", () => {
    expect(page.claimPanel("")).toBe(false);
  });
});

test.each([
  ["is isolated", true, true],
  ["has given that up for itself, and another of its windows hasn't", false, false],
])("a page that could ask the browser for the panel's address gets it in a tab of its own: it %s", (_, isolated, allowed) => {
  vi.stubGlobal("crossOriginIsolated", isolated);
  Object.defineProperty(Document.prototype, "featurePolicy", { configurable: true, value: { allowsFeature: () => allowed } });
  news({});
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toEqual([]);
  expect(ports[0]?.all("elsewhere")).toHaveLength(1);
  Reflect.deleteProperty(Document.prototype, "featurePolicy");
});

test("a page in a sandbox, where the browser may not ask before it is led elsewhere, has the panel in a tab of its own", () => {
  news({});
  setDomain.mockImplementation(() => {
    throw new DOMException("Assignment is forbidden for sandboxed iframes.", "SecurityError");
  });
  click(trusted(new MouseEvent("click")));
  expect(ours("inkan-panel")).toEqual([]);
  expect(document.querySelector("iframe")).toBeNull();
  expect(ports[0]?.all("elsewhere")).toHaveLength(1);
});

test("a frame in a shadow tree that the page attaches under the open panel goes, whoever has the keyboard", async () => {
  vi.useFakeTimers();
  click(trusted(new MouseEvent("click")));
  const host = element("div", "");
  document.body.append(host);
  await Promise.resolve();
  const root = host.attachShadow({ mode: "open" });
  root.append(document.createElement("iframe"));
  vi.advanceTimersByTime(limits.frameSweepMilliseconds);
  expect(root.childElementCount).toBe(0);
  page.closePanel();
  expect(root.childElementCount).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const frameAddress = (): string => rootOf(document.querySelector("inkan-panel")).querySelector("iframe")?.src ?? "";

function pressIn(host: Element | null, action: string): void {
  rootOf(host).querySelector(`[data-action=${action}]`)?.dispatchEvent(trusted(new MouseEvent("click")));
}

test("the page needs the host once the worker has let it in, and says so once", () => {
  expect(ports[0]?.sent).toEqual([]);
  news({});
  news({});
  page.look();
  expect(ports[0]?.sent).toEqual([{ type: "recognised" }]);
});

describe("the bank's own button", () => {
  const press = (): MouseEvent => new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });

  test("is left alone until the worker has said that the host can do it", () => {
    expect(clickBankButton(press())).toBe(true);
    expect(ours("inkan-panel")).toHaveLength(0);
  });

  test("starts our flow then, and not the bank's program", () => {
    const bankStarts = vi.fn();
    bankButton().addEventListener("click", bankStarts);
    news({ launch: true });
    expect(clickBankButton(press())).toBe(false);
    expect(bankStarts).not.toHaveBeenCalled();
    expect(ours("inkan-panel")).toHaveLength(1);
  });

  test("is left alone when the page's script clicks it, and every other button always", () => {
    news({ launch: true });
    expect(bankButton().dispatchEvent(press())).toBe(true);
    expect(document.querySelector("p")?.dispatchEvent(trusted(press()))).toBe(true);
    expect(ours("inkan-panel")).toHaveLength(0);
  });

  test("is the bank's again when the host or the worker is gone", () => {
    news({ launch: true });
    ports[0]?.goes();
    expect(clickBankButton(press())).toBe(true);
    expect(ours("inkan-panel")).toHaveLength(0);
  });

  test("is the bank's when the panel can't be opened", () => {
    news({ launch: true });
    vi.spyOn(chrome.runtime, "getURL").mockImplementation(() => {
      throw new Error("Extension context invalidated.");
    });
    expect(clickBankButton(press())).toBe(true);
  });
});

test("a page with the launch button alone is for renewal: the button says so, and the panel knows", () => {
  draw(element("h1", "トップ"), element("button", "証明書発行アプリ起動"));
  expect(rootOf(document.querySelector("inkan-launch")).querySelector("button")?.textContent).toBe("このページで証明書を更新");
  click(trusted(new MouseEvent("click")));
  expect(frameAddress()).toContain("#renewal");
});

test("the toolbar button opens the panel on a recognised page only", () => {
  expect(page.openPanel()).toBe(true);
  page.closePanel();
  draw(element("p", "残高照会"));
  expect(page.openPanel()).toBe(false);
});

describe("a bar", () => {
  const expiring = [{ commonName: "logid031 A001 1", daysLeft: 12 }];

  test("on the login page tells of certificates that expire soon, and leads to the renewal", () => {
    draw(element("b", "BLGI001"), element("button", "電子証明書発行"));
    news({ expiring });
    expect(rootOf(bar("expiry")).textContent).toContain("logid031 A001 1：あと 12 日");
    pressIn(bar("expiry"), "renew");
    expect(frameAddress()).toContain("#renewal");
  });

  test("isn't there when nothing expires soon, nor on another page", () => {
    news({ expiring });
    expect(bar("expiry")).toBeNull();
    draw(element("b", "BLGI001"), element("button", "電子証明書発行"));
    expect(bar("expiry")).not.toBeNull();
    news({ expiring: [] });
    expect(bar("expiry")).toBeNull();
  });

  test("reminds of the restart on every page of the bank's, until it has happened", () => {
    draw(element("p", "残高照会"));
    news({ notes: [{ standing: "restart", commonName: "logid031 A001 1" }] });
    expect(rootOf(bar("restart")).textContent).toContain("logid031 A001 1");
    pressIn(bar("restart"), "close-browser");
    expect(frameAddress()).toContain("#restart");
    news({});
    expect(bar("restart")).toBeNull();
  });

  test("that tells of the confirmed certificate stays on the page that was told, though it is sent once only", () => {
    news({ notes: [{ standing: "confirmed", commonName: "logid031 A001 1" }] });
    expect(ports[0]?.last("read")).toEqual({ type: "read", standing: "confirmed" });
    news({});
    expect(bar("confirmed")).not.toBeNull();
  });

  test("that tells of a missing certificate reports when the user has read it", () => {
    news({ notes: [{ standing: "missing", commonName: "logid031 A001 1" }] });
    pressIn(bar("missing"), "dismiss");
    expect(ports[0]?.last("read")).toEqual({ type: "read", standing: "missing" });
    expect(bar("missing")).toBeNull();
  });

  test("that the user has closed doesn't come back on this page", () => {
    const notes = [{ standing: "restart", commonName: "logid031 A001 1" } as const];
    news({ notes });
    pressIn(bar("restart"), "dismiss");
    news({ notes });
    page.look();
    expect(bar("restart")).toBeNull();
  });

  test("makes the page no work: looking again changes nothing", async () => {
    news({ notes: [{ standing: "restart", commonName: "logid031 A001 1" }] });
    const changed = vi.fn();
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { childList: true, subtree: true });
    page.look();
    await Promise.resolve();
    observer.disconnect();
    expect(changed).not.toHaveBeenCalled();
  });

  test("can't be looked into", () => {
    news({ notes: [{ standing: "restart", commonName: "logid031 A001 1" }] });
    expect(bar("restart")?.shadowRoot).toBeNull();
    expect(document.body.textContent).not.toContain("logid031");
  });
});

test.each([
  ["BZBE001011", 5, "SimplePass"],
  ["BZBE011008", 3, "失効した証明書"],
])("the abnormal end %s is explained by its checks", (code, checks, words) => {
  draw(element("b", "CCHK902"), element("p", code));
  const advice = document.querySelector<HTMLElement>("inkan-advice");
  expect(advice?.dataset["code"]).toBe(code);
  expect(rootOf(advice).querySelectorAll("li")).toHaveLength(checks);
  expect(rootOf(advice).textContent).toContain(words);
  draw(element("p", "ほかの画面"));
  expect(ours("inkan-advice")).toHaveLength(0);
});

test("a page that turns into another gives the host up, also when the panel was open meanwhile", () => {
  news({});
  click(trusted(new MouseEvent("click")));
  draw(element("p", "残高照会"));
  expect(ports).toHaveLength(1);
  page.closePanel();
  expect(ports[0]?.open).toBe(false);
  news({});
  expect(ports[1]?.sent).toEqual([]);
});

describe("the keyboard", () => {
  const typed = (): boolean => document.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true }));
  const heard = vi.fn();

  beforeEach(() => {
    heard.mockReset();
    document.addEventListener("keydown", heard);
    click(trusted(new MouseEvent("click")));
  });
  afterEach(() => document.removeEventListener("keydown", heard));

  test("is the page's again once the user has closed the panel, and the worker knows that it was the user", () => {
    page.closePanel();
    expect(ports[0]?.all("panel-closed")).toHaveLength(1);
    typed();
    expect(heard).toHaveBeenCalled();
  });

  test.each(["pointerdown", "visibilitychange"])(
    "isn't the page's after it has thrown the panel out, nor has it frames, until the user has come back to it (%s)",
    async (type) => {
      document.querySelector("inkan-panel")?.remove();
      document.body.append(document.createElement("iframe"));
      await Promise.resolve();
      typed();
      window.dispatchEvent(new Event(type));
      typed();
      expect(heard).not.toHaveBeenCalled();
      expect(document.querySelectorAll("iframe")).toHaveLength(0);
      expect(ports[0]?.all("panel-closed")).toEqual([]);
      window.dispatchEvent(trusted(new Event(type)));
      typed();
      expect(heard).toHaveBeenCalledOnce();
    },
  );

  test("and the pointer: a page that locks it has no panel any more, and nothing of the keyboard", () => {
    window.dispatchEvent(new Event("pointerlockchange"));
    expect(ours("inkan-panel")).toHaveLength(1);
    window.dispatchEvent(trusted(new Event("pointerlockchange")));
    expect(ours("inkan-panel")).toEqual([]);
    expect(ports[0]?.all("panel-closed")).toEqual([]);
    typed();
    expect(heard).not.toHaveBeenCalled();
    window.dispatchEvent(trusted(new Event("pointerdown")));
  });

  test("that nobody has is given back to the panel, unless the user has clicked beside it since the panel had it", async () => {
    vi.spyOn(document, "hasFocus").mockReturnValue(true);
    const takeFocus = (): void => {
      const { activeElement } = rootOf(document.querySelector("inkan-panel"));
      if (activeElement instanceof HTMLElement) activeElement.blur();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    const judged = async (): Promise<string> => {
      takeFocus();
      return page.judgeKeyboard(false);
    };
    expect(await judged()).toBe("returned");
    window.dispatchEvent(new Event("pointerdown"));
    expect(await judged()).toBe("returned");
    window.dispatchEvent(trusted(new Event("pointerdown")));
    expect(await judged()).toBe("free");
    page.keyboardHere();
    expect(await judged()).toBe("returned");
    takeFocus();
    expect(await page.judgeKeyboard(true)).toBe("taken");
  });
});

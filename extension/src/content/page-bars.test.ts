// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { closeBankPage, draw, element, opened, news, openBankPage, page, ports } from "../../test/bank-page.js";
import { rootOf, trusted } from "../../test/shadow-roots.js";

const bar = (kind: string): HTMLElement | null => document.querySelector(`inkan-notice[data-notice=${kind}]`);

function pressIn(host: Element | null, action: string): void {
  rootOf(host).querySelector(`[data-action=${action}]`)?.dispatchEvent(trusted(new MouseEvent("click")));
}

beforeEach(openBankPage);
afterEach(closeBankPage);

describe("a bar", () => {
  const expiring = [{ commonName: "logid031 A001 1", daysLeft: 12 }];

  test("on the login page tells of certificates that expire soon, and leads to the renewal", () => {
    draw(element("b", "BLGI001"), element("button", "電子証明書発行"));
    news({ expiring });
    expect(rootOf(bar("expiry")).textContent).toContain("logid031 A001 1：あと 12 日");
    pressIn(bar("expiry"), "renew");
    expect(opened()).toEqual(["renewal"]);
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
    expect(opened()).toEqual(["restart"]);
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

// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { isBankWindow, mayBeAdded, recognise, type BankScreen } from "./recognise.js";

/** Fixtures are markup; only tests write it. */
function page(markup: string): BankScreen | undefined {
  document.body.replaceChildren(...Array.from(new DOMParser().parseFromString(markup, "text/html").body.childNodes));
  return recognise(document);
}

const id = "<p>証明書取得認証 <span>BSMS001</span></p>";

beforeEach(() => document.body.replaceChildren());

describe("certificate acquisition is recognised by its screen id and the launch button:", () => {
  test.each([
    '<button id="launch">証明書発行アプリの起動</button>',
    '<button id="launch"> 証明書発行\n アプリ起動 </button>',
    '<button id="launch"><b>証明書発行アプリ</b>の起動</button>',
    '<a id="launch" href="#">証明書発行アプリの起動</a>',
    '<input id="launch" type="button" value="証明書発行アプリの起動">',
    '<input id="launch" type="submit" value="証明書発行アプリ起動">',
    '<input id="launch" type="image" alt="証明書発行アプリの起動">',
    '<div id="launch" role="button">証明書発行アプリの起動</div>',
  ])("%s", (button) => {
    expect(page(`${id}<button>証明書発行アプリのダウンロード</button>${button}`)).toEqual({
      name: "acquisition",
      button: document.getElementById("launch"),
    });
  });

  test("an id that stands alone in its element, beside other elements", () => {
    expect(page("<h2><b>証明書取得</b> BSMS001 <i>?</i></h2><button>証明書発行アプリ起動</button>")?.name).toBe(
      "acquisition",
    );
  });
});

describe("the launch button without that screen id is for renewal:", () => {
  test.each([
    ["the top page", "<h1>トップ</h1><button>証明書発行アプリ起動</button>"],
    ["the id inside a longer text", "<p>画面 BSMS001</p><button>証明書発行アプリの起動</button>"],
    ["a longer id", "<p>BSMS0010</p><button>証明書発行アプリの起動</button>"],
    ["the id in an attribute only", '<p title="BSMS001"></p><button>証明書発行アプリの起動</button>'],
    ["the id split over elements", "<p><b>BSMS</b>001</p><button>証明書発行アプリの起動</button>"],
  ])("%s", (_, markup) => {
    expect(page(markup)?.name).toBe("renewal");
  });
});

describe("the login page is recognised by its screen id and the button for certificates:", () => {
  test.each(["BLGI001", "BLG001"])("%s", (screen) => {
    expect(page(`<b>${screen}</b><button>電子証明書発行</button>`)).toEqual({ name: "login" });
  });
});

describe("the abnormal end is recognised by its screen id and a code that we can help with:", () => {
  test.each(["BZBE001011", "BZBE011008"])("%s", (code) => {
    expect(page(`<b>CCHK902</b><p>エラーが発生しました（${code}）</p>`)).toEqual({ name: "abnormal-end", code });
  });
});

describe("not recognised:", () => {
  test.each([
    ["no button", `${id}<p>「証明書発行アプリの起動」ボタンを押してください。</p>`],
    ["the download button only", `${id}<button>証明書発行アプリのダウンロード</button>`],
    ["a button that says more", `${id}<button>証明書発行アプリの起動はこちら</button>`],
    ["a text field with the label in it", `${id}<input type="text" value="証明書発行アプリの起動">`],
    ["a login page without certificates", "<b>BLGI001</b><button>ログイン</button>"],
    ["the certificates' button on another page", "<b>BXXX001</b><button>電子証明書発行</button>"],
    ["an abnormal end of another kind", "<b>CCHK902</b><p>BZBE999999</p>"],
    ["a code on another screen", "<b>CCHK901</b><p>BZBE001011</p>"],
    ["a form that claims to be a button", '<form role="button">証明書発行アプリの起動<input name="textContent"></form>'],
    ["an empty page", ""],
  ])("%s", (_, markup) => {
    expect(page(markup)).toBeUndefined();
  });
});

test("a page without a body is none of the bank's", () => {
  expect(recognise(document.implementation.createDocument("http://www.w3.org/1999/xhtml", "html"))).toBeUndefined();
});

describe("a bank's window", () => {
  function fakeWindow(address: string, framed = false, origin = address): Window {
    const { protocol } = new URL(address);
    const candidate: { origin: string; location: { protocol: string }; top?: unknown } = { origin, location: { protocol } };
    candidate.top = framed ? {} : candidate;
    return candidate as unknown as Window;
  }

  test("is the top frame of a bank's origin", () => {
    expect(isBankWindow(fakeWindow("https://www.cc2235.bizsol.anser.ne.jp"))).toBe(true);
  });

  test.each([
    ["a frame", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp", true)],
    ["http", fakeWindow("http://www.cc2235.bizsol.anser.ne.jp")],
    ["what the bank has put into a sandbox", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp", false, "null")],
    ["another port", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp:444")],
    ["a look-alike", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp.example.com")],
    ["another host of the service", fakeWindow("https://help.bizsol.anser.ne.jp")],
  ])("is not %s", (_, candidate) => {
    expect(isBankWindow(candidate)).toBe(false);
  });

  test("may be one of the administrator's: only the service worker knows", () => {
    expect(mayBeAdded(fakeWindow("https://netbanking.example.co.jp"))).toBe(true);
    expect(mayBeAdded(fakeWindow("https://netbanking.example.co.jp", true))).toBe(false);
    expect(mayBeAdded(fakeWindow("http://netbanking.example.co.jp"))).toBe(false);
  });
});

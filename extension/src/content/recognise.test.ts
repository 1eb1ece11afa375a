// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { findLaunchButton, isBankWindow } from "./recognise.js";

/** Fixtures are markup; only tests write it. */
function page(markup: string): HTMLElement | undefined {
  document.body.replaceChildren(...Array.from(new DOMParser().parseFromString(markup, "text/html").body.childNodes));
  return findLaunchButton(document);
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
    expect(page(`${id}<button>証明書発行アプリのダウンロード</button>${button}`)?.id).toBe("launch");
  });

  test("an id that stands alone in its element, beside other elements", () => {
    expect(page("<h2><b>証明書取得</b> BSMS001 <i>?</i></h2><button>証明書発行アプリ起動</button>")).toBeDefined();
  });
});

describe("not recognised:", () => {
  test.each([
    ["the id inside a longer text", "<p>画面 BSMS001</p><button>証明書発行アプリの起動</button>"],
    ["a longer id", "<p>BSMS0010</p><button>証明書発行アプリの起動</button>"],
    ["the id in an attribute only", '<p title="BSMS001"></p><button>証明書発行アプリの起動</button>'],
    ["the id split over elements", "<p><b>BSMS</b>001</p><button>証明書発行アプリの起動</button>"],
    ["another screen", "<p>BLGI001</p><button>証明書発行アプリの起動</button>"],
    ["no button", `${id}<p>「証明書発行アプリの起動」ボタンを押してください。</p>`],
    ["the download button only", `${id}<button>証明書発行アプリのダウンロード</button>`],
    ["a button that says more", `${id}<button>証明書発行アプリの起動はこちら</button>`],
    ["a text field with the label in it", `${id}<input type="text" value="証明書発行アプリの起動">`],
    ["an empty page", ""],
  ])("%s", (_, markup) => {
    expect(page(markup)).toBeUndefined();
  });
});

describe("a bank's window", () => {
  function fakeWindow(origin: string, framed = false): Window {
    const candidate: { location: { origin: string }; top?: unknown } = { location: { origin } };
    candidate.top = framed ? {} : candidate;
    return candidate as unknown as Window;
  }

  test("is the top frame of a bank's origin", () => {
    expect(isBankWindow(fakeWindow("https://www.cc2235.bizsol.anser.ne.jp"))).toBe(true);
  });

  test.each([
    ["a frame", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp", true)],
    ["http", fakeWindow("http://www.cc2235.bizsol.anser.ne.jp")],
    ["another port", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp:444")],
    ["a look-alike", fakeWindow("https://www.cc2235.bizsol.anser.ne.jp.example.com")],
    ["another host of the service", fakeWindow("https://help.bizsol.anser.ne.jp")],
  ])("is not %s", (_, candidate) => {
    expect(isBankWindow(candidate)).toBe(false);
  });
});

/** What the user has come for from a bank's page: to see what is there, to renew, or to close the browser. */
export type Wish = "certificates" | "renewal" | "restart";
export const wishes = ["certificates", "renewal", "restart"] as const satisfies readonly Wish[];

/** What our page is opened for: said behind the # of its address, which only we write. code: the institution's, four digits. */
export type Purpose =
  | { for: "choice" }
  | { for: "institution"; code: string }
  /** Beside a page of that institution's. */
  | { for: "page"; code: string; wish: Wish };

export const panelPath = "src/panel/panel.html";
const word = /^#(?<code>[0-9]{4})(-(?<wish>[a-z]+))?$/;

export function panelAddress(purpose: Purpose): string {
  return chrome.runtime.getURL(panelPath) + hashOf(purpose);
}

function hashOf(purpose: Purpose): string {
  switch (purpose.for) {
    case "choice":
      return "";
    case "institution":
      return `#${purpose.code}`;
    case "page":
      return `#${purpose.code}-${purpose.wish}`;
  }
}

/** What isn't ours means the choice. */
export function purposeOf(hash: string): Purpose {
  const { code, wish } = word.exec(hash)?.groups ?? {};
  const known = wishes.find((one) => one === wish);
  if (code !== undefined && known !== undefined) return { for: "page", code, wish: known };
  return code !== undefined && wish === undefined ? { for: "institution", code } : { for: "choice" };
}

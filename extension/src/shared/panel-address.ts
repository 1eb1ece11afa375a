/** What a tab of our own is to do as soon as it is there. certificate: id, as the host names it. */
export type Task = { kind: "issue" } | { kind: "renewal"; certificate: string };

/** What the panel is opened for: said behind the # of its address, which only we write. */
export type Purpose =
  | { for: "anything" }
  | { for: "renewal" }
  | { for: "restart" }
  /** In a tab of its own. code: the institution's, four digits. */
  | { for: "institution"; code: string }
  /** Beside a bank's page. */
  | { for: "task"; code: string; task: Task };

export const panelPath = "src/panel/panel.html";
/**
 * The same page for a tab of its own. No web page may load this one, so its address is fixed: the browser blocks a tab
 * that is opened with the plain address of a page that web pages must know by its dynamic one.
 */
export const ownTabPath = "src/panel/tab.html";
const institution = /^(?<code>[0-9]{4})(-(?<kind>issue|renewal-(?<certificate>[A-Za-z0-9_-]{1,64})))?$/;

export function panelAddress(purpose: Purpose, path = panelPath): string {
  const word = wordOf(purpose);
  return `${chrome.runtime.getURL(path)}${word === "" ? "" : `#${word}`}`;
}

function wordOf(purpose: Purpose): string {
  switch (purpose.for) {
    case "anything":
      return "";
    case "renewal":
    case "restart":
      return purpose.for;
    case "institution":
      return purpose.code;
    case "task":
      return `${purpose.code}-${purpose.task.kind}${purpose.task.kind === "renewal" ? `-${purpose.task.certificate}` : ""}`;
  }
}

export function purposeOf(hash: string): Purpose {
  const word = hash.replace("#", "");
  if (word === "renewal" || word === "restart") return { for: word };
  const { code, kind, certificate } = institution.exec(word)?.groups ?? {};
  if (code === undefined) return { for: "anything" };
  if (kind === undefined) return { for: "institution", code };
  if (certificate !== undefined) return { for: "task", code, task: { kind: "renewal", certificate } };
  return { for: "task", code, task: { kind: "issue" } };
}

export type HostElement = { element: HTMLElement; root: ShadowRoot };

/** An element of ours in the bank's page: neither its scripts nor its styles reach inside. */
export function hostElement(tag: string, css: string): HostElement {
  const element = document.createElement(tag);
  const root = element.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return { element, root };
}

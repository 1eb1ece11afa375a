/** Builds elements: text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/** A button that only the user can press. */
export function actionButton(action: string, label: string, pressed: () => void, kind = ""): HTMLButtonElement {
  const button = element("button", { type: "button", "data-action": action, class: kind }, label);
  button.addEventListener("click", (event) => {
    if (event.isTrusted) pressed();
  });
  return button;
}

/** Names and values, as the bank's own screens list them. */
export function facts(rows: readonly (readonly [name: string, value: string, kind?: string])[]): HTMLDListElement {
  const cells = rows.flatMap(([name, value, kind = ""]) => [
    element("dt", {}, name),
    element("dd", { class: kind }, value),
  ]);
  return element("dl", {}, ...cells);
}

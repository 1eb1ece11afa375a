/** Lets tests look into closed shadow roots, as a browser's own tools can. */
import { vi } from "vitest";

const roots = new WeakMap<Element, ShadowRoot>();

export function watchShadowRoots(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the element it belongs to
  const attach = HTMLElement.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, "attachShadow").mockImplementation(function (this: HTMLElement, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
}

export function rootOf(element: Element | null): ShadowRoot {
  const root = element === null ? undefined : roots.get(element);
  if (root === undefined) throw new Error("no shadow root");
  return root;
}

/** As the user does it; a script's own events aren't trusted. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, "isTrusted", { value: true });
  return event;
}

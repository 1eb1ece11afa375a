/** What listens at the window of a test ends with it: the window is that of every test in the file. */
import { vi } from "vitest";

type Kept = readonly [type: string, listener: EventListener, options: AddEventListenerOptions | undefined];
const kept: Kept[] = [];

export function keepListeners(): void {
  const listen = window.addEventListener.bind(window);
  vi.spyOn(globalThis, "addEventListener").mockImplementation((type: string, listener: unknown, options?: unknown) => {
    const one = [type, listener as EventListener, options as AddEventListenerOptions | undefined] as const;
    kept.push(one);
    listen(...one);
  });
}

export function dropListeners(): void {
  for (const one of kept.splice(0)) window.removeEventListener(...one);
}

import { limits } from "../shared/limits.js";

/**
 * Tells once the bank's page has used what the user does in the panel, which counts as done in the page, too (HTML, 6.4.1): it opens a
 * window, or has the browser open a dialog, a sheet or a prompt, under somebody's typing. Nobody else in the tab uses it up, and for
 * some seconds it doesn't go by itself (6.4.2).
 */
export function watchActivation(used: () => void): void {
  let since = -Infinity;
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = (): void => {
    if (performance.now() - since > limits.activationMilliseconds) return stop();
    if (navigator.userActivation.isActive) return;
    stop();
    used();
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const note = (event: Event): void => {
    if (!event.isTrusted || !navigator.userActivation.isActive) return;
    since = performance.now();
    timer ??= setInterval(look, limits.activationLookMilliseconds);
  };
  for (const type of ["keydown", "mousedown", "pointerup"]) addEventListener(type, note, { capture: true });
}

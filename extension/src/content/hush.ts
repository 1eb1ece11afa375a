import type { FrameBan } from "./frame-ban.js";
import { keyboardShield } from "./keyboard-shield.js";

/**
 * After the page has thrown the panel out: it goes on hearing of no key, and has no frame, until the user has come to it anew, with a
 * click or from another tab. The worker needs a moment to open ours, in which somebody may type on.
 */
export function hush(frames: FrameBan): void {
  keyboardShield().raise(frames, () => false);
  frames.sweep();
  const end = ({ isTrusted }: Event): void => {
    if (!isTrusted) return;
    keyboardShield().lower(frames);
    frames.lift();
    removeEventListener("pointerdown", end, { capture: true });
    removeEventListener("visibilitychange", end, { capture: true });
  };
  addEventListener("pointerdown", end, { capture: true });
  addEventListener("visibilitychange", end, { capture: true });
}

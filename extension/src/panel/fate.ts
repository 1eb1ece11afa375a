import type { Doing } from "./typing.js";

/**
 * Of what has come up over our own page: it is put behind, and closed or unloaded; likewise, unless something may be in it that isn't
 * saved; it stays in front.
 */
export type Fate = "ends" | "behind" | "stays";

/** Who only may be about to write may be on the way to something that isn't saved there. */
export function fateUnder(doing: Doing): Fate {
  return ({ writes: "ends", "may write": "behind", goes: "stays" } as const)[doing];
}

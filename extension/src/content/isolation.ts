import { theDocument } from "./document.js";

/**
 * Whether a page can ask the browser for the address of every frame in it (measureUserAgentSpecificMemory): a cross-origin isolated one, or
 * one that has given up what comes with that, for itself alone, by its permissions policy: another of its windows needn't have.
 */
export function mayBeIsolated(): boolean {
  // Chromium's name for it; no standard has one.
  const { featurePolicy } = theDocument as Document & { featurePolicy?: { allowsFeature(feature: string): boolean } };
  return crossOriginIsolated || featurePolicy?.allowsFeature("cross-origin-isolated") === false;
}

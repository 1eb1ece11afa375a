import type { Browser } from "./browser-messages.js";

type Brand = { readonly brand: string };

export function browserKind(brands: readonly Brand[]): Browser {
  const names = brands.map(({ brand }) => brand);
  if (names.includes("Microsoft Edge")) return "edge";
  if (names.includes("Google Chrome")) return "chrome";
  return "chromium";
}

/** The types of the DOM don't know this property yet. */
export function ownBrands(): readonly Brand[] {
  return (navigator as Navigator & { userAgentData?: { brands: readonly Brand[] } }).userAgentData?.brands ?? [];
}

const bankOrigin = /^https:\/\/www\.cc([0-9]{4})\.bizsol\.anser\.ne\.jp$/;

/** An origin of an institution's own that the administrator has added. */
export type AddedOrigin = { readonly code: string; readonly origin: string };

/** The code of the institution whose pages have this origin; undefined for every other origin. */
export function institutionOf(origin: string, added: readonly AddedOrigin[] = []): string | undefined {
  return bankOrigin.exec(origin)?.[1] ?? added.find((one) => one.origin === origin)?.code;
}

/** Whether the host's own profiles know the origin, so that it needn't take our word for it. */
export function isBuiltIn(origin: string): boolean {
  return bankOrigin.test(origin);
}

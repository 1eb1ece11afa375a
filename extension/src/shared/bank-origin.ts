const bankOrigin = /^https:\/\/www\.cc([0-9]{4})\.bizsol\.anser\.ne\.jp$/;

/** The code of the institution whose pages have this origin; undefined for every other origin. */
export function institutionOf(origin: string): string | undefined {
  return bankOrigin.exec(origin)?.[1];
}

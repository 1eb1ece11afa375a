/** Numbers as people type them: full-width from a Japanese keyboard, with spaces or hyphens between. The host does the same. */
export function plainDigits(typed: string): string {
  return typed
    .replace(/[ \t\u3000\-\u2010\u2212\uff0d\u30fc]/g, "")
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30));
}

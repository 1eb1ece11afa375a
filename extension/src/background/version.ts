/** Compares two versions of three numbers. */
export function isAtLeast(version: string, minimum: string): boolean {
  const wanted = numbers(minimum);
  for (const [place, number] of numbers(version).entries()) {
    const least = wanted[place] ?? 0;
    if (number !== least) return number > least;
  }
  return true;
}

function numbers(version: string): number[] {
  return version.split(".").map(Number);
}

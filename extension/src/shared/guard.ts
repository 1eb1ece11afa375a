/** The few checks that message guards are put together from. */

export type Check<T> = (value: unknown) => value is T;

/** One check for each property: a property forgotten here, or too many, doesn't compile. */
export type Shape<T> = { readonly [K in keyof T]-?: Check<T[K]> };

export function literal<T extends string | number | boolean | null>(expected: T): Check<T> {
  return (value): value is T => value === expected;
}

export function oneOf<T extends string>(...allowed: readonly T[]): Check<T> {
  return (value): value is T => allowed.some((one) => one === value);
}

/** Lengths count characters, as the schema does, not UTF-16 units. */
export function text(minimum: number, maximum: number): Check<string> {
  return (value): value is string => {
    if (typeof value !== "string") return false;
    const length = characters(value);
    return length >= minimum && length <= maximum;
  };
}

export function pattern(expression: RegExp): Check<string> {
  return (value): value is string => typeof value === "string" && expression.test(value);
}

export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Check<number> {
  return (value): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
}

export function flag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

export function listOf<T>(check: Check<T>, minimum: number, maximum: number): Check<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length >= minimum && value.length <= maximum && value.every((item) => check(item));
}

/** A list in which nothing comes twice. */
export function setOf<T extends string>(check: Check<T>): Check<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && new Set(value).size === value.length && value.every((item) => check(item));
}

/** An object with exactly these properties. */
export function record<T extends object>(shape: Shape<T>, optional: readonly (keyof T & string)[] = []): Check<T> {
  const checks = new Map<string, Check<unknown>>(Object.entries(shape));
  const required = [...checks.keys()].filter((name) => !optional.some((one) => one === name));
  return (value): value is T => {
    if (!isObject(value)) return false;
    const own = new Map<string, unknown>(Object.entries(value));
    return (
      required.every((name) => own.has(name)) && [...own].every(([name, item]) => checks.get(name)?.(item) === true)
    );
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function characters(value: string): number {
  return Array.from(value).length;
}

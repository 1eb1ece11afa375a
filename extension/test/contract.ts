/** The contract of both halves, as the tests read it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

const folder = join(import.meta.dirname, "..", "..", "manifests", "messages");

type Schema = { $id: string; $defs: { reason: { oneOf: { const: string; description: string }[] } } };
export const schema = JSON.parse(readFileSync(join(folder, "messages.schema.json"), "utf8")) as Schema;

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addSchema(schema);

/** Checks against one of the schema's definitions. */
export function validator(definition: string): ValidateFunction {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${definition}`);
  if (validate === undefined) throw new Error(`no ${definition} in the schema`);
  return validate;
}

export type Example = { name: string; message: Record<string, unknown> & { type: string } };

export const examples: readonly Example[] = readdirSync(join(folder, "examples")).map((file) => ({
  name: file.replace(".json", ""),
  message: JSON.parse(readFileSync(join(folder, "examples", file), "utf8")) as Example["message"],
}));

export function example(name: string, changes: Record<string, unknown> = {}): Example["message"] {
  const found = examples.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no example ${name}`);
  return { ...structuredClone(found.message), ...changes };
}

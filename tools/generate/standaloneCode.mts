/**
 * The code that ajv writes for schemas, in a form that is read in reviews: what belongs to a field is in one place, and has no
 * number that depends on the fields before it.
 */
import type { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { steadyNames } from "./steadyNames.mts";

/**
 * How every validator is compiled. Lengths are only asked of texts that must not be empty, so characters need not be counted as
 * people count them; and ajv's remark that it would rather count them is not wanted.
 */
export const validatorOptions = { allErrors: true, allowUnionTypes: true, unicode: false, logger: false } as const;

export interface StandaloneCode {
  readonly code: string;
  /** Names of the functions by those of the schemas. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The code of a function for each schema that was added to ajv by one of these names. A schema may refer to those before it.
 * @throws {Error} if ajv writes what is not expected of it.
 */
export function standaloneCode(ajv: Ajv2020, schemas: readonly string[]): StandaloneCode {
  const written = standalone.default(ajv, Object.fromEntries(schemas.map((name) => [name, name])));
  const code = steadyNames(fieldByField(named(written)));
  const left = /\brequire\(|\bexports\b|\b(?:err|formats|func|schema|validate)\d+\b/.exec(code);
  if (left !== null) throw new Error(`What ajv wrote is not as expected: it has ${left[0]} in it.`);
  return { code, names: Object.fromEntries(schemas.map((name) => [name, `validate${name}`])) };
}

/** Each function and its schema by the name of that, and what they share by its own. */
function named(written: string): string {
  const renamed = new Map<string, string>();
  const parts = written.split(/exports\.(\w+) = (validate\d+);/);
  for (let at = 1; at < parts.length; at += 3) {
    const [own = "", validate = "", code = ""] = parts.slice(at, at + 3);
    const schemas = [...code.matchAll(/const (schema\d+) = /g)].map(([, name = ""]) => name);
    if (schemas.length !== 1) throw new Error(`ajv did not write one schema for ${own}.`);
    renamed.set(schemas[0] ?? "", `schemaOf${own}`).set(validate, `validate${own}`);
  }
  for (const [, name = "", value = ""] of written.matchAll(/const ((?:formats|func)\d+) = ([^;]+);/g))
    renamed.set(name, value);
  return written
    .replace('"use strict";', "")
    .replaceAll(/exports\.\w+ = validate\d+;|const (?:formats|func)\d+ = [^;]+;/g, "")
    .replaceAll(/\b(?:schema|validate|formats|func)\d+\b/g, (name) => renamed.get(name) ?? name);
}

/** A problem is one statement, without a variable of its own. */
const fieldByField = (code: string): string =>
  code.replaceAll(
    /const (err\d+) = (\{[^;]*\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g,
    "(vErrors ??= []).push($2);errors++;",
  );

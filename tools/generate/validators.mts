/**
 * Writes provider/kinds/validators.ts: what ajv makes of schema.json, one function a kind. Compiling a schema costs tens of
 * milliseconds in every process that validates, the program's and the provider's; a compiled one costs two.
 *
 *     node tools/generate/validators.mts          writes the file
 *     node tools/generate/validators.mts --check  fails if it is stale
 */
import { readFileSync } from "node:fs";
import { generated, root } from "./generated.mts";
import { validatorCode } from "./validatorCode.mts";

const { $defs } = JSON.parse(readFileSync(`${root}/schema.json`, "utf8")) as { $defs: Record<string, object> };
const { code, names } = validatorCode($defs);

await generated(
  "provider/kinds/validators.ts",
  [
    "// Generated from schema.json by tools/generate/validators.mts. Do not edit: change schema.json and run `npm run generate`.",
    "/* eslint-disable */",
    "// @ts-nocheck: a machine wrote this for a machine.",
    'import { formats } from "./formats";',
    'import type { KindName } from "./schema";',
    "",
    "/** One thing that is wrong: where in the inputs, and which part of the schema says so. */",
    "export interface SchemaProblem {",
    "  readonly keyword: string;",
    "  readonly instancePath: string;",
    "  readonly schemaPath: string;",
    "  readonly params: Readonly<Record<string, unknown>>;",
    "}",
    "",
    "/** Says whether inputs are valid; what is wrong is in `errors` until the next call. */",
    "export interface Validator {",
    "  (inputs: unknown): boolean;",
    "  errors?: readonly SchemaProblem[] | null;",
    "}",
    "",
    code,
    "",
    `export const validators: Readonly<Record<KindName, Validator>> = { ${Object.entries(names)
      .map(([kind, name]) => `${kind}: ${name}`)
      .join(", ")} };`,
  ].join("\n"),
);

/**
 * Writes provider/kinds/validators.ts: what ajv makes of schema.json, one function a kind. Compiling a schema costs tens of
 * milliseconds in every process that validates, the program's and the provider's; a compiled one costs two.
 *
 *     node tools/generate/validators.mts          writes the file
 *     node tools/generate/validators.mts --check  fails if it is stale
 */
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { readFileSync } from "node:fs";
import { generated, root } from "./generated.mts";

type Node = Record<string, unknown>;

const { $defs } = JSON.parse(readFileSync(`${root}/schema.json`, "utf8")) as { $defs: Record<string, Node> };

/** What schema.json says beyond JSON Schema: it means nothing to a validator. */
const annotations = [
  "noun",
  "plural",
  "scope",
  "routes",
  "refersTo",
  "role",
  "toldByWrites",
  "naturalKey",
  "providerOnly",
  "computed",
  "output",
  "readBack",
  "provenance",
  "replaceOnChange",
  "secret",
  "unordered",
  "matchedBy",
  "parallel",
  "decides",
  "freeForm",
  "knownValues",
  "letterCase",
  "wireName",
];
const remarks = new Set([...annotations, "title", "description", "examples", "default", "readOnly"]);

/** The schema without what only people and the rest of the package read; a property may be called like a remark. */
function bare(node: Node): Node {
  const kept = Object.entries(node).filter(([key]) => !remarks.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === "items") return [key, bare(value as Node)];
      if (key !== "properties") return [key, value];
      return [
        key,
        Object.fromEntries(Object.entries(value as Node).map(([name, child]) => [name, bare(child as Node)])),
      ];
    }),
  );
}

/** What a format demands is in provider/kinds/formats.ts; here only the names are needed. */
const formatNames = new Set(JSON.stringify($defs).match(/(?<="format":")[^"]+/g));
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  // Words for people are in provider/kinds/validation.ts.
  messages: false,
  // Lengths are only asked of texts that must not be empty, so characters need not be counted as people count them; and
  // ajv's remark that it would rather count them is not wanted.
  unicode: false,
  logger: false,
  formats: Object.fromEntries([...formatNames].map((name) => [name, () => true])),
  code: { source: true, formats: _`formats` },
});
ajv.addVocabulary(annotations);

const names = Object.keys($defs);
for (const name of names) {
  // In full first: a word that ajv does not know is a mistake in schema.json and fails here.
  ajv.compile($defs[name] ?? {});
  ajv.addSchema(bare($defs[name] ?? {}), name);
}
const module = standalone
  .default(ajv, Object.fromEntries(names.map((name) => [name, name])))
  .replace('"use strict";', "");
const functions = [...module.matchAll(/exports\.(\w+) = (validate\d+);/g)].map(([, name, made]) => `${name}: ${made}`);
const code = module.replaceAll(/exports\.\w+ = validate\d+;/g, "");
if (functions.length !== names.length || /\brequire\(|\bexports\b/.test(code)) {
  throw new Error("What ajv wrote needs something that the package does not have beside it.");
}

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
    `export const validators: Readonly<Record<KindName, Validator>> = { ${functions.join(", ")} };`,
  ].join("\n"),
);

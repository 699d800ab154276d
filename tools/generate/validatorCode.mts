/**
 * What ajv makes of schema.json: the code of one function a kind. It is brought into a form that is read in reviews: what
 * belongs to a field is in one place, and has no number that depends on the fields before it.
 */
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { steadyNames } from "./steadyNames.mts";

type Node = object;

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
  const kept = Object.entries(node as Record<string, unknown>).filter(([key]) => !remarks.has(key));
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

/**
 * The code of the functions, and their names by kind.
 * @throws {Error} if ajv refuses a schema, or writes what is not expected of it.
 */
export function validatorCode($defs: Readonly<Record<string, Node>>): {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
} {
  // What a format demands is in provider/kinds/formats.ts; here only the names are needed.
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
  const kinds = Object.keys($defs);
  for (const kind of kinds) {
    // In full first: a word that ajv does not know is a mistake in schema.json and fails here.
    ajv.compile($defs[kind] ?? {});
    ajv.addSchema(bare($defs[kind] ?? {}), kind);
  }
  const written = standalone.default(ajv, Object.fromEntries(kinds.map((kind) => [kind, kind])));
  const names = Object.fromEntries(kinds.map((kind) => [kind, `validate${kind}`]));
  const code = steadyNames(fieldByField(named(written, kinds)));
  const left = /\brequire\(|\bexports\b|\b(?:err|formats|func|schema|validate)\d+\b/.exec(code);
  if (left !== null) throw new Error(`What ajv wrote is not as expected: it has ${left[0]} in it.`);
  return { code, names };
}

/** Each kind's function and schema by its name, and what they share by its own. */
function named(written: string, kinds: readonly string[]): string {
  const renamed = new Map<string, string>();
  const schemas = [...written.matchAll(/const (schema\d+) = /g)].map(([, name = ""]) => name);
  if (schemas.length !== kinds.length) throw new Error("ajv did not write one schema for each kind.");
  for (const [index, kind] of kinds.entries()) {
    renamed.set(schemas[index] ?? "", `schemaOf${kind}`);
    renamed.set(new RegExp(`exports\\.${kind} = (validate\\d+);`).exec(written)?.[1] ?? "", `validate${kind}`);
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

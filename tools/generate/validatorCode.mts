/** What ajv makes of schema.json: the code of one function a kind, which judges the inputs of a program. */
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { standaloneCode, validatorOptions, type StandaloneCode } from "./standaloneCode.mts";

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
  "lasting",
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
export function validatorCode($defs: Readonly<Record<string, Node>>): StandaloneCode {
  // What a format demands is in provider/kinds/formats.ts; here only the names are needed.
  const formatNames = new Set(JSON.stringify($defs).match(/(?<="format":")[^"]+/g));
  const ajv = new Ajv2020({
    ...validatorOptions,
    strict: true,
    // Words for people are in provider/kinds/validation.ts.
    messages: false,
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
  return standaloneCode(ajv, kinds);
}

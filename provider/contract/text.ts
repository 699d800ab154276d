/**
 * The text of a contract, made to be read in a diff: keys in the order of their description, a line for each fact, fields in
 * the order of schema.json. The same facts are the same text.
 */
import { kindNames, kindSchema } from "../kinds/schema";
import { contractDescription, inside, type Description } from "./description";
import type { Contract } from "./types";

/** Where editors find the description: in what npm has installed, beside the program. */
const DESCRIPTION = "./node_modules/pulumi-callab/contract.schema.json";

export function textOf(contract: Contract): string {
  const described = { ...contract, $schema: contract.$schema ?? DESCRIPTION };
  return `${JSON.stringify(ordered(described, contractDescription, undefined), null, 2)}\n`;
}

/** @param kind the kind whose fields are named there */
function ordered(value: unknown, node: Description, kind: string | undefined): unknown {
  if (Array.isArray(value)) return inOrder(value as unknown[], kind);
  if (typeof value !== "object" || value === null) return value;
  const given = new Map(Object.entries(value).filter(([, inner]) => inner !== undefined));
  const known = Object.keys(node.properties ?? {});
  const keys = [...known.filter((key) => given.has(key)), ...[...given.keys()].filter((key) => !known.includes(key))];
  return Object.fromEntries(
    keys.map((key) => {
      const of = kindNames.find((name) => name === key) ?? kind;
      return [key, ordered(given.get(key), inside(node, key), of)];
    }),
  );
}

/** Fields as schema.json has them; those it does not know, by the alphabet, behind them. Other lists stay as they are. */
function inOrder(values: readonly unknown[], kind: string | undefined): readonly unknown[] {
  const fields = kindNames.filter((name) => name === kind).flatMap((name) => kindSchema(name).fields);
  const places = new Map<unknown, number>(fields.map(({ wireName }, place) => [wireName, place]));
  if (!values.some((value) => places.has(value))) return values;
  const placeOf = (value: unknown): number => places.get(value) ?? places.size;
  return [...values].sort((one, other) => placeOf(one) - placeOf(other) || (String(one) < String(other) ? -1 : 1));
}

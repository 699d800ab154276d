/**
 * Whether a program says what its state says. Exact, except that a time zone has several names and an ID two letter
 * cases. What the API answers is compared in another way: see spelling.ts.
 */
import { isIdFormat } from "./formats";
import { stableText } from "./normalForm";
import type { Field, SchemaNode } from "./schema";
import { canonicalZone } from "../values/timeZone";

/** Whether two values of a field, as they are compared (see parallel.ts), mean the same. */
export const same = (field: Field, a: unknown, b: unknown): boolean =>
  a === b || comparable(field.node, a) === comparable(field.node, b);

function comparable(node: SchemaNode, value: unknown): string {
  if (node.format === "time-zone" && typeof value === "string") return canonicalZone(value) ?? value;
  if (isIdFormat(node.format) && typeof value === "string") return value.toLowerCase();
  return stableText(value);
}

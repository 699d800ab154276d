/**
 * The shape that the schema declares, as far as SDKs of typed languages hold a provider to it: one that reads anything
 * else there fails, or reads nothing. What the API shows is brought into it; what cannot be is left out.
 */
import { isObject } from "../values/empty";
import { isUnknown } from "../values/unknown";
import type { Properties } from "./normalForm";
import type { Field, JsonType, KindSchema, SchemaNode } from "./schema";

/** Properties in the shape of their kind; names that it does not have are notes, and stay. */
export function shaped(kind: KindSchema, properties: Properties): Record<string, unknown> {
  const entries = Object.entries(properties).map(([name, value]): [string, unknown] => {
    const field = kind.field(name);
    return [name, field === undefined ? value : inShape(field, value)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}

/** The value of a field in its shape; undefined where it cannot be brought into it. */
export const inShape = (field: Field, value: unknown): unknown => bring(field.node, field.types, field.fields, value);

function bring(
  node: SchemaNode,
  types: readonly JsonType[],
  fields: readonly Field[] | undefined,
  value: unknown,
): unknown {
  if (types.length === 0 || isUnknown(value)) return value;
  if (value === undefined || value === null) return value === null && types.includes("null") ? null : undefined;
  if (types.includes("array")) return list(node.items, fields, value);
  if (types.includes("object")) return isObject(value) ? object(node, fields, value) : undefined;
  return scalar(node, types, value);
}

/** A list, also where it is shown as an object: one entry a place, or all entries merged into one. */
function list(items: SchemaNode | undefined, fields: readonly Field[] | undefined, value: unknown): unknown {
  const entries = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? entriesOf(items, value) : undefined;
  if (entries === undefined || items === undefined) return entries;
  const types = (items.type === undefined ? [] : [items.type].flat()) as readonly JsonType[];
  const brought = entries.map((entry) => bring(items, types, fields, entry));
  return brought.includes(undefined) ? undefined : brought;
}

/** What holds an object for each place is the list of them; else it is the only entry, where entries may hold any keys. */
function entriesOf(items: SchemaNode | undefined, value: Properties): unknown[] | undefined {
  const keys = Object.keys(value);
  const places = Object.values(value);
  const isOfObjects = items?.type === "object";
  if (keys.every((key, index) => key === String(index)) && (!isOfObjects || places.every(isObject))) return places;
  return items?.freeForm === true ? [value] : undefined;
}

/** Without what cannot be brought into its shape; undefined where that is something it must have. */
function object(node: SchemaNode, fields: readonly Field[] | undefined, value: Properties): unknown {
  if (node.freeForm === true || fields === undefined) return value;
  const required = node.required ?? node.items?.required ?? [];
  const brought = fields
    .map((field): [string, unknown] => [field.name, inShape(field, value[field.name])])
    .filter(([, entry]) => entry !== undefined);
  const names = new Set(brought.map(([name]) => name));
  return required.every((name) => names.has(name)) ? Object.fromEntries(brought) : undefined;
}

/** A word that is shown as something else is still told, as text: a status that nobody knows is not one that is absent. */
function scalar({ format }: SchemaNode, types: readonly JsonType[], value: unknown): unknown {
  if (typeof value === "string") return types.includes("string") ? value : undefined;
  if (types.includes("string")) return format === undefined ? JSON.stringify(value) : undefined;
  if (types.includes("boolean")) return typeof value === "boolean" ? value : undefined;
  const isNumber = typeof value === "number" && Number.isFinite(value);
  return isNumber && (types.includes("number") || Number.isSafeInteger(value)) ? value : undefined;
}

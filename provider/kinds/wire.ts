/**
 * Between a program's words and the wire: camelCase ↔ snake_case, weekday names ↔ numbers. To the wire goes
 * exactly what the documentation shows; from the wire, anything a server may make of it is read.
 */
import { parseAnsweredDate, parseInstant } from "../values/calendarDate";
import { saysDeleted } from "../values/deletionTime";
import { isObject } from "../values/empty";
import { normalValue, type Properties, type SetPredicate } from "./normalForm";
import type { Field, KindSchema, SchemaNode } from "./schema";
import { statusWord } from "./statusWords";
import { readShownNumber } from "../values/shownNumber";
import { unescaped } from "../values/unescaped";
import { weekdayNumber } from "../values/weekday";

/** The body for a set of declared inputs: what is declared and nothing else. `cleared` fields go out as null. */
export function toWire(kind: KindSchema, inputs: Properties, cleared: readonly string[] = []): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of kind.written) {
    const value = inputs[field.name];
    if (value !== undefined && value !== null) body[field.wireName] = wireValue(field.node, field.fields, value);
    else if (cleared.includes(field.name)) body[field.wireName] = null;
  }
  return body;
}

function wireValue(node: SchemaNode, fields: readonly Field[] | undefined, value: unknown): unknown {
  if (node.freeForm === true) return value;
  if (Array.isArray(value))
    return value.map((item: unknown) => (node.items ? wireValue(node.items, fields, item) : item));
  if (typeof value === "object" && value !== null && fields !== undefined) {
    const byName = new Map(fields.map((field) => [field.name, field]));
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => {
        const field = byName.get(name);
        return field === undefined ? [name, entry] : [field.wireName, wireValue(field.node, field.fields, entry)];
      }),
    );
  }
  if (node.format === "weekday" && typeof value === "string") return weekdayNumber(value);
  return value;
}

/**
 * The fields an answer shows, under their program names and in normal form. A field the answer does not mention,
 * or mentions as null where it is one that the API hides, is absent; a null of a shown field is null.
 */
export function fromWire(kind: KindSchema, answer: Properties): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const terms: Terms = {
    zone: zoneOf(kind, answer),
    country: answer[kind.field("numberCountryCode")?.wireName ?? ""],
  };
  for (const field of kind.fields) {
    if (field.node.providerOnly === true || field.node.output === false) continue;
    const value =
      field.node.role === "workspace" ? (answer["workspace"] ?? answer["workspace_id"]) : answer[field.wireName];
    if (value === undefined || (value === null && field.node.readBack === "hidden")) continue;
    result[field.name] = value === null ? null : readValue(field, unescaped(value), terms);
  }
  return result;
}

/** All of an answer that the reading of one of its values depends on. */
interface Terms {
  readonly zone: unknown;
  /** Of its phone number. */
  readonly country: unknown;
}

/** The time zone of an answer: its days may be shown as instants in it. */
function zoneOf(kind: KindSchema, answer: Properties): unknown {
  const field = kind.written.find(({ node }) => node.format === "time-zone");
  return field && answer[field.wireName];
}

const keepOrder: SetPredicate = (node) => node.unordered === true;

function readValue(field: Field, value: unknown, { zone, country }: Terms): unknown {
  // A time that is the beginning of no day here may be one in the zone of the program: it stays for spelling.ts.
  if (field.name === "status" && isObject(value)) return statusWord(value) ?? value;
  if (field.node.format === "date") return parseAnsweredDate(value, zone) ?? value;
  const read = readNode(field.node, field.fields, value);
  if (field.node.format === "e164" && typeof read === "string") return readShownNumber(read, country) ?? read;
  return normalValue(field.node, field.fields, read, keepOrder);
}

function readNode(node: SchemaNode, fields: readonly Field[] | undefined, value: unknown): unknown {
  if (node.freeForm === true || value === null) return value;
  const types = node.type === undefined ? [] : Array.isArray(node.type) ? node.type : [node.type];
  if (types.includes("array")) return readList(node, fields, value);
  if (typeof value === "object" && !Array.isArray(value) && fields !== undefined)
    return readObject(fields, value as Properties);
  return readScalar(node, types as readonly string[], value);
}

function readList(node: SchemaNode, fields: readonly Field[] | undefined, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const items = node.items;
  if (items === undefined) return value;
  const holdsScalars = items.properties === undefined && items.freeForm !== true;
  // Older answers nest the contacts lists: [["vip"], ["gold"]] says what ["vip", "gold"] says today.
  const flat: unknown[] = holdsScalars ? value.flat() : fields === undefined ? value : value.filter(isThere);
  const list = flat.map((item) => readNode(items, fields, item));
  return items.format === "weekday" ? list.filter((item) => item !== null) : list;
}

/** What was deleted may stay listed, with the time of that: a step has `deleted_at`, as an object has (documented). */
const isThere = (entry: unknown): boolean => !isObject(entry) || !saysDeleted(entry["deleted_at"]);

function readObject(fields: readonly Field[], object: Properties): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.node.readOnly === true) continue;
    const value = object[field.wireName];
    if (value !== undefined) result[field.name] = readNode(field.node, field.fields, value);
  }
  return result;
}

function readScalar(node: SchemaNode, types: readonly string[], value: unknown): unknown {
  if (node.format === "weekday") return readWeekday(value);
  const wantsNumber = types.includes("number") || types.includes("integer");
  if (wantsNumber && typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)))
    return Number(value);
  if (types.includes("boolean")) return readBoolean(value);
  if (typeof value === "string") return readWord(node, value) ?? readText(node, value);
  if (types.includes("string") && typeof value === "number") return String(value);
  return value;
}

const readText = (node: SchemaNode, text: string): string =>
  node.format === "date-time" ? (parseInstant(text)?.toISOString() ?? text) : text;

/** A word of the API's own, in whatever letter case, as it is documented. */
function readWord({ enum: closed, knownValues }: SchemaNode, text: string): string | undefined {
  const words = closed ?? knownValues;
  return words?.find((word) => word.toLowerCase() === text.trim().toLowerCase());
}

/** Answers may count to 7, which is Sunday (inferred); programs may not. */
const readWeekday = (value: unknown): unknown => (value === 7 || value === "7" ? 0 : value);

function readBoolean(value: unknown): unknown {
  const text = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (text === 1 || text === "1" || text === "true") return true;
  return text === 0 || text === "0" || text === "false" ? false : value;
}

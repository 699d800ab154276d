/**
 * The normal form: one spelling for every value, so that two ways to write the same thing never look
 * like a change. Pure, and idempotent: normalForm(normalForm(x)) is normalForm(x). What cannot be read
 * stays as it is, for validation to complain about.
 *
 * | value            | accepted                                  | normal form               |
 * | ---------------- | ----------------------------------------- | ------------------------- |
 * | weekday          | 0–6, Monday, mon                          | "monday"                  |
 * | time of day      | 9:00, 09:00                               | "09:00:00"                |
 * | phone number     | +44 20 7946 0958                          | "+442079460958"           |
 * | folded enum      | SECONDS, Get                              | "seconds", "GET"          |
 * | name             | Unicode of any form, blanks at its ends   | NFC, without those blanks |
 * | set              | any order, repeated entries               | in order, once            |
 * | parallel list    | any order (see parallel.ts)               | as written                |
 * | free-form object | anything                                  | unchanged, to the letter  |
 * | time zone, ID    | any name of the zone, either letter case  | as written (see same.ts)  |
 */
import { normalName } from "../values/name";
import { parseE164 } from "../values/phoneNumberFormat";
import type { Field, KindSchema, SchemaNode } from "./schema";
import { parseTimeOfDay } from "../values/timeOfDay";
import { holdsUnknown, isUnknown } from "../values/unknown";
import { parseWeekday, weekdayNumber } from "../values/weekday";

export type Properties = Readonly<Record<string, unknown>>;

/** The normal form of a program's inputs. Absent and null properties are left out; unknown values stay. */
export const normalForm = (kind: KindSchema, inputs: Properties): Record<string, unknown> =>
  normalProperties(kind, inputs, (node) => node.unordered === true);

/** The normal form of one field by itself; undefined for null. */
export const normalField = (kind: KindSchema, name: string, value: unknown): unknown =>
  normalForm(kind, { [name]: value })[name];

/** A natural key that somebody typed, in normal form. */
export const normalKey = (kind: KindSchema, key: string): string => String(normalField(kind, kind.naturalKey, key));

/** The normal form but for the order of sets: every value is where the program wrote it, for messages to point at. */
export const normalSpelling = (kind: KindSchema, inputs: Properties): Record<string, unknown> =>
  normalProperties(kind, inputs, () => false);

function normalProperties(kind: KindSchema, inputs: Properties, isSet: SetPredicate): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined || value === null) continue;
    const field = kind.field(name);
    const normal = field === undefined ? value : normalValue(field.node, field.fields, value, isSet);
    result[name] = name === kind.naturalKey && typeof normal === "string" ? normalName(normal) : normal;
  }
  return result;
}

/** Says of a list whether its order means nothing. */
export type SetPredicate = (node: SchemaNode) => boolean;

export function normalValue(
  node: SchemaNode,
  fields: readonly Field[] | undefined,
  value: unknown,
  isSet: SetPredicate,
): unknown {
  if (node.freeForm === true || isUnknown(value)) return value;
  if (Array.isArray(value)) return normalList(node, fields, value, isSet);
  if (typeof value === "object" && value !== null) return normalObject(fields, value as Properties, isSet);
  return normalScalar(node, value);
}

function normalList(
  node: SchemaNode,
  fields: readonly Field[] | undefined,
  list: readonly unknown[],
  isSet: SetPredicate,
): unknown[] {
  const items = node.items;
  if (items === undefined) return [...list];
  const normal = list.map((item) => normalValue(items, fields, item, isSet));
  // A place that is not known yet must not move: its position is all there is to know about it.
  return isSet(node) && !holdsUnknown(normal) ? sortedSet(normal) : normal;
}

function normalObject(fields: readonly Field[] | undefined, object: Properties, isSet: SetPredicate): unknown {
  if (fields === undefined) return object;
  const byName = new Map(fields.map((field) => [field.name, field]));
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const field = byName.get(name);
    if (value === null && field?.nullable !== true && field?.node.freeForm !== true) continue;
    result[name] = field === undefined ? value : normalValue(field.node, field.fields, value, isSet);
  }
  return result;
}

function normalScalar(node: SchemaNode, value: unknown): unknown {
  switch (node.format) {
    case "weekday":
      return parseWeekday(value) ?? value;
    case "time-of-day":
      return parseTimeOfDay(value) ?? value;
    case "e164":
      return parseE164(value) ?? value;
  }
  if (typeof value === "string") {
    if (node.letterCase === "lower") return value.toLowerCase();
    if (node.letterCase === "upper") return value.toUpperCase();
  }
  return value;
}

/** A set in order, each entry once. */
export function sortedSet(list: readonly unknown[]): unknown[] {
  const keyed = list.map((item) => ({ item, key: sortKey(item) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.filter(({ key }, index) => index === 0 || key !== keyed[index - 1]?.key).map(({ item }) => item);
}

function sortKey(item: unknown): string {
  const weekday = typeof item === "string" ? weekdayNumber(item) : -1;
  return weekday >= 0 ? String(weekday) : stableText(item);
}

/** JSON with sorted keys: equal texts, equal values. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${stableText(entry)}`).join(",")}}`;
  }
  return typeof value === "bigint" ? String(value) : JSON.stringify(value ?? null);
}

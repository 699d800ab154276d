/**
 * What a server may do to values, in any combination, read off the emulator's switches: a new habit is covered the
 * moment it has one. And edits that are none of these: what only a person does.
 */
import fc from "fast-check";
import { describeSwitches, type Json, type Personality, type PersonalityPatch, type WireObject } from "../../emulator";
import type { Kind } from "../../provider/kinds/kind";
import type { Field, SchemaNode } from "../../provider/kinds/schema";

/** Switches that are no habits, or that no client can see through. */
const others = ["refusalBody", "droppedFields"];
/** Older switches that are habits. */
const older = ["names", "dates", "numbers", "arrayOrder", "timeOfDay", "webhookCase", "agentVariables", "contactLists"];

const described = describeSwitches();
const newer = described.slice(described.findIndex(({ name }) => name === "textEnds")).map(({ name }) => name);
const names: readonly string[] = [...older, ...newer].filter((name) => !others.includes(name));

const positionsOf = (name: string): Json[] =>
  (described.find((entry) => entry.name === name)?.positions ?? "null")
    .split(" | ")
    .map((text) => JSON.parse(text) as Json)
    // A name that is cut or in lower case is another name.
    .filter((position) => name !== "names" || (position !== "cut" && position !== "lower"));

/** Any habits at once; the smallest example has none. */
export const habits: fc.Arbitrary<PersonalityPatch> = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.constantFrom(...positionsOf(name))])),
  { requiredKeys: [], noNullPrototype: true },
);

/** A personality with habits. */
export const withHabits = (personality: Personality, patch: PersonalityPatch): Personality => ({
  ...personality,
  ...patch,
});

/** The fields of an object in which somebody may be seen to edit what a program declares. */
export const editable = (kind: Kind, inputs: Readonly<Record<string, unknown>>): readonly Field[] =>
  kind.written.filter(
    (field) =>
      field.node.readBack === "shown" &&
      field.node.replaceOnChange !== true &&
      !field.isKey &&
      inputs[field.name] !== undefined,
  );

/** Another value for a field as it is on the wire; undefined where there is nothing in it that a program declares. */
export function edited(node: SchemaNode, value: Json): Json | undefined {
  if (node.freeForm === true) return editedFreely(value);
  if (Array.isArray(value)) return editedList(node, value);
  if (typeof value === "number") return value < 0 ? 2 * value - 1 : 2 * value + 1;
  if (typeof value === "boolean") return !value;
  return typeof value === "string" ? editedText(node, value) : "another one";
}

function editedText({ format, enum: closed }: SchemaNode, value: string): string {
  switch (format) {
    case "date":
      return new Date(Date.parse(value) + 86_400_000).toISOString().slice(0, 10);
    case "time-of-day":
      return `${String((Number(value.slice(0, 2)) + 1) % 24).padStart(2, "0")}${value.slice(2)}`;
    case "time-zone":
      return ["Asia/Tokyo", "Japan"].includes(value) ? "America/Lima" : "Asia/Tokyo";
    default:
      return closed?.find((word) => word !== value) ?? `${value}x`;
  }
}

function editedList({ items = {} }: SchemaNode, list: Json[]): Json[] | undefined {
  if (items.format === "weekday") {
    const missing = [0, 1, 2, 3, 4, 5, 6].find((day) => !list.includes(day));
    return missing === undefined ? list.slice(1) : [...list, missing];
  }
  if (items.freeForm === true) {
    const at = list.findLastIndex((entry) => editedFreely(entry) !== undefined);
    return at < 0 ? undefined : list.map((entry, index) => (index === at ? (editedFreely(entry) ?? entry) : entry));
  }
  if (items.properties === undefined) return [...list, items.type === "integer" ? 7 : "another one"];
  const [first, ...rest] = list as WireObject[];
  const key = items.properties["webhookUrl"] === undefined ? "name" : "webhook_url";
  const another = key === "name" ? "another one" : "https://example.com/another";
  return first === undefined ? [{ [key]: another }] : [{ ...first, [key]: `${textIn(first[key])}x` }, ...rest];
}

const textIn = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** A declared value in it is another one. A key that nobody declares is nobody's to see. */
function editedFreely(value: Json): Json | undefined {
  if (typeof value !== "object" || value === null) return typeof value === "string" ? `${value}x` : "another one";
  if (Array.isArray(value)) return [...value, "another one"];
  const key = Object.keys(value)[0];
  return key === undefined ? undefined : { ...value, [key]: "another one" };
}

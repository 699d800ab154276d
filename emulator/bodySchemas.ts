/**
 * The schemas of what a write may carry, on the wire, built from schema.json; the additions below say where they come from.
 * tools/generate/emulatorValidators.mts makes validators.ts of them.
 */
import { kinds, type Kind } from "./kinds";
import { definition, wireName, type SchemaNode } from "./shapes";

export type JsonSchema = Record<string, unknown>;

const passedOn = [
  "enum",
  "const",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
] as const;

/** Days travel as numbers, 0 = Sunday … 6 = Saturday, and an entry may be null (documented). */
const weekday: JsonSchema = { type: ["integer", "null"], minimum: 0, maximum: 6 };

function wireSchema(node: SchemaNode): JsonSchema {
  if (node.format === "weekday") return weekday;
  const result: JsonSchema = {};
  if (node.type !== undefined) result["type"] = node.type;
  for (const keyword of passedOn) {
    const value = (node as Record<string, unknown>)[keyword];
    if (value !== undefined) result[keyword] = value;
  }
  if (node.freeForm === true) return result;
  if (node.items !== undefined) result["items"] = wireSchema(node.items);
  if (node.properties !== undefined) Object.assign(result, objectSchema(node, node.required ?? []));
  return result;
}

function writableEntries(node: SchemaNode): [string, SchemaNode][] {
  return Object.entries(node.properties ?? {}).filter(
    ([, property]) => property.readOnly !== true && property.providerOnly !== true,
  );
}

function objectSchema(node: SchemaNode, requiredProperties: readonly string[]): JsonSchema {
  const entries = writableEntries(node);
  return {
    type: "object",
    additionalProperties: false,
    required: entries
      .filter(([property]) => requiredProperties.includes(property))
      .map(([property, inside]) => wireName(property, inside)),
    properties: Object.fromEntries(
      entries.map(([property, inside]) => [wireName(property, inside), wireSchema(inside)]),
    ),
  };
}

/** A body of a kind with every field that may be written. Which of them it must have depends on the write. */
const bodySchema = (kind: Kind): JsonSchema => objectSchema(definition(kind), []);

/** What only an update may carry. Older documentation: an update of a campaign takes these two, a create does not. */
const updateOnly: Readonly<Record<string, JsonSchema>> = {
  status: { type: "string", enum: ["active", "paused", "completed"] },
  allow_non_local_calls: { type: "boolean" },
};

/** Whether a field of a campaign goes with an update alone. */
export const isUpdateOnly = (name: string): boolean => Object.hasOwn(updateOnly, name);

/** Every schema by its name: that of a kind, or `UpdateOfCampaign`. */
export const bodySchemas: Readonly<Record<string, JsonSchema>> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, bodySchema(kind)])),
  UpdateOfCampaign: { type: "object", properties: updateOnly },
};

/**
 * What a write may carry. The emulator is strict: a missing, unknown or misshaped field is refused, with the wire name
 * and the rule in the message. The schemas are built from schema.json; the additions below say where they come from.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { Json } from "./json";
import type { Kind } from "./kinds";
import { definition, shapes, wireName, type SchemaNode } from "./shapes";

/**
 * `create`: a new object. `update`: only what changes; null clears. `replace`: an update that stands for the whole
 * object (switch `updateReplaces`).
 */
export type WriteForm = "create" | "update" | "replace";

type JsonSchema = Record<string, unknown>;

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

function bodySchema(kind: Kind, form: WriteForm): JsonSchema {
  const { required } = shapes[kind];
  const properties = Object.fromEntries(
    writableEntries(definition(kind)).map(([property, node]) => {
      const name = wireName(property, node);
      const inside = wireSchema(node);
      const clearable = form !== "create" && !required.includes(name);
      return [name, clearable ? { anyOf: [{ type: "null" }, inside] } : inside];
    }),
  );
  if (kind === "Campaign" && form !== "create") {
    // Older documentation: update takes these two, create does not.
    properties["status"] = { type: "string", enum: ["active", "paused", "completed"] };
    properties["allow_non_local_calls"] = { type: "boolean" };
  }
  return {
    type: "object",
    additionalProperties: false,
    required: form === "create" ? required : form === "replace" ? required.filter((name) => name !== "workspace") : [],
    properties,
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats(ajv, ["uuid", "date", "date-time"]);
ajv.addFormat("time-of-day", /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
ajv.addFormat("time-zone", { type: "string", validate: isTimeZone });
ajv.addFormat("uri", { type: "string", validate: (text) => URL.canParse(text) });
ajv.addFormat("e164", /^\+[1-9]\d{4,14}$/);
ajv.addFormat("slug", /^[A-Za-z0-9][A-Za-z0-9_-]*$/);

const compiled = new Map<string, ValidateFunction>();

function validator(kind: Kind, form: WriteForm): ValidateFunction {
  const key = `${kind} ${form}`;
  let validate = compiled.get(key);
  if (validate === undefined) {
    validate = ajv.compile(bodySchema(kind, form));
    compiled.set(key, validate);
  }
  return validate;
}

/** Every problem of a body, one plain line each; none: the body is accepted. */
export function problemsOf(kind: Kind, form: WriteForm, body: Json): string[] {
  const validate = validator(kind, form);
  if (validate(body)) return [];
  const problems = (validate.errors ?? []).map(problem).filter((text) => text !== undefined);
  return [...new Set(problems)];
}

function problem(error: ErrorObject): string | undefined {
  const at = error.instancePath.slice(1).replaceAll("/", ".");
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "anyOf":
      return undefined; // The branches tell it better.
    case "required":
      return `${join(at, params["missingProperty"])} is required`;
    case "additionalProperties":
      return `${join(at, params["additionalProperty"])} is not a field of this request`;
    case "enum":
      return `${at} must be one of ${(params["allowedValues"] as string[]).join(", ")}`;
    case "type":
      return params["type"] === "null"
        ? undefined
        : `${at || "the body"} must be ${[params["type"]].flat().join(" or ")}`;
    default:
      return `${at || "the body"} ${error.message ?? "is not valid"}`;
  }
}

function join(at: string, name: unknown): string {
  return at === "" ? String(name) : `${at}.${String(name)}`;
}

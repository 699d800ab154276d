/**
 * Validation against schema.json: what ajv made of it (validators.ts) finds what is wrong, this module says it in a user's words. Reports all
 * problems at once; values not known yet cause none.
 */
import { suggestDate } from "./calendarDate";
import { error, propertyPath, warning, type Diagnostic } from "./diagnostic";
import { NO_EXISTING_ID } from "./formats";
import { nearest } from "./nearest";
import { judgePhoneNumber } from "./phoneNumberFormat";
import type { Properties } from "./normalForm";
import type { Field, KindSchema, SchemaNode } from "./schema";
import { parseTimeOfDay } from "./timeOfDay";
import { explainZone } from "./timeZone";
import { holdsUnknown, isUnknown } from "./unknown";
import { validators, type SchemaProblem } from "./validators";
import { weekdays } from "./weekday";

export { isUuid } from "./formats";

/** All problems of inputs in normal form, in the order of the schema. `workspace` may be left out. */
export function validate(kind: KindSchema, inputs: Properties): Diagnostic[] {
  const validator = validators[kind.name];
  const found = validator(inputs)
    ? []
    : (validator.errors ?? []).flatMap((problem) =>
        explain(kind, inputs, problem).map((diagnostic) => ({ keyword: problem.keyword, diagnostic })),
      );
  return [...withoutEchoes(found), ...openSetHints(kind.fields, inputs, []), ...numberPlanHints(kind, inputs)];
}

/** A value that is none of the possible ones needs no second remark on its type. */
function withoutEchoes(found: readonly Finding[]): Diagnostic[] {
  const told = new Set(found.filter(({ keyword }) => keyword === "enum").map(({ diagnostic }) => diagnostic.property));
  return found
    .filter(({ keyword, diagnostic }) => keyword !== "type" || !told.has(diagnostic.property))
    .map(({ diagnostic }) => diagnostic);
}

interface Finding {
  readonly keyword: string;
  readonly diagnostic: Diagnostic;
}

function explain(kind: KindSchema, inputs: Properties, problem: SchemaProblem): Diagnostic[] {
  const segments = segmentsOf(problem.instancePath, inputs);
  const value = segments.reduce<unknown>((at, segment) => (at as Properties)[segment], inputs);
  const node = nodeAt(kind.node, problem.schemaPath);
  if (holdsUnknown(value) && problem.keyword !== "additionalProperties" && problem.keyword !== "required") return [];
  const property = propertyPath(segments);
  const shown = mayShow(kind, segments, node) ? { value } : {};
  switch (problem.keyword) {
    case "additionalProperties": {
      const name = String(problem.params["additionalProperty"]);
      const known = Object.entries(node.properties ?? {})
        .filter(([, child]) => child.readOnly !== true)
        .map(([key]) => key);
      const match = nearest(name, known);
      return [
        error(propertyPath([...segments, name]), "is not a known property", {
          suggestion: match === undefined ? `known are ${known.join(", ")}` : `did you mean "${match}"?`,
        }),
      ];
    }
    case "required": {
      const name = String(problem.params["missingProperty"]);
      return [error(propertyPath([...segments, name]), "is required")];
    }
    case "type":
      return [error(property, `must be ${typeInWords(node)}`, { ...shown, suggestion: suggestType(node, value) })];
    case "enum":
      if (node.format === "weekday") return [weekdayProblem(property, value, shown)];
      return [
        error(property, "is not one of the possible values", {
          ...shown,
          suggestion: suggestValue(value, node.enum ?? []),
        }),
      ];
    case "minLength":
      return [error(property, "must not be empty")];
    case "format":
      return [formatProblem(property, node.format ?? "", String(value), shown)];
    default:
      return [error(property, "is not valid", shown)];
  }
}

function formatProblem(property: string, format: string, text: string, shown: { value?: unknown }): Diagnostic {
  switch (format) {
    case "uuid":
      return error(property, "is not an ID: the API takes a UUID here", {
        ...shown,
        suggestion: /Id$/.test(property)
          ? `pass the id of the object, such as \`agent.id\`, or look it up by name, such as \`(await callab.getAiAgent({ name: … })).id\``
          : "copy it from the dashboard",
      });
    case "existing-id":
      return error(property, `is neither the ID of an object, which is a UUID, nor "${NO_EXISTING_ID}"`, {
        ...shown,
        suggestion: suggestExistingId(text),
      });
    case "date": {
      const date = suggestDate(text);
      return error(property, "is not a day of the calendar in the form YYYY-MM-DD", {
        ...shown,
        suggestion: date === undefined ? undefined : `did you mean "${date}"?`,
      });
    }
    case "time-of-day":
      return error(property, "is not a time of day from 00:00:00 to 23:59:59", {
        ...shown,
        suggestion: suggestTime(text),
      });
    case "time-zone":
      return error(property, "is not the name of a time zone", { ...shown, suggestion: explainZone(text) });
    case "e164":
      return phoneProblem(property, text, shown);
    case "uri":
      return error(property, "is not a web address that starts with https:// or http://", shown);
    default:
      return error(property, `is not a valid ${format}`, shown);
  }
}

/** An ID that was copied with more around it, such as an address; the word in other letters; else where IDs are to be had. */
function suggestExistingId(text: string): string {
  const [id, ...others] = new Set(text.match(anyUuid));
  if (id !== undefined && others.length === 0) return `did you mean "${id}"?`;
  if (nearest(text, [NO_EXISTING_ID]) !== undefined) return `did you mean "${NO_EXISTING_ID}"?`;
  return "copy the ID from the dashboard, or from the message that asked for it";
}

const anyUuid = /(?<![\da-f-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f-])/gi;

function phoneProblem(property: string, text: string, shown: { value?: unknown }): Diagnostic {
  const verdict = judgePhoneNumber(text);
  if (verdict.kind === "impossible") {
    return error(property, "cannot be a phone number: the length is wrong for its country", shown);
  }
  const suggestion = verdict.kind === "not-international" ? verdict.suggestion : undefined;
  return error(property, "is not a phone number in international form (E.164): + and the country code first", {
    ...shown,
    suggestion: suggestion === undefined ? `such as "+442079460958"` : `did you mean "${suggestion}"?`,
  });
}

function weekdayProblem(property: string, value: unknown, shown: { value?: unknown }): Diagnostic {
  const match = typeof value === "string" ? nearest(value, weekdays) : undefined;
  return error(property, "is not a day of the week", {
    ...shown,
    suggestion:
      match === undefined
        ? "use a name, its first three letters, or 0 (Sunday) to 6 (Saturday)"
        : `did you mean "${match}"?`,
  });
}

/** `9am`, `9.30`: what was meant, where it can be told. */
function suggestTime(text: string): string {
  const loose = /^\s*(\d{1,2})(?:[.:h](\d{2}))?\s*(am|pm)?\s*$/i.exec(text);
  if (loose !== null) {
    const half = loose[3]?.toLowerCase();
    const hour = (Number(loose[1]) % (half === undefined ? 24 : 12)) + (half === "pm" ? 12 : 0);
    const time = parseTimeOfDay(`${hour}:${loose[2] ?? "00"}`);
    if (time !== undefined && (half !== undefined || Number(loose[1]) < 24)) return `did you mean "${time}"?`;
  }
  if (/^24:00/.test(text)) return `the last second of a day is "23:59:59"`;
  return `write it as "09:30"`;
}

function suggestValue(value: unknown, allowed: readonly string[]): string {
  const match = typeof value === "string" ? nearest(value, allowed) : undefined;
  return match === undefined ? `use ${allowed.map((entry) => `"${entry}"`).join(", ")}` : `did you mean "${match}"?`;
}

function typeInWords(node: SchemaNode): string {
  const types = (Array.isArray(node.type) ? node.type : [node.type]) as string[];
  const words: Record<string, string> = {
    array: "a list",
    object: "an object",
    string: "a text",
    integer: "a whole number",
    number: "a number",
    boolean: "true or false",
    null: "null",
  };
  return types.map((type) => words[type] ?? type).join(" or ");
}

function suggestType(node: SchemaNode, value: unknown): string | undefined {
  const types = (Array.isArray(node.type) ? node.type : [node.type]) as string[];
  if (types.includes("array") && !Array.isArray(value) && typeof value !== "object")
    return `did you mean [${JSON.stringify(value)}]?`;
  const asNumber = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (
    !Number.isNaN(asNumber) &&
    (types.includes("number") || (types.includes("integer") && Number.isInteger(asNumber)))
  ) {
    return `write ${asNumber} without quotes`;
  }
  if (types.includes("boolean") && (value === "true" || value === "false")) return `write ${value} without quotes`;
  return undefined;
}

/** A word near a sample value, but not it: told, never refused, because the set is open. */
function openSetHints(fields: readonly Field[], object: Properties, path: readonly (string | number)[]): Diagnostic[] {
  return fields.flatMap((field) => {
    const value = object[field.name];
    if (value === undefined || isUnknown(value) || field.node.freeForm === true) return [];
    const at = [...path, field.name];
    if (Array.isArray(value)) {
      return value.flatMap((entry: unknown, index) =>
        field.fields !== undefined && typeof entry === "object" && entry !== null
          ? openSetHints(field.fields, entry as Properties, [...at, index])
          : openSetHint(field.node.items ?? {}, entry, [...at, index]),
      );
    }
    return openSetHint(field.node, value, at);
  });
}

function openSetHint(node: SchemaNode, value: unknown, path: readonly (string | number)[]): Diagnostic[] {
  if (typeof value !== "string" || node.knownValues === undefined || node.knownValues.includes(value)) return [];
  const match = nearest(value, node.knownValues);
  return match === undefined
    ? []
    : [warning(propertyPath(path), "is not a value seen so far", { value, suggestion: `did you mean "${match}"?` })];
}

function numberPlanHints(kind: KindSchema, inputs: Properties): Diagnostic[] {
  return kind.inputs.flatMap((field) => {
    const value = inputs[field.name];
    if (field.node.format !== "e164" || typeof value !== "string" || isUnknown(value)) return [];
    return judgePhoneNumber(value).kind === "unassigned"
      ? [
          warning(field.name, "has the right length, but no such number is assigned in its country's number plan", {
            value,
          }),
        ]
      : [];
  });
}

/** Secret values never appear in a message; web addresses neither: they may hold credentials. */
function mayShow(kind: KindSchema, segments: readonly (string | number)[], node: SchemaNode): boolean {
  if (node.format === "uri") return false;
  let fields: readonly Field[] | undefined = kind.fields;
  for (const segment of segments) {
    if (typeof segment === "number") continue;
    const field: Field | undefined = fields?.find(({ name }) => name === segment);
    if (field?.node.secret === true) return false;
    fields = field?.fields;
  }
  return true;
}

/** JSON pointer → path; numbers where the value walked through is a list. */
/** The part of the schema that a path such as `#/properties/steps/items/required` speaks of. */
function nodeAt(root: SchemaNode, schemaPath: string): SchemaNode {
  const parts = schemaPath.split("/").slice(1, -1);
  return parts.reduce<unknown>((at, part) => (at as Properties | undefined)?.[part], root) as SchemaNode;
}

function segmentsOf(pointer: string, root: unknown): (string | number)[] {
  let here = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replace(/~1/g, "/").replace(/~0/g, "~");
      const segment = Array.isArray(here) ? Number(name) : name;
      here = (here as Record<string | number, unknown> | undefined)?.[segment];
      return segment;
    });
}

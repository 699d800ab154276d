/**
 * Validation against schema.json: what ajv made of it (validators.ts) finds what is wrong, this module says it in a user's words. Reports all
 * problems at once; values not known yet cause none.
 */
import { showsNothing } from "../values/blank";
import { suggestDate } from "../values/calendarDate";
import { propertyPath, type Diagnostic } from "../words/diagnostic";
import { NO_EXISTING_ID } from "./formats";
import { inputRules } from "./inputRules";
import { insteadOfText } from "./insteadOfText";
import { nearest } from "../words/nearest";
import { judgePhoneNumber } from "../values/phoneNumberFormat";
import { isMask } from "../values/mask";
import type { Properties } from "./normalForm";
import { finding } from "./rule";
import { kindSchema, type Field, type KindSchema, type SchemaNode } from "./schema";
import { parseTimeOfDay } from "../values/timeOfDay";
import { explainZone } from "../words/timeZoneHint";
import { holdsUnknown, isUnknown } from "../values/unknown";
import { validators, type SchemaProblem } from "./validators";
import { weekdays } from "../values/weekday";

/** All problems of inputs in normal form, in the order of the schema. `workspace` may be left out. */
export function validate(kind: KindSchema, inputs: Properties): Diagnostic[] {
  const validator = validators[kind.name];
  const found = validator(inputs)
    ? []
    : (validator.errors ?? []).flatMap((problem) =>
        explain(kind, inputs, problem).map((diagnostic) => ({ keyword: problem.keyword, diagnostic })),
      );
  const unreadable = [
    ...reportedOnly(kind, inputs),
    ...brokenTexts(kind, inputs),
    ...dateObjects(inputs, []),
    ...masks(kind, inputs),
  ];
  const judged = new Set(unreadable.map(({ property }) => property));
  return [
    ...unreadable,
    ...withoutEchoes(found).filter(({ property }) => !judged.has(property)),
    ...openSetHints(kind.fields, inputs, []),
    ...numberPlanHints(kind, inputs),
  ];
}

/** A value that is none of the possible ones needs no second remark on its type. */
function withoutEchoes(found: readonly Finding[]): Diagnostic[] {
  const ofEnum = new Set(
    found.filter(({ keyword }) => keyword === "enum").map(({ diagnostic }) => diagnostic.property),
  );
  return found
    .filter(({ keyword, diagnostic }) => keyword !== "type" || !ofEnum.has(diagnostic.property))
    .map(({ diagnostic }) => diagnostic);
}

interface Finding {
  readonly keyword: string;
  readonly diagnostic: Diagnostic;
}

/** What the API reports is not for a program to set: to leave it out in silence would promise what does not happen. */
const reportedOnly = (kind: KindSchema, inputs: Properties): Diagnostic[] =>
  kind.fields
    .filter(({ name, node }) => node.readOnly === true && inputs[name] !== undefined && inputs[name] !== null)
    .map(({ name }) => {
      const near = kind.inputs.find(({ name: input }) => input === `desired${name[0]?.toUpperCase()}${name.slice(1)}`);
      return finding(inputRules.unknownProperty, name, "is reported by the API, and cannot be set", {
        suggestion: near === undefined ? "leave it out" : `did you mean "${near.name}"?`,
      });
    });

const loneSurrogate = /\p{Surrogate}/u;

/** Texts that a program did not mean to write, and such as cannot be sent as they are. What passes freely is left alone. */
function brokenTexts(kind: KindSchema, inputs: Properties): Diagnostic[] {
  return kind.inputs
    .filter(({ node }) => node.freeForm !== true)
    .flatMap((field) =>
      textsIn(field, inputs[field.name], [field.name]).flatMap(({ text, path }) => {
        const property = propertyPath(path);
        const broken = insteadOfText(text);
        if (broken !== undefined)
          return finding(
            inputRules.notAText,
            property,
            `holds "${broken.words}" in the place of a value that was not there yet`,
            { suggestion: broken.suggestion },
          );
        if (loneSurrogate.test(text))
          return finding(inputRules.unicode, property, "is not well-formed Unicode: it holds half of a character");
        return field.isKey && field.node.format === undefined && text !== "" && showsNothing(text)
          ? finding(inputRules.blank, property, "must not be empty: what it holds is invisible")
          : [];
      }),
    );
}

/** Masks where a secret belongs: copied from an answer or a page, or put there by `ignoreChanges` from an old state. */
const masks = (kind: KindSchema, inputs: Properties): Diagnostic[] =>
  kind.inputs.flatMap((field) => masksIn(field, inputs[field.name], [field.name]));

function masksIn(field: Field, value: unknown, path: Path): Diagnostic[] {
  if (isUnknown(value)) return [];
  if (field.node.secret === true && isMask(value))
    return [
      finding(inputRules.mask, propertyPath(path), "is a mask, as answers and pages show it, and not the secret", {
        suggestion: "write the secret itself",
      }),
    ];
  if (Array.isArray(value)) return value.flatMap((entry, index) => masksIn(field, entry, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  const children =
    field.node.secret === true ? Object.keys(value).map((name) => ({ ...field, name })) : (field.fields ?? []);
  return children.flatMap((child) => masksIn(child, (value as Properties)[child.name], [...path, child.name]));
}

type Path = readonly (string | number)[];

function textsIn(field: Field, value: unknown, path: Path): { readonly text: string; readonly path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => textsIn(field, entry, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return (field.fields ?? [])
    .filter(({ node }) => node.freeForm !== true)
    .flatMap((child) => textsIn(child, (value as Properties)[child.name], [...path, child.name]));
}

/** Dates of JavaScript, at any depth: they would be sent as empty objects. */
function dateObjects(value: unknown, path: Path): Diagnostic[] {
  if (value instanceof Date)
    return [
      finding(inputRules.dateObject, propertyPath(path), "is a Date, and the API takes a text", {
        suggestion: suggestText(value),
      }),
    ];
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((entry, index) => dateObjects(entry, [...path, index]))
    : Object.entries(value).flatMap(([name, entry]) => dateObjects(entry, [...path, name]));
}

/** The day that is meant: UTC's where the instant is a midnight there, else that of this machine's clock. */
function suggestText(date: Date): string {
  if (Number.isNaN(date.getTime())) return `write a text such as "2026-12-01"`;
  const iso = date.toISOString();
  const day = iso.endsWith("T00:00:00.000Z")
    ? iso.slice(0, 10)
    : `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `write the day as "${day}", or a time of day as "09:00"`;
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
        finding(inputRules.unknownProperty, propertyPath([...segments, name]), "is not a known property", {
          suggestion: match === undefined ? `known are ${known.join(", ")}` : `did you mean "${match}"?`,
        }),
      ];
    }
    case "required": {
      const name = String(problem.params["missingProperty"]);
      return [finding(inputRules.required, propertyPath([...segments, name]), "is required")];
    }
    case "type":
      return [
        finding(inputRules.type, property, `must be ${typeInWords(node)}`, {
          ...shown,
          suggestion: suggestType(node, value),
        }),
      ];
    case "enum":
      if (node.format === "weekday") return [weekdayProblem(property, value, shown)];
      return [
        finding(inputRules.value, property, "is not one of the possible values", {
          ...shown,
          suggestion: suggestValue(value, node.enum ?? []),
        }),
      ];
    case "minLength":
      return [finding(inputRules.blank, property, "must not be empty")];
    case "format":
      return [formatProblem(property, node, String(value), shown)];
    default:
      return [finding(inputRules.invalid, property, "is not valid", shown)];
  }
}

function formatProblem(
  property: string,
  { format = "", refersTo }: SchemaNode,
  text: string,
  shown: { value?: unknown },
): Diagnostic {
  switch (format) {
    case "uuid":
      return finding(inputRules.id, property, "is not an ID: the API takes a UUID here", {
        ...shown,
        suggestion: suggestId(refersTo),
      });
    case "existing-id":
      return finding(
        inputRules.id,
        property,
        `is neither the ID of an object, which is a UUID, nor "${NO_EXISTING_ID}"`,
        {
          ...shown,
          suggestion: suggestExistingId(text),
        },
      );
    case "date": {
      const date = suggestDate(text);
      return finding(inputRules.date, property, "is not a day of the calendar in the form YYYY-MM-DD", {
        ...shown,
        suggestion: date === undefined ? undefined : `did you mean "${date}"?`,
      });
    }
    case "time-of-day":
      return finding(inputRules.time, property, "is not a time of day from 00:00:00 to 23:59:59", {
        ...shown,
        suggestion: suggestTime(text),
      });
    case "time-zone":
      return finding(inputRules.timeZone, property, "is not the name of a time zone", {
        ...shown,
        suggestion: explainZone(text),
      });
    case "e164":
      return phoneProblem(property, text, shown);
    case "uri":
      return finding(inputRules.address, property, "is not a web address that starts with https:// or http://", shown);
    default:
      return finding(inputRules.invalid, property, `is not a valid ${format}`, shown);
  }
}

/** Where the ID of an object of the kind that a field refers to is to be had. */
function suggestId(kind: SchemaNode["refersTo"]): string {
  if (kind === undefined) return "copy it from the dashboard";
  const { node, naturalKey } = kindSchema(kind);
  const word = node.noun?.split(" ").at(-1) ?? "object";
  const key = naturalKey === "name" ? "name" : `its ${word}`;
  // Programs are in several languages, and this is said to all of them.
  return `pass the \`id\` of the ${word} that the program has, or of what \`get${kind}\` finds by ${key}`;
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
    return finding(
      inputRules.phoneNumber,
      property,
      "cannot be a phone number: the length is wrong for its country",
      shown,
    );
  }
  const suggestion = verdict.kind === "not-international" ? verdict.suggestion : undefined;
  return finding(
    inputRules.phoneNumber,
    property,
    "is not a phone number in international form (E.164): + and the country code first",
    {
      ...shown,
      suggestion: suggestion === undefined ? `such as "+442079460958"` : `did you mean "${suggestion}"?`,
    },
  );
}

function weekdayProblem(property: string, value: unknown, shown: { value?: unknown }): Diagnostic {
  const match = typeof value === "string" ? nearest(value, weekdays) : undefined;
  return finding(inputRules.weekday, property, "is not a day of the week", {
    ...shown,
    suggestion:
      match === undefined
        ? "use a name, its first three letters, or 0 (Sunday) to 6 (Saturday)"
        : `did you mean "${match}"?`,
  });
}

/** `9am`, `9.30`, `1730`, `9:75`, `25:00`, `noon`: what was meant, where it can be told; else the times nearest to it. */
function suggestTime(text: string): string {
  const word = { noon: "12:00:00", midday: "12:00:00", midnight: "00:00:00" }[text.trim().toLowerCase()];
  if (word !== undefined) return `did you mean "${word}"?`;
  const loose = /^\s*(\d{1,2})(?:[.:h ]?(\d{2}))?(?:[.:](\d{2}))?\s*(am|pm|h|uhr|o'clock)?\.?\s*$/i.exec(text);
  if (loose === null) return `write it as "09:30"`;
  const half = loose[4]?.toLowerCase();
  const isHalf = half === "am" || half === "pm";
  const [written, minute, second] = [Number(loose[1]), Number(loose[2] ?? 0), Number(loose[3] ?? 0)];
  const hour = isHalf && written <= 12 ? (written % 12) + (half === "pm" ? 12 : 0) : written;
  const time = parseTimeOfDay([hour, pad(minute), pad(second)].join(":"));
  if (time !== undefined) return `did you mean "${time}"?`;
  if (hour > 23) return `the last second of a day is "23:59:59", and the first "00:00:00"`;
  return `near it are "${pad(hour)}:59:59" and "${pad((hour + 1) % 24)}:00:00"`;
}

const pad = (number: number): string => String(number).padStart(2, "0");

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
    return `did you mean [${JSON.stringify(asItem(node.items, value))}]?`;
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

/** `"3"` is `[3]` in a list of numbers. */
function asItem(items: SchemaNode | undefined, value: unknown): unknown {
  const isNumber = items?.type === "integer" || items?.type === "number";
  const number = isNumber && typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? value : number;
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
    : [
        finding(inputRules.unseenValue, propertyPath(path), "is not a value seen so far", {
          value,
          suggestion: `did you mean "${match}"?`,
        }),
      ];
}

function numberPlanHints(kind: KindSchema, inputs: Properties): Diagnostic[] {
  return kind.inputs.flatMap((field) => {
    const value = inputs[field.name];
    if (field.node.format !== "e164" || typeof value !== "string" || isUnknown(value)) return [];
    return judgePhoneNumber(value).kind === "unassigned"
      ? [
          finding(
            inputRules.numberPlan,
            field.name,
            "has the right length, but no such number is assigned in its country's number plan",
            {
              value,
            },
          ),
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
  let current = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replace(/~1/g, "/").replace(/~0/g, "~");
      const segment = Array.isArray(current) ? Number(name) : name;
      current = (current as Record<string | number, unknown> | undefined)?.[segment];
      return segment;
    });
}

/**
 * Writes what describes a learned contract: contract.schema.json, for editors; the types of provider/contract/,
 * its compiled validator, and that of the emulator. Kinds and routes are those of schema.json.
 *
 *     node tools/generate/contract.mts          writes the files
 *     node tools/generate/contract.mts --check  fails if one is stale
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { generated, root } from "./generated.mts";
import { standaloneCode, validatorOptions } from "./standaloneCode.mts";

type Node = Record<string, unknown>;

const { $defs } = JSON.parse(readFileSync(`${root}/schema.json`, "utf8")) as {
  $defs: Record<string, { routes?: Record<string, Record<string, string>> }>;
};

const routeKeys = Object.entries($defs).flatMap(([kind, { routes = {} }]) =>
  Object.keys(routes).map((operation) => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}.${operation}`),
);

const oneOf = (description: string, ...values: (string | number | boolean)[]): Node => ({ description, enum: values });
const day: Node = { $ref: "#/$defs/Day" };
const names = (description: string): Node => ({ description, type: "array", items: { $ref: "#/$defs/FieldName" } });
const routes = (description: string): Node => ({ description, type: "array", items: { $ref: "#/$defs/RouteText" } });
const count = (description: string): Node => ({ description, type: "integer", minimum: 0, maximum: 1_000_000_000 });

const object = (description: string, properties: Record<string, Node>, required: string[] = []): Node => ({
  description,
  type: "object",
  additionalProperties: false,
  required,
  properties,
});

/** Facts that were seen together, and the day on which all of them were. */
const seen = (description: string, facts: Record<string, Node>, required: string[] = []): Node =>
  object(description, { day, ...facts }, ["day", ...required]);

const habit = (what: string, ...positions: (string | number)[]): Node => oneOf(what, ...positions);

const data = ["id", "object", "objectWithoutId", "text", "textWithId", "rows", "null", "other"];

const definitions: Record<string, Node> = {
  Day: { description: "A day in UTC.", type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  FieldName: {
    description: "A field of the API, by its name on the wire.",
    type: "string",
    pattern: "^[A-Za-z_][A-Za-z0-9_]{0,63}$",
  },
  RouteText: {
    description: "Method and path below the base address.",
    type: "string",
    pattern: "^(GET|POST|PUT|PATCH|DELETE) /[^\\s]{0,200}$",
  },
  RouteFact: seen(
    "What was seen of the ways to do one operation.",
    {
      route: {
        description: "The way that was seen to work; null: none of those that were tried does.",
        anyOf: [{ $ref: "#/$defs/RouteText" }, { type: "null" }],
      },
      mark: { description: "How well it is known.", const: "observed" },
      also: routes("Others that were seen to work."),
      absent: routes("Those that answer as a route that is not there."),
    },
    ["route", "mark"],
  ),
  Refusal: object(
    "The form of a no. Its words are not kept.",
    {
      http: { description: "HTTP status.", type: "integer", minimum: 100, maximum: 599 },
      body: oneOf("What it came in.", "envelope", "text", "json", "page", "nothing"),
      says: oneOf("Whether it says why, or no more than that there is an error.", "reason", "nothing"),
    },
    ["http", "body", "says"],
  ),
  Answers: seen("What all answers have in common.", {
    success: oneOf("The word of a success.", "ok", "success"),
    absentObject: { $ref: "#/$defs/Refusal" },
    absentRoute: { $ref: "#/$defs/Refusal" },
    invalidBody: { $ref: "#/$defs/Refusal" },
    sameName: { $ref: "#/$defs/Refusal" },
  }),
  Shown: seen(
    "The fields that an answer shows.",
    {
      fields: names("Seen with a value, or with an empty one."),
      nullOnly: names("Seen, but never with anything but null."),
    },
    ["fields", "nullOnly"],
  ),
  Listing: seen("How a list answers beside its fields.", {
    whenEmpty: oneOf("An empty list.", "array", "null"),
    otherWorkspaces: oneOf(
      "Whether it heeds the workspace that it is asked for, or lists those of all.",
      "heeded",
      "ignored",
    ),
    unknownWorkspace: oneOf("A workspace that nobody made: as an empty one, or refused.", "empty", "refused"),
    deleted: oneOf("What was deleted: gone, or listed with the time of its deletion.", "gone", "listed"),
    repeats: oneOf("How often one object is listed.", "once", "twice"),
  }),
  Pages: seen("Whether the list comes in pages.", {
    unasked: {
      description: "Objects in a page where none is asked for; null: the whole list came.",
      type: ["integer", "null"],
      minimum: 1,
      maximum: 1_000_000,
    },
    asked: oneOf("What `page` and `per_page` do.", "heeded", "ignored", "refused"),
    first: oneOf("Number of the first page.", 0, 1),
    tells: names("How an answer says that there is more: keys of the API beside or around the list."),
  }),
  Create: seen("What a create does.", {
    data: oneOf("What `data` of its answer holds.", ...data),
    status: oneOf("Status of a new object, where the request says none.", "active", "paused", "other"),
    fills: names("Fields that have a value although the request named none."),
    sameName: oneOf("A second object of the same name.", "made", "refused"),
  }),
  Update: seen("What an update does.", {
    data: oneOf("What `data` of its answer holds.", ...data),
    needs: names("Fields without which it is refused, beside those that a create needs."),
    leftOut: oneOf("What becomes of a field that the request leaves out.", "kept", "cleared"),
    null: oneOf("What becomes of a field that the request has as null.", "cleared", "kept", "refused"),
  }),
  Delete: seen("What a delete does.", {
    data: oneOf("What `data` of its answer holds.", ...data),
    again: oneOf("The same once more.", "done", "nothing", "refused", "404"),
  }),
  Delay: object(
    "How long a write was not seen in the list.",
    { lists: count("Lists that did not show it."), ms: count("Milliseconds until one showed it.") },
    ["lists", "ms"],
  ),
  Lag: seen("How long lists lag behind writes.", {
    create: { $ref: "#/$defs/Delay" },
    update: { $ref: "#/$defs/Delay" },
    delete: { $ref: "#/$defs/Delay" },
  }),
  Spelling: seen("How values come back.", {
    workspaceKey: oneOf("The field that says where an object lives.", "workspace", "workspace_id"),
    workspace: oneOf("What stands in it.", "slug", "id"),
    times: habit("Times.", "zoned", "zoneless"),
    timesOfDay: habit("Times of day.", "HH:MM:SS", "HH:MM"),
    offset: habit("What stands behind times of day.", "none", "+00", "+00:00", "Z"),
    dates: habit("Days: as sent, as a midnight in UTC, or as the instant at which the day begins.", "day", "midnight", "localMidnight"), // prettier-ignore
    sunday: habit("Sunday.", 0, 7),
    words: habit("Words of the API's own, such as a status.", "kept", "upper", "lower"),
    numbers: habit("Numbers.", "number", "text"),
    decimals: habit("Numbers that are not whole.", "exact", "single", "two"),
    booleans: habit("True and false.", "boolean", "number", "text"),
    names: habit("Names, beside what is done to all texts.", "kept", "nfc", "collapsed", "trimmed", "escaped", "cut", "lower", "other"), // prettier-ignore
    textEnds: habit("Blanks at the ends of texts.", "kept", "trimmed"),
    lineEnds: habit("CRLF in texts.", "kept", "lf"),
    unicode: habit("Decomposed characters.", "kept", "nfc"),
    entities: habit("The signs & < > \" and '.", "kept", "escaped"),
    unset: habit("A field that has no value.", "null", "absent", "empty"),
    emptyTexts: habit("An empty text.", "kept", "null"),
    emptyArrays: habit("An empty list.", "kept", "null"),
    emptyObjects: habit("An empty object.", "kept", "array", "null"),
    sets: habit("The order of what has none.", "kept", "changed"),
    steps: habit("The order of numbered entries.", "kept", "changed"),
    contactLists: habit("Tags and categories.", "flat", "nested"),
    variables: habit("The dynamic variables of an agent.", "merged", "array", "indexed"),
    addedKeys: habit("Keys of the server's own in free-form objects.", "none", "added"),
    nullKeys: habit("Keys of free-form objects whose value is null.", "kept", "dropped"),
    freeScalars: habit("Numbers, true and false in free-form objects.", "kept", "text"),
    secrets: habit("Secrets.", "shown", "masked", "partly", "absent"),
  }),
  KindFacts: object("What was seen of one kind.", {
    idIn: {
      description: "Where an object's ID stands.",
      type: "array",
      items: { enum: ["create", "list", "read"] },
    },
    list: { $ref: "#/$defs/Shown" },
    read: { $ref: "#/$defs/Shown" },
    hidden: names("Written with a value, and in no answer."),
    dropped: names("Written with a value, shown by the API's documentation, and in no answer."),
    listing: { $ref: "#/$defs/Listing" },
    pages: { $ref: "#/$defs/Pages" },
    create: { $ref: "#/$defs/Create" },
    update: { $ref: "#/$defs/Update" },
    delete: { $ref: "#/$defs/Delete" },
    lag: { $ref: "#/$defs/Lag" },
    spelling: { $ref: "#/$defs/Spelling" },
  }),
};

const keyed = (description: string, keys: readonly string[], value: Node): Node =>
  object(description, Object.fromEntries(keys.map((key) => [key, value])));

const schema = {
  $comment: "Generated from schema.json by tools/generate/contract.mts. Do not edit.",
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Contract",
  ...object(
    "What a Callab account was seen to do, written by `callab doctor --learn`. It holds no value of the account's.",
    {
      $schema: { description: "Where this description stands.", type: "string" },
      version: { description: "The form of this file.", const: 1 },
      day,
      writesTried: { description: "Whether throw-away objects were made to learn what writes do.", type: "boolean" },
      routes: keyed("Ways to ask the API, by what callab:routes calls them.", routeKeys, { $ref: "#/$defs/RouteFact" }),
      answers: { $ref: "#/$defs/Answers" },
      kinds: keyed("By kind.", Object.keys($defs), { $ref: "#/$defs/KindFacts" }),
    },
    ["version", "day", "writesTried", "routes", "kinds"],
  ),
  $defs: definitions,
};

await generated("contract.schema.json", JSON.stringify(schema));

const mark = "// Generated by tools/generate/contract.mts. Do not edit: change that, and run `npm run generate`.";

const comment = ({ description }: Node): string =>
  typeof description === "string" ? `/** ${description.replaceAll("*/", "*\\/")} */\n` : "";

const union = (types: readonly string[]): string => types.join(" | ");

/** The type of a value. Nothing of a contract is changed in place; what the file may lack, code may say that it lacks. */
function typeOf(node: Node): string {
  const {
    $ref,
    enum: values,
    type,
    items,
    properties,
    additionalProperties,
    required = [],
    anyOf,
    oneOf: either,
  } = node;
  if (typeof $ref === "string") return $ref.replace("#/$defs/", "");
  if ("const" in node) return JSON.stringify(node["const"]);
  if (Array.isArray(values)) return union(values.map((value) => JSON.stringify(value)));
  const choices = (anyOf ?? either) as readonly Node[] | undefined;
  if (choices !== undefined) return union(choices.map(typeOf));
  if (Array.isArray(type)) return union(type.map((one) => typeOf({ ...node, type: one as unknown })));
  switch (type) {
    case "array": {
      const item = typeOf(items as Node);
      return `readonly ${item.includes("|") ? `(${item})` : item}[]`;
    }
    case "object": {
      if (properties === undefined) return `Readonly<Record<string, ${typeOf(additionalProperties as Node)}>>`;
      const lines = Object.entries(properties as Record<string, Node>).map(([name, child]) => {
        const isThere = (required as readonly string[]).includes(name);
        const key = /^[$\w]+$/.test(name) ? name : JSON.stringify(name);
        return `${comment(child)}readonly ${key}${isThere ? "" : "?"}: ${typeOf(child)}${isThere ? "" : " | undefined"};`;
      });
      return `{\n${lines.join("\n")}\n}`;
    }
    case "integer":
      return "number";
    case "string":
    case "number":
    case "boolean":
    case "null":
      return type;
    default:
      throw new Error(`There is no type for ${JSON.stringify(node)}.`);
  }
}

const declaration = (name: string, node: Node): string =>
  node["type"] === "object" && node["properties"] !== undefined
    ? `${comment(node)}export interface ${name} ${typeOf(node)}\n`
    : `${comment(node)}export type ${name} = ${typeOf(node)};\n`;

await generated(
  "provider/contract/types.ts",
  [
    mark,
    "",
    "/** The form of a learned contract. */",
    "",
    ...Object.entries({ ...definitions, Contract: schema }).map(([name, node]) => declaration(name, node)),
  ].join("\n"),
);

const forPeople = ["description", "title", "$comment"];

/** A schema without its words for people, which a validator would carry along. It refers to others by their names. */
const wordless = (node: Node): Node =>
  JSON.parse(JSON.stringify(node), (key, value: unknown) => {
    if (typeof value !== "string") return value;
    if (key === "$ref") return value.replace("#/$defs/", "");
    return forPeople.includes(key) ? undefined : value;
  }) as Node;

// Nothing that people read is in the code: provider/contract/file.ts has the words.
const ajv = new Ajv2020({
  ...validatorOptions,
  strict: true,
  messages: false,
  // Each definition once, not wherever it is referred to.
  inlineRefs: false,
  code: { source: true },
});
for (const [name, node] of Object.entries({ ...definitions, Contract: { ...schema, $defs: undefined } }))
  ajv.addSchema(wordless(node), name);
const { code, names: functions } = standaloneCode(ajv, [...Object.keys(definitions), "Contract"]);

/** The module of a constant `validator` of the type `ContractValidator`, which is declared before it. */
const validatorModule = (declarations: readonly string[]): string =>
  [
    mark,
    "/* eslint-disable */",
    "// @ts-nocheck: a machine wrote this for a machine.",
    "",
    ...declarations,
    "",
    code,
    "",
    `export const validator = ${functions["Contract"]} as unknown as ContractValidator;`,
  ].join("\n");

await generated(
  "provider/contract/validator.ts",
  validatorModule([
    "/** One thing that is wrong: where in the file, and which part of its description says so. */",
    "export interface ContractProblem {",
    "  readonly keyword: string;",
    "  readonly instancePath: string;",
    "  readonly schemaPath: string;",
    "  readonly params: Readonly<Record<string, unknown>>;",
    "}",
    "",
    "/** Says whether a value is a contract; what is wrong is in `errors` until the next call. */",
    "export interface ContractValidator {",
    "  (value: unknown): boolean;",
    "  errors?: readonly ContractProblem[] | null;",
    "}",
  ]),
);

await generated(
  "emulator/contractValidator.ts",
  validatorModule([
    "/** Says whether a value is a contract; what is wrong is in `errors` until the next call. */",
    "export interface ContractValidator {",
    "  (value: unknown): boolean;",
    "  errors?: readonly { readonly keyword: string; readonly instancePath: string }[] | null;",
    "}",
  ]),
);

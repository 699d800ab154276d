/**
 * Writes provider/native/packageSchema.json: what schema.json says, as a Pulumi package schema. From it the engine checks
 * YAML programs, writes the code of `pulumi import`, and makes the SDKs of all languages. It names no version: the
 * provider puts in that of its package.
 *
 *     node tools/generate/packageSchema.mts          writes the file
 *     node tools/generate/packageSchema.mts --check  fails if it is stale
 */
import { readFileSync } from "node:fs";
import type { Kind } from "../../provider/kinds/kind.ts";
import type { Field, KindName, SchemaNode } from "../../provider/kinds/schema.ts";
import { generated, root } from "./generated.mts";
import { providerModule } from "./provider.mts";

const { kinds } = providerModule("kinds/index") as { kinds: Readonly<Record<KindName, Kind>> };
const { routesWith } = providerModule("api/routes") as typeof import("../../provider/api/routes.ts");
const { configurationKeys } = providerModule("configuration") as typeof import("../../provider/configuration.ts");
const { license, description } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as Record<string, string>;

type Spec = Readonly<Record<string, unknown>>;

const token = (name: string): string => `callab:index:${name}`;
const any = { $ref: "pulumi.json#/Any" };
const types: Record<string, Spec> = {};

/**
 * The type of a value. Closed sets of texts are plain texts: an enum would refuse in typed languages the other spellings
 * that this package takes ("mon").
 */
function typeOf({ node, fields, types: all }: Pick<Field, "node" | "fields" | "types">): Spec {
  const [type, ...others] = all.filter((each) => each !== "null");
  if (type === undefined || others.length > 0) return any;
  if (type === "array") return { type, items: node.items === undefined ? any : itemType(node.items, fields) };
  if (type !== "object") return { type };
  return objectType(node, fields);
}

function itemType(node: SchemaNode, fields: Field["fields"]): Spec {
  const of = (Array.isArray(node.type) ? node.type : [node.type]) as Field["types"];
  return typeOf({ node, fields, types: of });
}

function objectType(node: SchemaNode, fields: Field["fields"]): Spec {
  if (fields === undefined || node.title === undefined) return { type: "object", additionalProperties: any };
  const written = fields.filter((field) => field.node.readOnly !== true);
  types[token(node.title)] = {
    type: "object",
    ...described(node),
    properties: propertiesOf(written),
    required: required(node, written),
  };
  return { $ref: `#/types/${token(node.title)}` };
}

const propertiesOf = (fields: readonly Field[]): Record<string, Spec> =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      {
        ...typeOf(field),
        ...described(field.node),
        ...(field.node.secret === true ? { secret: true } : {}),
        ...(field.node.replaceOnChange === true ? { willReplaceOnChanges: true } : {}),
      },
    ]),
  );

const required = (node: SchemaNode, fields: readonly Field[]): string[] =>
  (node.required ?? []).filter((name) => fields.some((field) => field.name === name));

function described(node: SchemaNode): { description?: string } {
  const notes = [
    node.description,
    node.enum === undefined ? undefined : `One of ${node.enum.map((value) => `\`${value}\``).join(", ")}.`,
    node.default === undefined ? undefined : `Default: \`${JSON.stringify(node.default)}\`.`,
    node.readBack === "hidden" ? "Written, but never shown again by the API." : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? {} : { description: notes.join(" ") };
}

function resourceOf(kind: Kind): Spec {
  const outputs = kind.fields.filter((field) => field.node.output !== false);
  const always = outputs.filter(
    ({ name, node }) =>
      kind.node.required?.includes(name) === true ||
      node.role === "workspace" ||
      node.computed === true ||
      node.toldByWrites === true,
  );
  return {
    ...described(kind.node),
    properties: propertiesOf(outputs),
    required: always.map(({ name }) => name),
    inputProperties: propertiesOf(kind.inputs),
    requiredInputs: required(kind.node, kind.inputs),
    // A program that changes fronts keeps its objects.
    aliases: [{ type: `pulumi-nodejs:dynamic/callab:${kind.name}` }],
  };
}

/** A lookup: by ID or by name in a workspace; what has one list for the whole account is looked up by what it is. */
function functionOf(kind: Kind): Spec {
  const shown = kind.fields.filter(({ node }) => node.output !== false && node.providerOnly !== true);
  const key = kind.field(kind.naturalKey);
  const place = kind.withRole("workspace");
  const keys = [key, ...(kind.listedByWorkspace ? [place] : [])].filter((field) => field !== undefined);
  const plain = propertiesOf(keys.map((field) => ({ ...field, node: { ...field.node, replaceOnChange: false } })));
  const id = { type: "string", description: "The object's ID." };
  return {
    description: `A live ${kind.noun} that the program does not manage. An error if there is none, or more than one.`,
    inputs: {
      type: "object",
      properties: kind.listedByWorkspace ? { id, ...plain } : plain,
      required: kind.listedByWorkspace ? [] : [kind.naturalKey],
    },
    outputs: {
      type: "object",
      properties: { id, ...propertiesOf(shown) },
      required: ["id", kind.naturalKey],
    },
  };
}

/** The settings, as docs/configuration.md tells them. */
function settings(): Record<string, Spec> {
  const page = readFileSync(`${root}/docs/configuration.md`, "utf8");
  return Object.fromEntries(
    configurationKeys.map((key) => {
      const row = page.split("\n").find((line) => line.startsWith(`| \`callab:${key}\``));
      const [, variable, standard, meaning] = (row ?? "")
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (variable === undefined || standard === undefined || meaning === undefined)
        throw new Error(`docs/configuration.md does not tell of callab:${key}.`);
      const text = [
        meaning.replace(/ See \[[^\]]*\]\([^)]*\)\.$/, "").replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1"),
        `Default: ${standard}.`,
        ...(variable === "" ? [] : [`Or the environment variable ${variable}.`]),
      ];
      return [
        key,
        {
          type: /^`\d+`$/.test(standard) ? "integer" : standard === "`false`" ? "boolean" : "string",
          description: text.join(" "),
          ...(key === "apiToken" ? { secret: true } : {}),
        },
      ];
    }),
  );
}

const all = Object.values(kinds);
const listed = all.filter(({ name }) => routesWith({}).of(name, "list").length > 0);
const variables = settings();
const schema = {
  name: "callab",
  displayName: "Callab AI",
  description,
  license,
  keywords: ["pulumi", "callab", "kind/native", "category/infrastructure"],
  config: { variables },
  provider: {
    description: "An account of Callab AI, and how it is worked with.",
    inputProperties: variables,
    properties: variables,
  },
  resources: Object.fromEntries(all.map((kind) => [token(kind.name), resourceOf(kind)])),
  functions: Object.fromEntries(listed.map((kind) => [token(`get${kind.name}`), functionOf(kind)])),
  types,
  language: {
    nodejs: { packageName: "pulumi-callab-sdk", respectSchemaVersion: true },
    python: { packageName: "pulumi_callab", pyproject: { enabled: true }, respectSchemaVersion: true },
    go: { importBasePath: "pulumi-callab.invalid/sdk/go/callab", respectSchemaVersion: true },
  },
};

await generated("provider/native/packageSchema.json", JSON.stringify(schema));

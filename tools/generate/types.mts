/**
 * Writes provider/resources/types.ts from schema.json: the Args a program passes, the outputs it gets, and what a
 * lookup answers, each field with its documentation.
 *
 *     node tools/generate/types.mts          writes the file
 *     node tools/generate/types.mts --check  fails if it is stale
 */
import { readFileSync } from "node:fs";
import { generated, root } from "./generated.mts";

interface Node {
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: string[];
  examples?: unknown[];
  default?: unknown;
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  readOnly?: boolean;
  providerOnly?: boolean;
  output?: boolean;
  readBack?: string;
  provenance?: string;
  replaceOnChange?: boolean;
  secret?: boolean;
  freeForm?: boolean;
  knownValues?: string[];
  letterCase?: string;
  naturalKey?: string;
  role?: string;
  toldByWrites?: boolean;
}

const schema = JSON.parse(readFileSync(`${root}/schema.json`, "utf8")) as { $defs: Record<string, Node> };

type Side = "input" | "output";

const typesOf = (node: Node): string[] =>
  node.type === undefined ? [] : Array.isArray(node.type) ? node.type : [node.type];

/** The TypeScript type of a value; `wrap` puts what a place in a program accepts around it. */
function typeOf(node: Node, side: Side, wrap: (type: string) => string): string {
  if (node.freeForm && typesOf(node).length === 0) return "unknown";
  const parts = typesOf(node).map((type) => {
    switch (type) {
      case "array": {
        const item = wrap(typeOf(node.items ?? {}, side, wrap));
        return `${/[|&]/.test(item) && !item.endsWith(">") ? `(${item})` : item}[]`;
      }
      case "object":
        return node.properties === undefined
          ? "Record<string, unknown>"
          : `${node.title ?? ""}${side === "input" ? "Args" : ""}`;
      case "string":
        return textType(node, side);
      case "integer":
        return "number";
      default:
        return type;
    }
  });
  return parts.length === 0 ? "unknown" : parts.join(" | ");
}

const quoted = (values: string[]): string => values.map((value) => JSON.stringify(value)).join(" | ");

function textType(node: Node, side: Side): string {
  if (node.format === "weekday") return side === "input" ? "Weekday" : "WeekdayName";
  const cased = (values: string[]): string[] =>
    side === "input" && node.letterCase !== undefined
      ? [...new Set(values.flatMap((value) => [value, value.toUpperCase(), value.toLowerCase()]))]
      : values;
  if (node.enum !== undefined) return quoted(cased(node.enum));
  if (node.knownValues !== undefined) return `${quoted(cased(node.knownValues))} | (string & {})`;
  return "string";
}

const provenanceInWords: Record<string, string> = {
  documented: "Documented.",
  older: "Known from the older description of the API.",
  example: "Known from an example only.",
  inferred: "Inferred: nobody promised it.",
};

function docOf(node: Node): string {
  const lines = [node.description ?? ""];
  const notes = [
    node.provenance === undefined ? undefined : provenanceInWords[node.provenance],
    node.readBack === "hidden" ? "Written, but never shown again by the API." : undefined,
    node.replaceOnChange ? "A change makes a new object." : undefined,
    node.secret ? "Kept as a secret." : undefined,
  ].filter((note) => note !== undefined);
  if (notes.length > 0) lines.push("", notes.join(" "));
  if (node.default !== undefined) lines.push("", `@default ${JSON.stringify(node.default)}`);
  for (const example of node.examples ?? []) lines.push("", `@example ${JSON.stringify(example)}`);
  return lines.join("\n");
}

/** A property of an interface: what describes it, its TypeScript type, and whether it is always there. */
type Property = readonly [name: string, node: Node, tsType: string, required: boolean];

const comment = (text: string): string =>
  ["/**", ...text.split("\n").map((line) => ` * ${line.replaceAll("*/", "*\\/")}`), " */"].join("\n");

/** One interface; `mark` stands before each of its properties. Prettier puts it in form. */
function interfaceText(name: string, description: string, properties: readonly Property[], mark = ""): string {
  const lines = properties.map(
    ([property, node, type, required]) => `${comment(docOf(node))}\n${mark}${property}${required ? "" : "?"}: ${type};`,
  );
  return `${comment(description)}\nexport interface ${name} {\n${lines.join("\n")}\n}\n`;
}

const input = (type: string): string => `pulumi.Input<${type}>`;
const plain = (type: string): string => type;

/** Interfaces for the objects inside a kind, such as a webhook's steps. */
function nested(node: Node): string[] {
  const found: string[] = [];
  for (const child of Object.values(node.properties ?? {})) {
    const inner = child.properties === undefined ? child.items : child;
    if (inner?.properties === undefined || inner.title === undefined) continue;
    const fields = Object.entries(inner.properties).filter(([, field]) => !field.readOnly);
    const required = (name: string): boolean => inner.required?.includes(name) ?? false;
    const property = (side: Side, [name, field]: [string, Node]): Property => {
      const type = side === "input" ? input(typeOf(field, side, input)) : typeOf(field, side, plain);
      return [name, field, optional(type, required(name)), required(name)];
    };
    const text = (name: string, side: Side): string =>
      interfaceText(
        name,
        inner.description ?? "",
        fields.map((field) => property(side, field)),
      );
    found.push(...nested(inner), text(`${inner.title}Args`, "input"), text(inner.title, "output"));
  }
  return found;
}

const optional = (type: string, required: boolean): string => (required ? type : `${type} | undefined`);

function kindText(name: string, node: Node): string[] {
  const fields = Object.entries(node.properties ?? {});
  const isRequired = (field: string): boolean => node.required?.includes(field) ?? false;
  const args = fields
    .filter(([, field]) => !field.readOnly)
    .map(([field, child]): Property => [
      field,
      child,
      optional(input(typeOf(child, "input", input)), isRequired(field)),
      isRequired(field),
    ]);
  const always = (field: string, child: Node): boolean =>
    isRequired(field) ||
    child.role === "workspace" ||
    child.toldByWrites === true ||
    (child.readOnly === true && child.providerOnly === true);
  const outputs = fields
    .filter(([, field]) => field.output !== false)
    .map(([field, child]): Property => [
      field,
      child,
      `pulumi.Output<${optional(typeOf(child, "output", plain), always(field, child))}>`,
      true,
    ]);
  const isKey = (field: string): boolean => field === node.naturalKey;
  const answer = fields
    .filter(([, field]) => field.output !== false && !field.providerOnly)
    .map(([field, child]): Property => [
      field,
      child,
      optional(typeOf(child, "output", plain), isKey(field)),
      isKey(field),
    ]);
  const id: Property = ["id", { description: "The object's ID." }, "string", true];
  const about = `What is known of a ${name}: its inputs in normal form, and what the API reports.`;
  const live = `A live ${name} as the API shows it; what the API does not show is absent.`;
  return [
    ...nested(node),
    interfaceText(`${name}Args`, node.description ?? "", args),
    interfaceText(`${name}Outputs`, about, outputs, "readonly "),
    interfaceText(`${name}Result`, live, [id, ...answer]),
  ];
}

const weekdayTypes = `
/** A day's English name. */
export type WeekdayName = "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
type WeekdayShort = "sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat";
/** A day of the week: English name, three-letter name, or the API's number (0 = Sunday … 6 = Saturday). */
export type Weekday = WeekdayName | WeekdayShort | Capitalize<WeekdayName> | Capitalize<WeekdayShort> | 0 | 1 | 2 | 3 | 4 | 5 | 6;
`;

const text = [
  "// Generated from schema.json by tools/generate/types.mts. Do not edit: change schema.json and run `npm run generate`.",
  'import type * as pulumi from "@pulumi/pulumi";',
  weekdayTypes,
  ...Object.entries(schema.$defs).flatMap(([name, node]) => kindText(name, node)),
].join("\n");
await generated("provider/resources/types.ts", text);

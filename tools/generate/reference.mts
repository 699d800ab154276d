/**
 * Writes docs/reference/*.md, one page a kind, from schema.json.
 *
 *     node tools/generate/reference.mts          writes the pages
 *     node tools/generate/reference.mts --check  fails if one is stale
 */
import type { Route } from "../../provider/api/routes.ts";
import type { Kind } from "../../provider/kinds/kind.ts";
import type { Field, KindName, SchemaNode } from "../../provider/kinds/schema.ts";
import { generated } from "./generated.mts";
import { providerModule } from "./provider.mts";
import { callsInWords } from "./referenceCalls.mts";
import { examples } from "./examples.mts";

const { kinds } = providerModule("kinds/index") as { kinds: Readonly<Record<KindName, Kind>> };
const { routeKey, routesWith, markInWords } = providerModule(
  "api/routes",
) as typeof import("../../provider/api/routes.ts");
const routes = routesWith({}).all();

/** `AiAgent` → `ai-agent`. */
const fileOf = (name: string): string => name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const inWords: Readonly<Record<string, string>> = {
  "time-of-day": "time of day",
  "time-zone": "time zone",
  "date-time": "time",
  date: "date",
  uuid: "UUID",
  "existing-id": "UUID, or `none`",
  e164: "phone number",
  uri: "web address",
  weekday: "weekday",
  slug: "slug",
  "rule-id": "[rule ID](../rules.md)",
};

const typesOf = (node: SchemaNode): readonly string[] =>
  node.type === undefined ? [] : typeof node.type === "string" ? [node.type] : node.type;

/** The type of a field for people: `list of weekday`, `one of "a", "b"`. */
function typeOf(node: SchemaNode): string {
  const types = typesOf(node);
  if (types.length === 0) return "any";
  const words = types
    .filter((type) => type !== "null")
    .map((type) => {
      if (type === "array") return `list of ${inBrackets(typeOf(node.items ?? {}))}`;
      if (type === "object") return node.properties === undefined ? "object" : `[${node.title}](${anchor(node)})`;
      if (type === "integer") return "whole number";
      if (type === "boolean") return "true or false";
      if (type !== "string") return type;
      if (node.format !== undefined) return formatInWords(node.format);
      return node.enum === undefined ? "text" : `one of ${node.enum.map((value) => code(value)).join(", ")}`;
    });
  return `${words.join(" or ")}${types.includes("null") ? " or null" : ""}`;
}

function formatInWords(format: string): string {
  const words = inWords[format];
  if (words === undefined) throw new Error(`The format "${format}" of schema.json has no words here.`);
  return words;
}

const inBrackets = (type: string): string => (type.includes(" or ") ? `(${type})` : type);

const anchor = (node: SchemaNode): string => `#${(node.title ?? "").toLowerCase()}`;

/** What the values seen so far are, where the set is open. */
const seenValues = (node: SchemaNode): string => {
  const values = node.knownValues ?? node.items?.knownValues;
  return values === undefined ? "" : ` Seen so far: ${values.map(code).join(", ")}; there may be others.`;
};

const exampleOf = (node: SchemaNode): string =>
  node.examples === undefined || node.format === "weekday"
    ? ""
    : ` Example: ${node.examples.map((value) => code(JSON.stringify(value))).join(", ")}.`;

const described = (node: SchemaNode): string => `${node.description ?? ""}${seenValues(node)}${exampleOf(node)}`;

const readBack = { shown: "yes", hidden: "no", runtime: "reported" } as const;

const decisions = { who: "who is called", when: "when", howOften: "how often" } as const;

const yes = (value: unknown): string => (value === true ? "yes" : "");

const decidesCalls = (fields: readonly Field[]): boolean => fields.some(({ node }) => node.decides !== undefined);

/** Fields that go over the wire. No field of the API has a documented default, so only ours are told, in another table. */
function writtenTable(fields: readonly Field[], required: readonly string[]): string {
  const decides = decidesCalls(fields);
  return table(
    [
      ...["Input", "Type", "Required", "Default", "New object", "Secret"],
      ...(decides ? ["Decides"] : []),
      ...["Read back", "Known from", "Meaning"],
    ],
    fields.map(({ name, node }) => [
      code(name),
      typeOf(node),
      yes(required.includes(name)),
      node.role === "workspace" ? code("callab:workspace") : "",
      yes(node.replaceOnChange),
      yes(node.secret),
      ...(decides ? [node.decides === undefined ? "" : decisions[node.decides]] : []),
      readBack[node.readBack ?? "shown"],
      node.provenance ?? "",
      described(node),
    ]),
  );
}

const ownTable = (fields: readonly Field[]): string =>
  table(
    ["Input", "Type", "Default", "Meaning"],
    fields.map(({ name, node }) => [
      code(name),
      typeOf(node),
      node.default === undefined ? "not set" : code(JSON.stringify(node.default)),
      node.description ?? "",
    ]),
  );

const outputsTable = (kind: Kind): string =>
  table(
    ["Output", "Type", "Known from", "Meaning"],
    [
      [code("id"), "text", "", `The ${kind.noun}'s ID at Callab.`],
      ...kind.fields
        .filter(({ node }) => node.readOnly === true && node.output !== false)
        .map(({ name, node }) => [
          code(name),
          typeOf(node),
          node.computed === true ? "computed here" : (node.provenance ?? ""),
          `${node.description ?? ""}${seenValues(node)}`,
        ]),
    ],
  );

const notKept = (kind: Kind): string => {
  const names = kind.fields.filter(({ node }) => node.output === false).map(({ name }) => code(name));
  return names.length === 0 ? "" : `The API also reports ${names.join(", ")}. The state does not keep it.`;
};

/** A field's objects, each kind of object in a section of its own. */
const innerObjects = (kind: Kind): string =>
  kind.fields
    .flatMap(({ node, fields }) => (node.items?.properties === undefined ? [] : [{ item: node.items, fields }]))
    .map(({ item, fields }) => {
      const inputs = (fields ?? []).filter(({ node }) => node.readOnly !== true);
      return `### ${item.title}\n\n${item.description}\n\n${writtenTable(inputs, item.required ?? [])}`;
    })
    .join("\n\n");

const spellings: Readonly<Record<string, readonly [accepted: string, shown: string]>> = {
  weekday: ["`1`, `Monday`, `mon`", "`monday`, in week order from Sunday"],
  "time-of-day": ["`9:00`, `09:00`", "`09:00:00`"],
  "time-zone": ["any name of the zone, such as `Asia/Calcutta`", "as written; two names of one zone are equal"],
  e164: ["`+44 20 7946 0958`", "`+442079460958`"],
  uuid: ["upper or lower case", "as written; the two letter cases are equal"],
  "existing-id": ["upper or lower case", "as written; the two letter cases are equal"],
  lower: ["`SECONDS`", "`seconds`"],
  upper: ["`post`", "`POST`"],
  set: ["any order, repeated entries", "sorted, each entry once"],
  unlessParallel: ["any order, where no other list has several entries", "as written; compared as a set there"],
};

/** What normal form does to the fields of a kind. */
function spellingsTable(kind: Kind): string {
  const found = new Map<string, string[]>();
  const note = (rule: string | undefined, name: string): void => {
    if (rule !== undefined && rule in spellings) found.set(rule, [...(found.get(rule) ?? []), name]);
  };
  const walk = (fields: readonly Field[], path: string): void => {
    for (const { name, node, fields: inner } of fields.filter((field) => field.node.readOnly !== true)) {
      note(node.format ?? node.items?.format, `${path}${name}`);
      note(node.letterCase, `${path}${name}`);
      if (node.unordered === true) note("set", `${path}${name}`);
      if (node.unordered === "unlessParallel") note("unlessParallel", `${path}${name}`);
      if (inner !== undefined) walk(inner, `${path}${name}[].`);
    }
  };
  walk(kind.fields, "");
  return table(
    ["Inputs", "Accepted", "Shown and sent as"],
    [...found].map(([rule, names]) => [names.map(code).join(", "), ...(spellings[rule] ?? [])]),
  );
}

const operationOf = (route: Route): string => route.key.split(".")[1] ?? "";
const routesOf = (kind: Kind): readonly Route[] => {
  const prefix = routeKey(kind.name, "list").replace("list", "");
  return routes.filter(({ key }) => key.startsWith(prefix));
};

const writingIsInferred = (kind: Kind): boolean =>
  routesOf(kind).some((route) => operationOf(route) === "create" && route.mark === "inferred");

const routesTable = (kind: Kind): string =>
  table(
    ["Operation", "Route", "Mark", "Key in `callab:routes`"],
    routesOf(kind).map((route, index, all) => [
      all[index - 1]?.key === route.key ? `${operationOf(route)}, tried second` : operationOf(route),
      code(`${route.method} ${route.path}`),
      markInWords(route),
      code(route.key),
    ]),
  );

const lookup = (kind: Kind): string =>
  kind.isListed
    ? `${lookupOf(kind)} Nothing found, or more than one, is an error that names what is near. So is an argument that is not known, and one beside an \`id\` that is not true of its object.`
    : `There is none: the API shows no ${kind.plural}.`;

const foundBy = (kind: Kind): string =>
  kind.isListed
    ? `A ${kind.noun} is found again by its ${code(kind.naturalKey)}${kind.listedByWorkspace ? ", in its workspace" : ""}. See [adoption](../adoption.md).`
    : `A ${kind.noun} cannot be looked up: the API shows no ${kind.plural}, neither in a list nor alone. It is known by what the answers to its writes tell.`;

const whenKnown = (kind: Kind): string =>
  kind.isListed
    ? "What only the API can tell is known when it has told it: after a create, which [reads back](../drift.md#what-is-stored) what was stored. With `callab:verifyWrites` `off` it may be undefined until the next `pulumi up --refresh`."
    : "What only the API can tell is what it answered to the last write. A refresh keeps it.";

const lookupOf = (kind: Kind): string =>
  !kind.listedByWorkspace
    ? `\`get${kind.name}({ ${kind.naturalKey} })\` finds a ${kind.noun} that the program does not manage. \`get${kind.name}Output\` takes outputs.`
    : `\`get${kind.name}({ id })\` and \`get${kind.name}({ name, workspace? })\` find ${/^[aeiou]/.test(kind.noun) ? "an" : "a"} ${kind.noun} that the program does not manage. \`get${kind.name}Output\` takes outputs.`;

const page = (kind: Kind): string => `
<!-- Generated from schema.json by tools/generate/reference.mts. Do not edit. -->

# ${kind.name}

This page is the reference of the ${kind.noun}: every input and output, and every request it makes.

${kind.node.description}

${foundBy(kind)}

## Example

\`\`\`ts
${examples[kind.name].trim()}
\`\`\`

## Inputs

Every input takes a value or an output of another resource.

- _Default_: the API documents no defaults. An input that is left out is not sent.
- _New object_: a change deletes the object and then creates another. Never both at once.
${decidesCalls(kind.written) ? "- _Decides_: what the field decides about the calls of real people.\n" : ""}- _Read back_: \`no\` means that the API takes the value and never shows it. It is compared with what was last written.
- _Known from_: how well the field is known. See [provenance](../provenance.md).${writingIsInferred(kind) ? ` It tells how the field is known from what the API lists. That a ${kind.noun} can be written at all is inferred.` : ""}

${writtenTable(kind.written, kind.node.required ?? [])}

${innerObjects(kind)}

## Inputs of this package

These are never sent to the API.

${ownTable(kind.inputs.filter(({ node }) => node.providerOnly === true))}

## Outputs

All inputs are outputs too, in [normal form](#spellings). Beside them:

${outputsTable(kind)}

${notKept(kind)}

${whenKnown(kind)}

## Spellings

${spellingsTable(kind)}

## Requests

${routesTable(kind)}

${callsInWords(kind, routesOf(kind))}

Any route can be set to another one: see [provenance](../provenance.md#another-route).

## Lookup

${lookup(kind)}
`;

for (const kind of Object.values(kinds)) {
  await generated(`docs/reference/${fileOf(kind.name)}.md`, page(kind).trim());
}

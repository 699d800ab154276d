/**
 * Writes what is equal for every kind but for its name, from schema.json: the list of names, the classes a program news up
 * and their lookups, the modules that an engine's state refers to, the names that the emulator knows, and which files git is
 * told to be generated.
 *
 *     node tools/generate/kinds.mts          writes the files
 *     node tools/generate/kinds.mts --check  fails if one is stale
 */
import { readFileSync } from "node:fs";
import { examples } from "./examples.mts";
import { generated, generatedAsIs, root } from "./generated.mts";

interface Kind {
  readonly description: string;
  readonly noun: string;
  readonly naturalKey: string;
  readonly scope: "workspace" | "account";
  readonly routes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly properties: Readonly<Record<string, Property>>;
}

interface Property {
  readonly description: string;
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly items?: Property;
}

const { $defs } = JSON.parse(readFileSync(`${root}/schema.json`, "utf8")) as {
  readonly $defs: Readonly<Record<string, Kind>>;
};
const names = Object.keys($defs);
const kinds = Object.entries($defs);

/** What the API does not list cannot be looked up. */
const lookedUp = kinds.filter(([, { routes }]) => routes["list"] !== undefined);
const banner =
  "// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.\n";

/** `AiAgent` → `aiAgent`: a module, or the first half of a route's name. */
const moduleOf = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
const list = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(", ");
const union = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(" | ");
const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

const comment = (text: string): string =>
  text
    .split("\n")
    .map((line) => ` * ${line}`.trimEnd())
    .join("\n");

/** The example of a kind's reference page, without its import. */
const exampleOf = (name: string): string =>
  examples[name as keyof typeof examples].replace(/^\s*import .*\n/m, "").trim();

const namesFile = `${banner}
/** The kinds, in the order of schema.json. */
export const kindNames = [${list(names)}] as const;

export type KindName = (typeof kindNames)[number];

/** The kinds that the API lists. */
export const listedKinds = [${list(lookedUp.map(([name]) => name))}] as const;

export type ListedKindName = (typeof listedKinds)[number];
`;

const classFile = (name: string, { description }: Kind): string => `${banner}
import * as pulumi from "@pulumi/pulumi";
import own = require("../dynamic/${moduleOf(name)}");
import { providerOf } from "./copies";
import { declare, logFindings } from "./declare";
import { heededOptions } from "./options";
import { leaveOutPromiseTraces } from "./traces";
import type { ${name}Args, ${name}Outputs } from "./types";

export interface ${name} extends ${name}Outputs {}

/**
${comment(`${description}

Problems in the arguments are reported for the whole program at once, before anything is registered.

@example
\`\`\`ts
${exampleOf(name)}
\`\`\``)}
 */
export class ${name} extends pulumi.dynamic.Resource {
  constructor(name: string, args: ${name}Args, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("${name}", name, args, opts);
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(providerOf("${moduleOf(name)}", own), name, declaration.properties, heededOptions("${name}", opts), "callab", "${name}");
    } finally {
      writeTraces();
    }
    logFindings("${name}", name, this, declaration);
  }
}
`;

const methods = {
  configure: "request",
  check: "olds, news",
  diff: "id, olds, news",
  create: "inputs",
  read: "id, props",
  update: "id, olds, news",
  delete: "id, props",
};

const dynamicFile = (name: string, { noun }: Kind): string => `${banner}
/**
 * What the engine's state refers to for ${withArticle(noun)}: a bare \`require\` of this module where the package is installed, the text
 * of these methods where it is linked. So they only delegate, by literal names, and must keep working for ever.
 */
import type { KindHost } from "./kindHost";

type Host = typeof import("./host");

const provider: KindHost = {
${Object.entries(methods)
  .map(
    ([method, given]) => `  ${method}(${given}) {
    return (require("pulumi-callab/dynamic/host") as Host).${name}.${method}(${given});
  },`,
  )
  .join("\n")}
};

export = provider;
`;

/** Where a natural key is unique in the account, it is all there is to give. */
const argsOf = (name: string, { scope }: Kind): string => (scope === "workspace" ? "LookupArgs" : `${name}LookupArgs`);
const shapeOf = ({ scope, naturalKey }: Kind): string =>
  scope === "workspace" ? "{ id }` or `{ name, workspace? }" : `{ ${naturalKey} }`;

const lookupsFile = `${banner}
/** Lookups: live objects that the program does not manage. They only read. */
import { lookupsOf, type LookupArgs } from "./lookup";
import type { ${lookedUp.map(([name]) => `${name}Result`).join(", ")} } from "./types";

export type { LookupArgs } from "./lookup";

${lookedUp
  .filter(([, { scope }]) => scope === "account")
  .map(
    ([name, { naturalKey, properties }]) => `export interface ${name}LookupArgs {
  /** ${properties[naturalKey]?.description ?? ""} */
  readonly ${naturalKey}: string;
}`,
  )
  .join("\n\n")}

${lookedUp
  .map(
    ([name, kind]) => `const ${moduleOf(name)} = lookupsOf<${argsOf(name, kind)}, ${name}Result>("${name}");
/** A live ${kind.noun} by \`${shapeOf(kind)}\`. Rejects if there is none, or more than one. */
export const get${name} = ${moduleOf(name)}.get;
/** \`get${name}\` for arguments that are outputs. */
export const get${name}Output = ${moduleOf(name)}.getOutput;`,
  )
  .join("\n\n")}
`;

/** Names of the objects inside a kind, such as a webhook's steps. */
const innerTitles = (property: Pick<Property, "properties">): string[] =>
  Object.values(property.properties ?? {}).flatMap((child) => {
    const inner = child.properties === undefined ? child.items : child;
    return inner?.properties === undefined ? [] : [inner.title ?? "", ...innerTitles(inner)];
  });

const indexFile = `${banner}
/**
 * pulumi-callab: Callab AI campaigns, agents, phone numbers and webhooks as Pulumi resources.
 *
 * @packageDocumentation
 */
${[...names]
  .sort()
  .map((name) => `export { ${name} } from "./resources/${moduleOf(name)}";`)
  .join("\n")}
export {
${[
  ...lookedUp.flatMap(([name]) => [`get${name}`, `get${name}Output`]).sort(),
  "type LookupArgs",
  ...lookedUp.filter(([, { scope }]) => scope === "account").map(([name]) => `type ${name}LookupArgs`),
]
  .map((name) => `  ${name},`)
  .join("\n")}
} from "./resources/lookups";
export type {
${[
  ...kinds.flatMap(([name, kind]) => [
    `${name}Args`,
    `${name}Result`,
    ...innerTitles(kind).flatMap((title) => [title, `${title}Args`]),
  ]),
  "Weekday",
  "WeekdayName",
]
  .sort()
  .map((name) => `  ${name},`)
  .join("\n")}
} from "./resources/types";
`;

const routeNames = kinds.flatMap(([name, { routes }]) =>
  Object.keys(routes).map((operation) => `${moduleOf(name)}.${operation}`),
);

const emulatorFile = `${banner}
/** The kinds of objects, in the order of schema.json. */
export const kinds = [${list(names)}] as const;

/** A kind of objects. */
export type Kind = (typeof kinds)[number];

/** The kinds that can be listed. */
export const listedKinds = [${list(lookedUp.map(([name]) => name))}] as const;

export type ListedKind = (typeof listedKinds)[number];

/** Name of a route, e.g. \`campaign.delete\`. */
export type RouteName = ${union(routeNames)};
`;

const files: readonly (readonly [path: string, text: string])[] = [
  ["provider/kinds/names.ts", namesFile],
  ...kinds.flatMap(([name, kind]) => [
    [`provider/resources/${moduleOf(name)}.ts`, classFile(name, kind)] as const,
    [`provider/dynamic/${moduleOf(name)}.ts`, dynamicFile(name, kind)] as const,
  ]),
  ["provider/resources/lookups.ts", lookupsFile],
  ["provider/index.ts", indexFile],
  ["emulator/kinds.ts", emulatorFile],
];

/** What the other generators write, and what a tool writes. */
const others = [
  "contract.schema.json",
  "docs/reference/**",
  "docs/rules.md",
  "emulator/contractValidator.ts",
  "emulator/validators.ts",
  "llms.txt",
  "package-lock.json",
  "provider/contract/types.ts",
  "provider/contract/validator.ts",
  "provider/kinds/validators.ts",
  "provider/native/packageSchema.json",
  "provider/native/program/classes.ts",
  "provider/resources/types.ts",
  "test/fixtures/**",
];

const attributes = [
  "# Written by tools/generate/kinds.mts: what a machine writes is folded in reviews.",
  ...[...files.map(([path]) => path), ...others].sort().map((path) => `${path} linguist-generated`),
  "",
].join("\n");

for (const [path, text] of files) await generated(path, text);
generatedAsIs(".gitattributes", attributes);

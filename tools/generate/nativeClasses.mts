/**
 * Writes provider/native/program/classes.ts: a class for each kind of schema.json, and the lookups of those that can be
 * looked up. They take the same arguments as those of the dynamic front.
 *
 *     node tools/generate/nativeClasses.mts          writes the file
 *     node tools/generate/nativeClasses.mts --check  fails if it is stale
 */
import type { Kind } from "../../provider/kinds/kind.ts";
import type { KindName } from "../../provider/kinds/schema.ts";
import { generated } from "./generated.mts";
import { providerModule } from "./provider.mts";

const { kinds } = providerModule("kinds/index") as { kinds: Readonly<Record<KindName, Kind>> };
const { routesWith } = providerModule("api/routes") as typeof import("../../provider/api/routes.ts");
const all = Object.values(kinds);
const listed = all.filter(({ name }) => routesWith({}).of(name, "list").length > 0);

const classOf = ({ name, node }: Kind): string => `
/** ${node.description ?? ""} */
export class ${name} extends pulumi.CustomResource {
  /** A live one that another program manages, by its ID. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ${name} {
    return new ${name}(name, undefined, { ...opts, id });
  }

  constructor(name: string, args: types.${name}Args, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: types.${name}Args | undefined, opts?: pulumi.CustomResourceOptions) {
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(tokenOf("${name}"), name, propertiesOf("${name}", args), optionsOf("${name}", name, opts));
    } finally {
      writeTraces();
    }
  }
}

// The outputs, one for each field of schema.json.
export interface ${name} extends types.${name}Outputs {}`;

const lookupOf = ({ name, noun, naturalKey, listedByWorkspace }: Kind): string => {
  const args = listedByWorkspace ? "LookupArgs" : `${name}LookupArgs`;
  const by = listedByWorkspace ? `\`{ id }\` or \`{ ${naturalKey}, workspace? }\`` : `\`{ ${naturalKey} }\``;
  return `
/** A live ${noun} by ${by}. Rejects if there is none, or more than one. */
export const get${name} = (args: ${args}, opts?: pulumi.InvokeOptions): Promise<types.${name}Result> =>
  pulumi.runtime.invoke("callab:index:get${name}", args, opts);

/** \`get${name}\` for arguments that are outputs. */
export const get${name}Output = (
  args: { [Key in keyof ${args}]: pulumi.Input<${args}[Key]> },
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<types.${name}Result> => pulumi.runtime.invokeOutput("callab:index:get${name}", args, opts);`;
};

const lookupArgs = listed.filter(({ listedByWorkspace }) => !listedByWorkspace).map(({ name }) => `${name}LookupArgs`);

await generated(
  "provider/native/program/classes.ts",
  [
    "// Generated from schema.json by tools/generate/nativeClasses.mts. Do not edit: change schema.json and run `npm run generate`.",
    'import * as pulumi from "@pulumi/pulumi";',
    `import type { ${["LookupArgs", ...lookupArgs].join(", ")} } from "../../resources/lookups";`,
    'import { leaveOutPromiseTraces } from "../../resources/traces";',
    'import type * as types from "../../resources/types";',
    'import { optionsOf, propertiesOf, tokenOf } from "./register";',
    ...all.map(classOf),
    ...listed.map(lookupOf),
  ].join("\n"),
);

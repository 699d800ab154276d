/** What makes the exported folder a whole project, beside the program and the import file. */
import type { SecretValues } from "./secretValues";
import { PRINT_WIDTH } from "../source/print";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A name for a Pulumi project and an npm package. */
export const projectName = (workspace: string): string =>
  `callab-${
    workspace
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "workspace"
  }`;

export function projectFiles(workspace: string, version: string): ReadonlyMap<string, string> {
  const name = projectName(workspace);
  return new Map([
    [
      "Pulumi.yaml",
      `name: ${name}\ndescription: ${JSON.stringify(`The Callab workspace ${workspace}`)}\nruntime: nodejs\n`,
    ],
    [
      "package.json",
      json({
        name,
        private: true,
        main: "index.ts",
        scripts: { check: "tsc" },
        dependencies: { "@pulumi/pulumi": "^3.216.0", "pulumi-callab": `^${version}` },
        devDependencies: { typescript: "~5.9.3" },
        prettier: { printWidth: PRINT_WIDTH },
      }),
    ],
    [
      "tsconfig.json",
      json({
        compilerOptions: {
          strict: true,
          target: "es2022",
          module: "node16",
          moduleResolution: "node16",
          skipLibCheck: true,
          noEmit: true,
        },
      }),
    ],
    [
      ".gitignore",
      "node_modules/\n\n# Both may hold secrets. Delete them after the import.\nimport.json\nsecrets.json\n",
    ],
  ]);
}

/** The placeholder of the generated program. */
export const notShownFile = `/**
 * Stands for fields whose values the Callab API does not show. While one is left, the program fails its validation and
 * changes nothing. Answer hints.json and export again; or write the values here in place of the names, and take out the
 * names of fields that the object does not have or that you leave as they are. README.md tells what is at stake.
 */
export function notShown<Field extends string>(...fields: readonly Field[]): Record<Field, never> {
  // A list is no valid value for any of these fields, so the validation stops here and shows the reason.
  const placeholder = Object.fromEntries([[fields[0], [\`not shown by the API: \${fields.join(", ")}\`]]]);
  return placeholder as Record<Field, never>;
}
`;

/** The values that are known, by configuration key; all of them texts. */
export const secretsFile = (secrets: SecretValues): string =>
  json(Object.fromEntries(secrets.shown().map(({ key, value }) => [key, value])));

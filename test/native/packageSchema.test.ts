/** The Pulumi package schema: valid by the engine's own rules, and of every kind and field there is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { kinds } from "../../provider/kinds";
import { configurationKeys } from "../../provider/configuration";
import { ENGINE_SEARCH_SECONDS, goTool } from "../support/engine";
import { repository } from "../support/repository";

jest.setTimeout(ENGINE_SEARCH_SECONDS * 1_000);

interface Resource {
  readonly inputProperties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly requiredInputs: readonly string[];
  readonly aliases: readonly { readonly type: string }[];
}
const text = readFileSync(join(repository, "provider", "native", "packageSchema.json"), "utf8");
const schema = JSON.parse(text) as {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly functions: Readonly<Record<string, unknown>>;
  readonly config: { readonly variables: Readonly<Record<string, unknown>> };
};

const validate = async (given: object): Promise<{ status: number | null; stderr: string }> =>
  spawnSync(join(await goTool("sdks"), "callab-sdks"), [], { input: JSON.stringify(given), encoding: "utf8" });

test("the engine's code generation finds nothing wrong with it, and would", async () => {
  expect(await validate({ ...schema, version: "0.1.0" })).toMatchObject({ status: 0, stderr: "" });
  const other = { properties: { a: { $ref: "#/types/callab:index:Nothing" } } };
  const broken = { ...schema, version: "0.1.0", resources: { "callab:index:Other": other } };
  expect((await validate(broken)).status).toBe(1);
});

test.each(Object.values(kinds))("it has every field of $name, and says what changes and what is secret", (kind) => {
  const resource = schema.resources[`callab:index:${kind.name}`];
  expect(Object.keys(resource?.inputProperties ?? {})).toEqual(kind.inputs.map(({ name }) => name));
  const kept = kind.fields.filter(({ node }) => node.output !== false);
  expect(Object.keys(resource?.properties ?? {})).toEqual(kept.map(({ name }) => name));
  expect(resource?.requiredInputs).toEqual(kind.node.required);
  expect(resource?.aliases).toEqual([{ type: `pulumi-nodejs:dynamic/callab:${kind.name}` }]);
  const marked = (mark: string): string[] =>
    Object.entries(resource?.inputProperties ?? {}).flatMap(([name, field]) => (field[mark] === true ? [name] : []));
  const noted = (note: "replaceOnChange" | "secret"): string[] =>
    kind.inputs.filter(({ node }) => node[note] === true).map(({ name }) => name);
  expect(marked("willReplaceOnChanges")).toEqual(noted("replaceOnChange"));
  expect(marked("secret")).toEqual(noted("secret"));
});

test("it has every setting, and a token never stands in a state in clear", () => {
  expect(Object.keys(schema.config.variables)).toEqual(configurationKeys);
  expect(schema.config.variables["apiToken"]).toMatchObject({ secret: true });
  // It would copy the token of the environment into the state.
  expect(text).not.toContain("defaultInfo");
});

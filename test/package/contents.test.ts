/** What a user downloads: all that is needed, nothing else, and not too much of it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brokenLinks } from "../docs/links";
import { readPage } from "../docs/markdown";
import { ownEnvironment, run, succeeded } from "../support/command";
import { packedPackage } from "../support/installation";
import { repository } from "../support/repository";
import { filesOf, manifestOf, reachableTypes, tarball, type Manifest } from "./installation";

const yaml = jest.requireActual<{ load(text: string): unknown }>("js-yaml");

jest.setTimeout(120_000);

let folder: string;
let files: string[];
let manifest: Manifest;
beforeAll(async () => {
  folder = await packedPackage();
  files = filesOf(folder);
  manifest = manifestOf(folder);
});

/** What is for people: each folder as it is in the repository. */
const forPeople = ["docs", "examples", "policy", "template"];

test("the package holds compiled code, its types, the plugin, the schema, and what a person reads", () => {
  const isIn = (folder: string) => (name: string) => name.startsWith(`${folder}/`);
  expect(files.filter((name) => !["dist", ...forPeople].some((folder) => isIn(folder)(name)))).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "contract.schema.json",
    "llms.txt",
    "package.json",
    "plugin/callab.cjs",
    "plugin/callab.cjs.LEGAL.txt",
    "plugin/pulumi-resource-callab",
    "plugin/pulumi-resource-callab.cmd",
    "plugin/start.cjs",
    "schema.json",
  ]);
  const others = files.filter(
    (name) => name.startsWith("dist/") && !/^dist\/(provider|emulator|policy)\/[\w/]+\.(js|d\.ts)$/.test(name),
  );
  expect(others).toEqual(["dist/contract.schema.json", "dist/schema.json"]);
});

test("docs, examples, policy and template are as in the repository", async () => {
  const tracked = succeeded(
    await run("git", ["ls-files", "--", ...forPeople], { cwd: repository, environment: ownEnvironment() }),
  ).stdout.trim();
  // npm packs no .gitignore, whatever it is told.
  const left = (name: string): boolean => name === "docs/architecture.md" || name.endsWith("/.gitignore");
  const wanted = tracked.split("\n").filter((name) => !left(name));
  expect(files.filter((name) => forPeople.includes(name.split("/")[0] ?? ""))).toEqual(wanted.sort());
});

const pagesOfUsers = (): string[] => files.filter((name) => name.endsWith(".md") || name === "llms.txt");

test("every link of its pages leads to a file and a heading that are in it", () => {
  expect(pagesOfUsers()).toEqual(expect.arrayContaining(["README.md", "docs/limits.md", "llms.txt"]));
  expect(pagesOfUsers().flatMap((page) => brokenLinks(page, folder))).toEqual([]);
});

test("llms.txt names every page that is in it", () => {
  const named = readPage("llms.txt", folder).links.map(({ target }) => target);
  expect(named.toSorted()).toEqual(files.filter((name) => name.endsWith(".md")));
});

test("pulumi new asks for each setting of the template in a line of 80 columns", () => {
  const { template } = yaml.load(readFileSync(join(folder, "template", "Pulumi.yaml"), "utf8")) as {
    readonly template: { readonly config: Readonly<Record<string, { description: string; default?: string }>> };
  };
  const questions = Object.entries(template.config).map(
    ([key, { description, default: proposed }]) =>
      `${description} (${key})${proposed === undefined ? "" : ` (${proposed})`}: `,
  );
  expect(questions.filter((question) => question.length > 72)).toEqual([]);
  expect(questions).toHaveLength(3);
});

test("types have code, and are those that its entries lead to: nobody comes to others", () => {
  const stems = (ending: string): string[] =>
    files
      .filter((name) => name.startsWith("dist/") && name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length));
  expect(stems(".js")).toEqual(expect.arrayContaining(stems(".d.ts")));
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : [entry["types"]],
  );
  expect(entries).toHaveLength(4);
  const led = new Set(entries.flatMap((entry = "") => [...reachableTypes(folder, entry.replace(/^\.\//, ""))]));
  expect(files.filter((name) => name.startsWith("dist/") && name.endsWith(".d.ts"))).toEqual([...led].sort());
});

test("nothing of an older build is left in it: every compiled file has its source", () => {
  const withoutSource = files
    .filter((name) => name.startsWith("dist/") && name.endsWith(".js"))
    .filter((name) => !existsSync(join(__dirname, "..", "..", name.slice("dist/".length).replace(/\.js$/, ".ts"))));
  expect(withoutSource).toEqual([]);
});

test("it is small: it is downloaded in every CI run", async () => {
  const unpacked = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(statSync(await tarball()).size).toBeLessThan(1_000_000);
  expect(unpacked).toBeLessThan(4_000_000);
});

test("no file names a folder of the machine it was built on", () => {
  const root = join(__dirname, "..", "..");
  expect(files.filter((name) => readFileSync(join(folder, name), "utf8").includes(root))).toEqual([]);
});

test("every entry of package.json leads to a file", () => {
  const { main, types, bin, exports: entries } = manifest;
  const targets = [main, types, ...Object.values(bin), ...Object.values(entries).flatMap((entry) => leaves(entry))];
  const missing = targets.filter((target) => !target.includes("*") && !existsSync(join(folder, target)));
  expect(missing).toEqual([]);
});

const leaves = (entry: string | Readonly<Record<string, string>>): string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry);

test("the plugin's launcher can be executed, wherever it is linked from", () => {
  expect(statSync(join(folder, "plugin", "pulumi-resource-callab")).mode & 0o111).toBe(0o111);
});

test("the command is a script that node runs", () => {
  const { callab } = manifest.bin;
  expect(callab).toBeDefined();
  expect(readFileSync(join(folder, callab ?? ""), "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
});

test("package.json says what registries and tools ask for", () => {
  expect(manifest).toMatchObject({
    name: "pulumi-callab",
    license: "Apache-2.0",
    engines: { node: ">=22.12" },
    peerDependencies: { "@pulumi/pulumi": "^3.216.0" },
  });
  for (const field of ["description", "author"]) expect(manifest[field]).toEqual(expect.stringMatching(/\w/));
  expect(manifest["keywords"]).toEqual(expect.arrayContaining(["pulumi", "callab"]));
  expect(manifest["scripts"]).not.toHaveProperty("postinstall");
  expect(manifest["scripts"]).not.toHaveProperty("preinstall");
  expect(manifest["scripts"]).not.toHaveProperty("install");
});

test("the version is one of semantic versioning, and the changelog knows it", () => {
  expect(manifest.version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toContain(`## [${manifest.version}]`);
});

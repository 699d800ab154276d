/** Every example, as a user runs it: from the packed package, on the real engine. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { run, succeeded } from "../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { nodeModules, type Form } from "../support/installation";
import { runFolder } from "../support/oncePerRun";
import { openProject, type Project } from "../support/project";
import { repository } from "../support/repository";

jest.setTimeout(300_000);

const folder = join(repository, "examples");
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // Those of the native front are in test/engine/native.
  .filter((name) => existsSync(join(folder, name, "Pulumi.yaml")));

let emulator: EmulatorProcess;
beforeEach(async () => {
  emulator = await startEmulatorProcess();
});
afterEach(() => emulator.stop());

interface ExamplePackage {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const packageOf = (example: string): ExamplePackage =>
  JSON.parse(readFileSync(join(folder, example, "package.json"), "utf8")) as ExamplePackage;

async function copyOf(example: string, form: Form): Promise<Project> {
  const copy = join(mkdtempSync(join(runFolder(), "example-")), example);
  cpSync(join(folder, example), copy, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|bin)$/.test(path),
  });
  symlinkSync(await nodeModules(form), join(copy, "node_modules"));
  const environment = { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token };
  return openProject(copy, "index.ts", environment, stackOf(example));
}

/** Where a program has a list of workspaces, its stacks are called as these are; else any name will do. */
function stackOf(example: string): string | undefined {
  const list = join(folder, example, "workspaces.json");
  if (!existsSync(list)) return undefined;
  const [first] = JSON.parse(readFileSync(list, "utf8")) as { readonly workspace: string }[];
  return first?.workspace;
}

const script = async (project: Project, name: string): Promise<void> => {
  succeeded(await run("npm", ["run", name], { cwd: project.folder, environment: project.environment, seconds: 240 }));
};

async function wholeLife(example: string, form: Form): Promise<void> {
  const project = await copyOf(example, form);
  if (packageOf(example).scripts?.["seed"] !== undefined) await script(project, "seed");
  const first = await project.up("--skip-preview");
  expect(first.output).not.toContain("warning:");
  await emulator.clearRequests();
  await project.up("--skip-preview", "--expect-no-changes");
  await project.up("--skip-preview", "--expect-no-changes", "--refresh");
  const written = (await emulator.requests()).filter(({ method }) => method !== "GET");
  expect(written).toEqual([]);
  expect(await project.outputs()).not.toEqual({});
  await project.destroy("--skip-preview");
  expect(await project.resources()).toEqual([]);
  const left = await emulator.dashboard.list("Campaign");
  expect(left.filter(({ status }) => status === "active")).toEqual([]);
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
}

test.each(examples)("%s is created, needs no second run, and goes again", (example) => wholeLife(example, "packed"));

test("an example runs in this repository too, where the package is a link", () => wholeLife("calling-team", "linked"));

test("the tests of the example with tests pass", async () => {
  const project = await copyOf("testing-your-program", "packed");
  await script(project, "test");
});

test.each(examples)("%s is a whole project", (example) => {
  const files = ["Pulumi.yaml", "README.md", "index.ts", "package.json", "tsconfig.json"];
  expect(files.filter((file) => !existsSync(join(folder, example, file)))).toEqual([]);
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  expect(packageOf(example).dependencies["pulumi-callab"]).toBe(`^${version}`);
});

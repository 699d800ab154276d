/**
 * How package managers lay the package out, with a real engine. What a state refers to is looked up from the program's folder,
 * by a process that does not know which copy of the package declared the resource.
 */
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownEnvironment, run, succeeded } from "../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { nodeModules, packedPackage } from "../support/installation";
import { runFolder } from "../support/oncePerRun";
import { manage, type PackageManager } from "../support/packageManagers";
import { campaign, program, resource } from "../support/programs";
import { openProject, type Project } from "../support/project";
import { startRegistry, type Registry } from "../support/registry";
import { repository } from "../support/repository";
import { requestsDuring } from "../support/requests";
import { manifestOf } from "./installation";

jest.setTimeout(300_000);

type Files = Readonly<Record<string, string>>;

const paused = { ...campaign, desiredStatus: "paused" };
const sdk = manifestOf(join(repository, "node_modules", "@pulumi", "pulumi")).version;
const otherVersion = "0.0.1";

let emulator: EmulatorProcess;
let registry: Registry;
/** The version of the packed package. */
let version: string;

beforeAll(async () => {
  const packed = await packedPackage();
  version = manifestOf(packed).version;
  const other = join(newFolder(), "pulumi-callab");
  cpSync(packed, other, { recursive: true });
  write(other, { "package.json": JSON.stringify({ ...manifestOf(packed), version: otherVersion }) });
  registry = await startRegistry([packed, other, library("1.0.0", version), library("2.0.0", otherVersion)]);
  emulator = await startEmulatorProcess();
});
afterAll(() => registry.close());
afterEach(() => emulator.reset());

const newFolder = (): string => mkdtempSync(join(runFolder(), "layout-"));

function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A component library, to be published: it depends on one version of the package. */
function library(ownVersion: string, ofPackage: string): string {
  const folder = newFolder();
  const manifest = {
    name: "renewals",
    version: ownVersion,
    exports: "./index.js",
    dependencies: { "pulumi-callab": ofPackage },
    peerDependencies: { "@pulumi/pulumi": "*" },
  };
  const component = `
    const pulumi = require("@pulumi/pulumi");
    const callab = require("pulumi-callab");
    exports.Renewals = class extends pulumi.ComponentResource {
      constructor(name, args) {
        super("renewals:index:Renewals", name);
        new callab.Campaign(name, args, { parent: this });
      }
    };`;
  write(folder, { "package.json": JSON.stringify(manifest), "index.js": component });
  return folder;
}

const dependingOn = (dependencies: Readonly<Record<string, string>>): string =>
  JSON.stringify({ name: "program", private: true, dependencies: { "@pulumi/pulumi": sdk, ...dependencies } });

/** A folder with these files, in which a package manager has installed what they ask for. */
async function installed(manager: PackageManager, files: Files): Promise<string> {
  const folder = join(newFolder(), "root");
  write(folder, files);
  await manage(manager, folder, registry, "install");
  return folder;
}

/**
 * A stack of the program in a folder in which all is installed.
 * @param more lines of Pulumi.yaml
 */
function stackOf(folder: string, text: string, { name = "test", more = "" } = {}): Promise<Project> {
  write(folder, { "Pulumi.yaml": `name: tested\nruntime: nodejs\nmain: index.js\n${more}`, "index.js": text });
  return openProject(folder, "index.js", { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token }, name);
}

/** What a state refers to in each layout, for ever: see docs/versioning.md. */
const referred = 'require("pulumi-callab/dynamic/campaign")';

/** What the state refers to for each campaign. */
async function references(project: Project): Promise<(string | undefined)[]> {
  const campaigns = (await project.resources()).filter(({ type }) => type.endsWith("callab:Campaign"));
  return campaigns.map(({ inputs }) => /require\([^)]*\)/.exec(String(inputs?.["__provider"]))?.[0]);
}

interface Layout {
  readonly manager: PackageManager;
  /** The folder of the program. */
  readonly place: string;
  readonly around: Files;
}

const workspace = '{ "name": "root", "private": true, "workspaces": ["packages/*"] }';

test.each<[string, Layout]>([
  ["pnpm", { manager: "pnpm", place: ".", around: {} }],
  [
    "a workspace of pnpm",
    {
      manager: "pnpm",
      place: "packages/infra",
      around: { "package.json": workspace, "pnpm-workspace.yaml": 'packages: ["packages/*"]\n' },
    },
  ],
  ["a workspace of npm", { manager: "npm", place: "packages/infra", around: { "package.json": workspace } }],
  ["yarn", { manager: "yarn", place: ".", around: {} }],
])("%s: a campaign is made, found as it is without a request, and deleted", async (_, { manager, place, around }) => {
  const manifest = dependingOn({ "pulumi-callab": version });
  const root = await installed(manager, { ...around, [join(place, "package.json")]: manifest });
  const project = await stackOf(join(root, place), program(resource("Campaign", "spring", paused)));

  await project.up("--skip-preview");
  expect(await emulator.dashboard.list("Campaign")).toMatchObject([{ name: campaign.name, status: "paused" }]);
  expect(await references(project)).toEqual([referred]);
  expect(await requestsDuring(emulator, () => project.up("--skip-preview", "--expect-no-changes"))).toEqual([]);
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
});

const throughLibrary = (name: string, args: object): string =>
  `const { Renewals } = require("renewals");\nnew Renewals(${JSON.stringify(name)}, ${JSON.stringify(args)});\n`;

test("pnpm, where a library alone has the package: the program is told what to add, and then it runs", async () => {
  const folder = await installed("pnpm", { "package.json": dependingOn({ renewals: "1.0.0" }) });
  const project = await stackOf(folder, throughLibrary("spring", paused));

  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toContain("1 problem in this program; nothing was changed.");
  expect(output).toContain(`installation: pulumi-callab cannot be found from the program's folder, ${folder}, where`);
  expect(output).not.toContain("Cannot find module");
  expect(await emulator.requests()).toEqual([]);

  const [, ...told] = /`pnpm (add) (pulumi-callab\S*)`/.exec(output) ?? [];
  await manage("pnpm", folder, registry, ...told);
  await project.up("--skip-preview");
  expect(await emulator.dashboard.list("Campaign")).toMatchObject([{ name: campaign.name, status: "paused" }]);
});

describe("two copies of the package in one program", () => {
  const both = (nameOfOther: string): string =>
    program(resource("Campaign", "spring", paused)) + throughLibrary("autumn", { ...paused, name: nameOfOther });

  let folder: string;
  beforeAll(async () => {
    const manifest = dependingOn({ "pulumi-callab": version, renewals: "2.0.0" });
    folder = await installed("npm", { "package.json": manifest });
  });
  const ofLibrary = (): string => join(folder, "node_modules", "renewals", "node_modules", "pulumi-callab");

  test("of two versions: one provider watches over both, so that one campaign has one resource", async () => {
    expect(manifestOf(ofLibrary()).version).toBe(otherVersion);
    const project = await stackOf(folder, both("Autumn"));
    const { output } = await project.up("--skip-preview");
    expect(output).toContain(
      `warning: pulumi-callab is installed in two versions: the program has ${version}, and a library that it uses has ${otherVersion}.`,
    );
    expect(await references(project)).toEqual([referred, referred]);
    const live = await emulator.dashboard.list("Campaign");
    expect(live.map(({ name }) => name).sort()).toEqual(["Autumn", campaign.name]);
    await project.destroy("--skip-preview");

    project.write(both(campaign.name));
    expect((await project.fails("up", "--skip-preview")).output).toMatch(
      /belongs to the resource "(\w+)" of this program, and the resource "(?!\1)\w+" of this program declares the same campaign/,
    );
    expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
  });

  describe("of one version", () => {
    beforeAll(() => write(ofLibrary(), { "package.json": JSON.stringify({ ...manifestOf(ofLibrary()), version }) }));

    test("one object in two resources is told before anything is registered", async () => {
      const project = await stackOf(folder, both(campaign.name), { name: "second" });
      const { output } = await project.fails("up", "--skip-preview");
      expect(output).toContain('declared twice: the resources "spring" and "autumn" would be the same campaign');
      expect(output).not.toContain("two versions");
      expect(await emulator.requests()).toEqual([]);
    });

    test("an emergency stop is told of the campaigns of both, so that it can say which it missed", async () => {
      const stopped = `
        const pulumi = require("@pulumi/pulumi");
        const told = [];
        const newResource = ({ id, inputs }) => (told.push(inputs.__campaigns ?? []), { id: id ?? "id", state: inputs });
        pulumi.runtime.setAllConfig({ "callab:pauseAll": "true" });
        pulumi.runtime.setMocks({ newResource, call: () => ({}) }).then(() => { ${both("Autumn")} });
        process.on("exit", () => console.log(JSON.stringify(told)));`;
      write(folder, { "stopped.js": stopped });
      const { stdout } = succeeded(
        await run(process.execPath, ["stopped.js"], { cwd: folder, environment: ownEnvironment() }),
      );
      const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as string[][];
      expect(told.filter((names) => names.length > 0)).toEqual([
        ["spring", "autumn"],
        ["spring", "autumn"],
      ]);
    });
  });
});

test("the native front: a project says where the plugin is, also in a folder above its own", async () => {
  const root = newFolder();
  symlinkSync(await nodeModules("packed"), join(root, "node_modules"));
  const native = 'const callab = require("pulumi-callab/native");\n' + resource("Campaign", "spring", paused);
  const plugin = "plugins:\n  providers:\n    - name: callab\n      path: ../../node_modules/pulumi-callab/plugin\n";
  const project = await stackOf(join(root, "packages", "infra"), native, { more: plugin });
  expect((await project.preview()).output).toContain("callab:index:Campaign");
});

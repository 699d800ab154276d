/** The template, as `pulumi new` makes a project of it: from the package, in the folder where that was installed. */
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, run, succeeded } from "../support/command";
import { engineEnvironment } from "../support/engine";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { nodeModules, packedPackage } from "../support/installation";
import { runFolder } from "../support/oncePerRun";
import { servedPack } from "../support/policyPack";
import { openProject } from "../support/project";
import { repository } from "../support/repository";
import { filesOf } from "../package/installation";

jest.setTimeout(240_000);

let template: string;
let emulator: EmulatorProcess;
let folder: string;
beforeAll(async () => {
  emulator = await startEmulatorProcess();
  folder = join(mkdtempSync(join(runFolder(), "template-")), "spring-calls");
  mkdirSync(folder);
  template = join(await packedPackage(), "template");
  writeFileSync(join(folder, "package.json"), '{ "dependencies": { "pulumi-callab": "^0.1.0" } }');
  symlinkSync(await nodeModules("packed"), join(folder, "node_modules"));
  const naming = ["--name", "spring-calls", "--description", "Calls in spring"];
  succeeded(
    await run(
      "pulumi",
      ["new", template, "--force", "--generate-only", "--offline", "--yes", "--color", "never", ...naming],
      {
        cwd: folder,
        environment: await engineEnvironment(join(folder, "..", "state")),
      },
    ),
  );
});
afterAll(() => emulator.stop());

test("pulumi new makes a project of every file, and leaves no placeholder", () => {
  const made = filesOf(folder).filter((file) => !file.startsWith("node_modules/"));
  expect(made).toEqual(filesOf(template));
  const texts = made.map((file) => readFileSync(join(folder, file), "utf8"));
  expect(texts.filter((text) => /\$\{(PROJECT|DESCRIPTION)\}/.test(text))).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({ name: "spring-calls" });
});

test("it asks for the token, and keeps it secret", () => {
  const settings = readFileSync(join(template, "Pulumi.yaml"), "utf8");
  expect(settings).toMatch(/callab:apiToken:\n\s+description: .+\n\s+secret: true/);
});

describe("the new project", () => {
  const typecheck = async (): Promise<number | null> => {
    const tsc = join(repository, "node_modules", "typescript", "lib", "tsc.js");
    return (await run(process.execPath, [tsc], { cwd: folder, environment: ownEnvironment() })).code;
  };

  test("has the right types, and its type check finds a mistake", async () => {
    const program = join(folder, "index.ts");
    const text = readFileSync(program, "utf8");
    expect(await typecheck()).toBe(0);
    writeFileSync(program, text.replace('campaignType: "outbound"', 'campaignType: "sideways"'));
    expect(await typecheck()).not.toBe(0);
    writeFileSync(program, text);
  });

  test("keeps to the policy pack, makes a campaign that calls nobody, needs no second run, and goes again", async () => {
    const project = await openProject(folder, "index.ts", { CALLAB_BASE_URL: emulator.url });
    const config = (...args: readonly string[]) => project.pulumi(["config", "set", ...args]);
    succeeded(await config("--secret", "callab:apiToken", emulator.token));
    succeeded(await config("phoneNumber", "+442079460100"));
    const { output } = await project.preview("--policy-pack", await servedPack());
    expect(output).toContain("pulumi-callab-policy");
    expect(output).not.toMatch(/\[(mandatory|advisory)\]|warning:/);
    await project.up("--skip-preview");
    expect((await emulator.dashboard.list("Campaign")).map(({ status }) => status)).toEqual(["paused"]);
    await project.up("--skip-preview", "--expect-no-changes", "--refresh");
    await project.destroy("--skip-preview");
    expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  });
});

/**
 * The way of a workspace into a stack: export → import file → preview without a change, with the real engine; and the
 * emulator's log says that nothing was written to Callab on that way.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { personalities, type EmulatorControl } from "../../emulator";
import { providerText } from "../../provider/cli/export/importFile";
import { ownEnvironment, run, succeeded, type CommandResult } from "../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { nodeModules } from "../support/installation";
import { runFolder } from "../support/oncePerRun";
import { openProject, type Project } from "../support/project";
import { repository } from "../support/repository";
import { answered, type Truth } from "../unit/cli/answers";
import { idOf, seed, stepWithCredentials, type Size } from "../unit/cli/seed";

jest.setTimeout(600_000);

const callab = (emulator: EmulatorProcess, cwd: string, ...args: string[]): Promise<CommandResult> =>
  run(process.execPath, [join(repository, "dist", "provider", "cli", "main.js"), ...args], {
    cwd,
    environment: { ...ownEnvironment(), CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token },
  });

async function truthOf({ dashboard }: EmulatorControl): Promise<Truth> {
  return {
    Campaign: await dashboard.list("Campaign"),
    AiAgent: await dashboard.list("AiAgent"),
    PhoneNumber: await dashboard.list("PhoneNumber"),
    Webhook: await dashboard.list("Webhook"),
  };
}

const writes = async (emulator: EmulatorControl): Promise<string[]> =>
  (await emulator.requests()).filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);

interface Report {
  readonly incomplete: number;
  readonly secretKeys: readonly string[];
  readonly commands: readonly string[];
}

/** Exports, answers what was asked, exports again; gives the folder. */
async function exported(emulator: EmulatorProcess): Promise<{ folder: string; report: Report }> {
  const home = mkdtempSync(join(runFolder(), "export-"));
  const folder = join(home, "program");
  const first = succeeded(await callab(emulator, home, "export", "--out", "program", "--json"));
  let report = JSON.parse(first.stdout) as Report;
  if (report.incomplete > 0) {
    const hints = join(folder, "hints.json");
    writeFileSync(hints, answered(readFileSync(hints, "utf8"), await truthOf(emulator)));
    const args = ["export", "--out", "program", "--hints", hints, "--force", "--json"];
    report = JSON.parse(succeeded(await callab(emulator, home, ...args)).stdout) as Report;
  }
  symlinkSync(await nodeModules("packed"), join(folder, "node_modules"));
  return { folder, report };
}

async function imported(emulator: EmulatorProcess): Promise<Project> {
  const { folder, report } = await exported(emulator);
  expect(report.incomplete).toBe(0);
  const additions = { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token };
  const project = await openProject(folder, "index.ts", additions);
  const values = report.secretKeys.length === 0 ? {} : readJson(join(folder, "secrets.json"));
  if (report.secretKeys.length > 0) {
    const pairs = report.secretKeys.flatMap((key) => ["--secret", `${key}=${String(values[key])}`]);
    succeeded(await project.pulumi(["config", "set-all", ...pairs]));
  }
  const importing = ["import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes"];
  succeeded(await project.pulumi(importing, { seconds: 300 }));
  return project;
}

const readJson = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

let emulator: EmulatorProcess;
afterEach(() => emulator.stop());

async function workspace(personality: string, size: Size): Promise<void> {
  emulator = await startEmulatorProcess({ personality });
  await seed(emulator.dashboard, size);
}

/** Every preset with every size is a matter of half an hour; by default those are run that differ most. */
const runs: readonly (readonly [personality: string, size: Size])[] =
  process.env["EXPORT_MATRIX"] === "all"
    ? personalities.flatMap(({ name }) => ([1, 12, 300] as const).map((size) => [name, size] as const))
    : [
        ["documented", 1],
        ["documented", 12],
        ["legacy", 12],
        ["odd", 12],
        ["open", 300],
      ];

test.each(runs)("an API that is %s, %d objects: preview and first up change nothing", async (personality, size) => {
  await workspace(personality, size);
  const project = await imported(emulator);
  await project.preview("--expect-no-changes");
  expect(await writes(emulator)).toEqual([]);
  await project.up("--skip-preview", "--expect-no-changes");
  expect(await writes(emulator)).toEqual([]);
});

test("the commands of the README, as they are written, lead to a preview without a change", async () => {
  await workspace("open", 12);
  const { folder, report } = await exported(emulator);
  const additions = { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token };
  const project = await openProject(folder, "index.ts", additions);
  // Installed and initialised already; the token is in the environment; the engine may not ask.
  const skipped = /^(cd|npm|pulumi stack) |callab:apiToken/;
  const commands = report.commands
    .filter((command) => !skipped.test(command))
    .map((command) => command.replace("pulumi import", "pulumi import --yes"));
  const script = ["set -e", ...commands].join("\n");
  const { output } = succeeded(
    await run("sh", ["-c", script], { cwd: folder, environment: project.environment, seconds: 300 }),
  );
  expect(output).toContain("13 unchanged"); // with the stack
  const state = await project.exported();
  expect(state).not.toContain("secret-token");
  expect(await writes(emulator)).toEqual([]);
});

test("credentials in addresses, parameters and bodies are in no program and in no state in clear, and a preview shows no change", async () => {
  await workspace("open", 12);
  await emulator.dashboard.change("Webhook", idOf("Webhook", 0), { steps: [stepWithCredentials] });
  const project = await imported(emulator);
  await project.preview("--expect-no-changes");
  expect(await project.exported()).not.toMatch(/-in-(address|query|parameters|headers|body|list)/);
  await project.up("--skip-preview", "--expect-no-changes");
  expect(await writes(emulator)).toEqual([]);
});

test("a program with open questions fails its validation with the reason, and changes nothing", async () => {
  await workspace("documented", 12);
  const home = mkdtempSync(join(runFolder(), "export-"));
  succeeded(await callab(emulator, home, "export", "--out", "program"));
  const folder = join(home, "program");
  symlinkSync(await nodeModules("packed"), join(folder, "node_modules"));
  const additions = { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token };
  const project = await openProject(folder, "index.ts", additions);
  for (const key of ["crmAuthorization", "hook1Authorization"])
    succeeded(await project.pulumi(["config", "set", "--secret", key, "x"]));
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toContain("nothing was changed");
  expect(output).toContain('Campaign "spring-renewals"');
  expect(output).toMatch(/aiAgentId: .*not shown by the API/);
  expect(await writes(emulator)).toEqual([]);
});

test("the provider's text in an import file is the one the SDK makes of an installed package", async () => {
  emulator = await startEmulatorProcess();
  const packed = await nodeModules("packed");
  const folder = mkdtempSync(join(runFolder(), "installed-"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  // The SDK looks for a package from its own real place, so it must be a real neighbour here.
  const isReal = (name: string): boolean => name === "@pulumi" || name === "pulumi-callab";
  for (const name of readdirSync(packed)) {
    if (isReal(name)) cpSync(join(packed, name), join(modules, name), { recursive: true, dereference: true });
    else symlinkSync(join(packed, name), join(modules, name));
  }
  const program = `
    const { serializeFunction } = require("@pulumi/pulumi/runtime/closure/serializeClosure");
    const provider = require("pulumi-callab/dynamic/phoneNumber");
    serializeFunction(() => provider, { allowSecrets: true }).then(({ text }) => process.stdout.write(text));`;
  const options = { cwd: folder, environment: ownEnvironment() };
  const { stdout } = succeeded(await run(process.execPath, ["-e", program], options));
  expect(providerText("PhoneNumber")).toBe(stdout);
});

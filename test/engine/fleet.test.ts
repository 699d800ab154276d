/** The example of a stack for each workspace: run for all, and stopped at a failure that would meet them all. */
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type CommandResult } from "../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { engineEnvironment } from "../support/engine";
import { nodeModules } from "../support/installation";
import { runFolder } from "../support/oncePerRun";
import { repository } from "../support/repository";

jest.setTimeout(400_000);

interface Entry {
  readonly workspace: string;
  readonly timeZone: string;
}

interface Fleet {
  readonly entries: readonly Entry[];
  readonly run: (...args: readonly string[]) => Promise<CommandResult>;
  /** Whether the backend has a stack for the workspace. */
  readonly hasStack: (workspace: string) => boolean;
}

/** @param edit what the list holds instead */
async function fleetOn(
  { url, token }: EmulatorProcess,
  edit: (entries: readonly Entry[]) => readonly Entry[] = (entries) => entries,
  given: string = token,
): Promise<Fleet> {
  const parent = mkdtempSync(join(runFolder(), "fleet-"));
  const folder = join(parent, "program");
  cpSync(join(repository, "examples", "fleet"), folder, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|logs)$/.test(path),
  });
  symlinkSync(await nodeModules("packed"), join(folder, "node_modules"));
  const list = join(folder, "workspaces.json");
  const entries = edit(JSON.parse(readFileSync(list, "utf8")) as Entry[]);
  writeFileSync(list, JSON.stringify(entries));
  const home = join(parent, "state");
  const environment = { ...(await engineEnvironment(home)), CALLAB_BASE_URL: url, CALLAB_API_TOKEN: given };
  return {
    entries,
    run: (...args) => run(process.execPath, ["fleet.mts", ...args], { cwd: folder, environment, seconds: 300 }),
    hasStack: (workspace) => existsSync(join(home, ".pulumi", "stacks", "fleet", `${workspace}.json`)),
  };
}

/** The table at the end: what came of each workspace. */
const summary = (output: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...output.matchAll(/^(\w+) {2,}(.+)$/gm)].map(([, name = "", what = ""]) => [name, what]));

const writesOf = async (emulator: EmulatorProcess): Promise<number> =>
  (await emulator.requests()).filter(({ method }) => method !== "GET").length;

test("every workspace gets its stack, needs no second run, and goes again", async () => {
  const emulator = await startEmulatorProcess();
  const { entries, run: fleet } = await fleetOn(emulator);
  const workspaces = entries.map(({ workspace }) => workspace);
  expect(workspaces).toHaveLength(3);
  const all = (what: RegExp) =>
    Object.fromEntries(workspaces.map((workspace) => [workspace, expect.stringMatching(what) as string]));

  const preview = await fleet("preview");
  expect(preview).toMatchObject({ code: 0 });
  expect(summary(preview.stdout)).toEqual(all(/^4 create$/));
  expect(await writesOf(emulator)).toBe(0);

  const up = await fleet("up", "--yes", "--at-once", "3");
  expect(up).toMatchObject({ code: 0 });
  expect(summary(up.stdout)).toEqual(all(/^4 create$/));
  const made = await emulator.dashboard.list("Campaign");
  const placed = made.map(({ workspace, time_zone: timeZone, status }) => ({ workspace, timeZone, status }));
  const declared = entries.map(({ workspace, timeZone }) => ({ workspace, timeZone, status: "paused" }));
  expect(new Set(placed)).toEqual(new Set(declared));
  expect(placed).toHaveLength(3);

  await emulator.clearRequests();
  const again = await fleet("up", "--yes", "--refresh");
  expect(again).toMatchObject({ code: 0 });
  expect(summary(again.stdout)).toEqual(all(/^4 same$/));
  expect(await writesOf(emulator)).toBe(0);

  expect(await fleet("destroy", "--yes")).toMatchObject({ code: 0 });
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
});

test("a mistake in the program stops it: no more stacks are begun, and the one under way ends properly", async () => {
  // What is slow is still under way when the other has failed, which it does before it asks anything.
  const emulator = await startEmulatorProcess({ latencyMs: 1_500 });
  const withMistake = (entries: readonly Entry[]): readonly Entry[] =>
    entries.map((entry, index) => (index === 1 ? { ...entry, timeZone: "EST5" } : entry));
  const { entries, run: fleet, hasStack } = await fleetOn(emulator, withMistake);
  const [good = "", bad = "", third = ""] = entries.map(({ workspace }) => workspace);

  const { code, stdout } = await fleet("up", "--yes", "--at-once", "2");
  expect(code).toBe(1);
  expect(stdout).toContain("No more stacks are begun: mistakes in the program.");
  expect(summary(stdout)).toEqual({
    [good]: "4 create",
    [bad]: "failed: mistakes in the program",
    [third]: "not begun",
  });
  expect((await emulator.dashboard.list("Campaign")).map(({ workspace }) => workspace)).toEqual([good]);
  expect(hasStack(third)).toBe(false);
});

test("a token that is refused stops it at the first stack", async () => {
  const emulator = await startEmulatorProcess();
  const { run: fleet, hasStack, entries } = await fleetOn(emulator, undefined, "wrong-token");
  const { code, stdout } = await fleet("up", "--yes", "--at-once", "1");
  expect(code).toBe(1);
  expect(Object.values(summary(stdout))).toEqual([
    "failed: the API does not accept the token",
    "not begun",
    "not begun",
  ]);
  expect(entries.map(({ workspace }) => hasStack(workspace))).toEqual([true, false, false]);
});

test("without --yes nothing is changed, and what it does not do is refused", async () => {
  const emulator = await startEmulatorProcess();
  const { run: fleet } = await fleetOn(emulator);
  expect(await fleet("up")).toMatchObject({ code: 2, stderr: expect.stringContaining("--yes") as string });
  expect(await fleet("refresh")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("fleet.mts preview") as string,
  });
  expect(await emulator.requests()).toEqual([]);
});

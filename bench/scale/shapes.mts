/** The two ways to run many campaigns: in one stack, and in ten side by side. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineEnvironment } from "../../tools/engine/environment.mts";
import type { Engine } from "../../tools/engine/findEngine.mts";
import type { Contender } from "../contenders.mts";
import { EmulatorProcess, type Tally } from "../emulatorProcess.mts";
import { observe, type Observation } from "../observation.mts";
import { operations, withoutCheckpoints } from "../operations.mts";
import { Stack } from "../stack.mts";
import { wireOf, type Wire } from "./judge.mts";

const require = createRequire(import.meta.url);
const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What a step took. */
export type Taken = Observation & { readonly emulator: Omit<Tally, "requests"> } & Pick<Tally, "requests">;

/** What stacks are like after a step. */
export type Expected = "all" | "none";

export interface Step {
  readonly name: string;
  /** What there is to be after it. */
  readonly leaves: Expected;
  readonly run: () => Promise<Taken>;
}

/** One way to run so many campaigns, from nothing to nothing. */
export interface Life {
  readonly steps: readonly Step[];
  readonly emulator: EmulatorProcess;
  /** What the API is to hold once all is made. */
  readonly declared: readonly Wire[];
  /** IDs of the campaigns in the states of all stacks. */
  readonly recorded: () => string[];
  /** Of the states of all stacks together. */
  readonly stateBytes: () => number;
  readonly close: () => void;
}

export interface Place {
  readonly engine: Engine;
  readonly folder: string;
  readonly programs: Readonly<Record<Contender, string>>;
  readonly personality: string;
  /** `--parallel` of the engine. */
  readonly parallel: number | undefined;
}

const engineSettings = ({ parallel }: Place): Record<string, string> => ({
  ...withoutCheckpoints,
  ...(parallel === undefined ? {} : { PULUMI_PARALLEL: String(parallel) }),
});

/** The declared campaigns; the file counts when it is loaded. */
function campaigns(count: number): readonly { readonly args: Readonly<Record<string, unknown>> }[] {
  process.env["BENCH_COUNT"] = String(count);
  const file = require.resolve("../programs/campaigns.js");
  Reflect.deleteProperty(require.cache, file);
  return (require(file) as { campaigns: readonly { args: Record<string, unknown> }[] }).campaigns;
}

/** What the file backend keeps of a stack. */
interface Checkpoint {
  readonly checkpoint: {
    readonly latest: { readonly resources?: readonly { readonly type: string; readonly id?: string }[] } | null;
  };
}

const idsIn = (file: string): string[] =>
  ((JSON.parse(readFileSync(file, "utf8")) as Checkpoint).checkpoint.latest?.resources ?? []).flatMap(({ type, id }) =>
    type.endsWith(":Campaign") && id !== undefined ? [id] : [],
  );

/** What is measured of one stack, by the names that operations.mts has. */
const measured = ["first up", "up, no change", "refresh", "destroy"];

export async function oneStack(place: Place, contender: Contender, count: number): Promise<Life> {
  const { engine, folder, programs, personality } = place;
  const home = join(folder, "homes", `one-${contender}-${count}`);
  const setting = { contender, program: programs[contender], count, latencyMs: 0, personality };
  const stack = await Stack.create(engine, home, setting);
  const steps = measured.flatMap((name) => operations.filter((operation) => operation.name === name));
  return {
    steps: steps.map((operation) => ({
      name: operation.name,
      leaves: operation.name === "destroy" ? "none" : "all",
      // What was edited is no affair of this.
      run: () => stack.run({ ...operation, changed: () => 0 }, engineSettings(place)),
    })),
    emulator: stack.emulator,
    declared: campaigns(count).map(({ args }) => wireOf(args)),
    recorded: () => idsIn(stack.stateFile),
    stateBytes: () => statSync(stack.stateFile).size,
    close: () => stack.close(),
  };
}

/** How many stacks there are side by side. */
export const STACKS = 10;

/** The fleet as the example runs it, of programs that declare the same campaigns in a workspace of their own. */
export async function tenStacks(place: Place, count: number, atOnce: number): Promise<Life> {
  const { engine, folder, personality } = place;
  const each = count / STACKS;
  const workspaces = Array.from({ length: STACKS }, (_, index) => `workspace-${index}`);
  const fleet = join(folder, `fleet-${count}`);
  const home = join(folder, "homes", `fleet-${count}`);
  layOut(fleet, workspaces);
  const emulator = await EmulatorProcess.start({ latencyMs: 0, personality });
  const environment = {
    ...engineEnvironment(engine, { home }),
    ...engineSettings(place),
    CALLAB_BASE_URL: emulator.url,
    CALLAB_API_TOKEN: emulator.token,
    BENCH_COUNT: String(each),
  };
  const step = (name: string, leaves: Expected, ...args: readonly string[]): Step => ({
    name,
    leaves,
    run: async () => {
      await emulator.tally();
      const all = ["fleet.mts", ...args, "--at-once", String(atOnce)];
      const taken = await observe({ command: process.execPath, args: all, cwd: fleet, environment });
      const { requests, ...own } = await emulator.tally();
      return { ...taken, requests, emulator: own };
    },
  });
  const states = join(home, ".pulumi", "stacks", "fleet");
  const files = (): string[] => workspaces.map((workspace) => join(states, `${workspace}.json`));
  return {
    steps: [
      step("first up", "all", "up", "--yes"),
      step("up --refresh, no change", "all", "up", "--yes", "--refresh"),
      step("destroy", "none", "destroy", "--yes"),
    ],
    emulator,
    declared: workspaces.flatMap((workspace) => campaigns(each).map(({ args }) => wireOf({ ...args, workspace }))),
    recorded: () => files().flatMap(idsIn),
    stateBytes: () => files().reduce((sum, file) => sum + statSync(file).size, 0),
    close: () => emulator.close(),
  };
}

/** The example's own files, with another program and another list. */
function layOut(folder: string, workspaces: readonly string[]): void {
  const example = join(repository, "examples", "fleet");
  const programs = join(repository, "bench", "programs");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of readdirSync(example).filter((entry) => entry.endsWith(".mts")))
    cpSync(join(example, name), join(folder, name));
  cpSync(join(programs, "fleet", "index.js"), join(folder, "index.js"));
  cpSync(join(programs, "campaigns.js"), join(folder, "campaigns.js"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: fleet\nruntime: nodejs\nmain: index.js\n");
  writeFileSync(join(folder, "workspaces.json"), JSON.stringify(workspaces.map((workspace) => ({ workspace }))));
}

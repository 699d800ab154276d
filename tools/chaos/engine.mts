/**
 * The fault campaign with the real engine: `pulumi up` of random programs against an emulator in a process of its own,
 * with faults, and kill -9 of the engine and all it started, or of the provider's process alone. After one clean
 * `pulumi up --refresh` the account holds exactly what is declared, and nothing was ever made twice.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as EmulatorModule from "../../emulator/index.ts";
import type * as JudgeModule from "../../test/chaos/judge.ts";
import type { Entry } from "../../test/chaos/engineDouble.ts";
import type * as ProgramsModule from "../../test/chaos/programs.ts";
import type * as RandomModule from "../../test/chaos/random.ts";
import type * as WeatherModule from "../../test/chaos/weather.ts";
import type * as CommandModule from "../../test/support/command.ts";
import { engineEnvironment } from "../engine/environment.mts";
import { findEngine } from "../engine/findEngine.mts";
import { load } from "./loadTypeScript.mts";

const { connectControl } = load("../../emulator/index.ts") as typeof EmulatorModule;
const { deviations, doubles } = load("../../test/chaos/judge.ts") as typeof JudgeModule;
const { Author, foreign } = load("../../test/chaos/programs.ts") as typeof ProgramsModule;
const { chanceFrom } = load("../../test/chaos/random.ts") as typeof RandomModule;
const { randomWeather } = load("../../test/chaos/weather.ts") as typeof WeatherModule;
const { start } = load("../../test/support/command.ts") as typeof CommandModule;

const root = fileURLToPath(new URL("../..", import.meta.url));
const kinds = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const;

/** How long a client of this campaign waits for an answer, in seconds; a stalled answer takes longer. */
const TIMEOUT_SECONDS = 2;

export interface EngineVerdict {
  readonly seed: string;
  readonly violations: readonly string[];
  readonly kills: number;
  readonly failedRuns: number;
  readonly requests: number;
  readonly faults: number;
  readonly seconds: number;
  readonly story: readonly string[];
}

/** One schedule with the real engine. */
export async function runEngineSchedule(seed: string): Promise<EngineVerdict> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "callab-chaos-"));
  const story: string[] = [];
  const violations: string[] = [];
  const counts = { kills: 0, failedRuns: 0 };
  const chance = chanceFrom(seed);
  const personality = chance.pick([
    "mute",
    "object",
    "mute,lagging",
    "legacy,phoneNumberIds=true",
    "open",
    "odd,agentFilter=honoured,webhookFilter=honoured",
  ]);
  story.push(`personality ${personality}`);
  const emulator = await emulate({ seed, personality });
  try {
    const control = connectControl(emulator.url);
    await control.dashboard.create("AiAgent", { id: foreign.AiAgent, name: "house agent", prompt: "p" });
    await control.dashboard.create("Webhook", { id: foreign.Webhook, name: "house webhook" });
    await control.dashboard.create("PhoneNumber", { id: foreign.PhoneNumber, phone_number: "+15555550199" });
    const project = await makeProject(folder, emulator.url);
    const author = new Author(chance.fork("author"));
    let program = author.program(4);
    const left = new Set<string>();

    for (let runs = chance.whole(1, 2); runs > 0; runs--) {
      for (const rule of randomWeather(chance).rules)
        await control.addFault(rule.fault === "stall" ? { ...rule, ms: TIMEOUT_SECONDS * 1_000 + 1_500 } : rule);
      project.write(program);
      const killAfter = chance.happens(0.7) ? chance.whole(1, 2 + 3 * program.length) : undefined;
      const whom = chance.happens(0.7) ? "engine" : "provider";
      const before = (await control.requests()).length;
      const up = project.begin(["up", "--yes", "--skip-preview"]);
      let over = false;
      void up.finished.then(() => (over = true));
      while (killAfter !== undefined && !isTrue(over)) {
        if ((await control.requests()).length - before >= killAfter) {
          if (whom === "engine") up.kill();
          else killProvider(up.child);
          counts.kills++;
          story.push(`${whom} killed after ${killAfter} requests`);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const { code, output } = await up.finished;
      if (code !== 0) counts.failedRuns++;
      story.push(`up: ${String(code)}`, output);
      await project.begin(["cancel", "--yes"]).finished;
      await control.clearFaults();
      violations.push(...doubles(await accountOf(control)));
      if (chance.happens(0.4)) {
        const before = program;
        program = author.edited(program);
        // An object whose create was interrupted and that is no longer declared is a limit (docs/reliability.md).
        if (
          before.some(
            (entry) =>
              !program.some(({ args }) =>
                ["name", "phoneNumber", "workspace"].every((key) => args[key] === entry.args[key]),
              ),
          )
        )
          program = before;
      }
    }
    // What is still on its way arrives, or its connection is closed.
    await new Promise((resolve) => setTimeout(resolve, 500));
    project.write(program);
    for (let runs = 1; ; runs++) {
      const { code, output } = await project.begin(["up", "--yes", "--skip-preview", "--refresh"]).finished;
      story.push(`clean up: ${String(code)}`, output);
      violations.push(...doubles(await accountOf(control)));
      if (code === 0) break;
      if (/set `adopt: true`/.test(output) && runs === 1) {
        program = program.map((entry) => ({ ...entry, args: { ...entry.args, adopt: true } }));
        project.write(program);
        continue;
      }
      violations.push(`clean run ${runs} failed`);
      break;
    }
    const history = { byHand: new Set<string>(Object.values(foreign)), left, unsettled: new Set<string>() };
    violations.push(...deviations(await accountOf(control), { state: await project.state() }, program, history));
    const requests = await control.requests();
    return {
      seed,
      violations,
      ...counts,
      requests: requests.length,
      faults: requests.filter(({ fault }) => fault !== undefined).length,
      seconds: (performance.now() - began) / 1_000,
      story,
    };
  } finally {
    emulator.child.stdin?.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

// Told to the type checker, which does not see that a callback changes it.
const isTrue = (value: boolean): boolean => value;

async function emulate(options: object): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(root, "test/support/runEmulator.mts"), JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("close", () => reject(new Error("the emulator ended before it listened; `npm run build` first")));
  });
  return { child, url };
}

/** The account as it is now, in one piece. */
async function accountOf(control: ReturnType<typeof connectControl>): Promise<JudgeModule.Account> {
  const lists = new Map(
    await Promise.all(kinds.map(async (kind) => [kind as string, [...(await control.dashboard.list(kind))]] as const)),
  );
  const [duplicates, doublesEverMade] = [
    await control.dashboard.duplicates(),
    await control.dashboard.doublesEverMade(),
  ];
  return {
    dashboard: {
      list: (kind) => [...(lists.get(kind) ?? [])],
      get: (kind, id) => lists.get(kind)?.find((object) => object.id === id),
      duplicates: () => [...duplicates],
      doublesEverMade: () => [...doublesEverMade],
    },
  };
}

interface Project {
  write(program: ProgramsModule.Program): void;
  begin(args: readonly string[]): CommandModule.RunningCommand;
  state(): Promise<Map<string, Entry>>;
}

async function makeProject(folder: string, url: string): Promise<Project> {
  const engine = await findEngine({ report: () => undefined });
  const environment = {
    ...engineEnvironment(engine, { home: join(folder, "home") }),
    CALLAB_BASE_URL: url,
    CALLAB_API_TOKEN: "emulator-token",
  };
  writeFileSync(join(folder, "Pulumi.yaml"), "name: chaos\nruntime: nodejs\nmain: index.js\n");
  writeFileSync(join(folder, "package.json"), `{ "name": "chaos", "private": true }`);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "index.js"),
    `const callab = require("pulumi-callab");
const made = {};
for (const { kind, name, args } of require("./program.json")) {
  const known = Object.entries(args).map(([key, value]) => [key, value && value.idOf ? made[value.idOf].id : value]);
  made[name] = new callab[kind](name, Object.fromEntries(known));
}
`,
  );
  const begin = (args: readonly string[]): CommandModule.RunningCommand =>
    start("pulumi", ["--non-interactive", ...args], { cwd: folder, environment, seconds: 180 });
  for (const args of [
    ["stack", "init", "dev"],
    ["config", "set", "callab:timeoutSeconds", String(TIMEOUT_SECONDS), "--stack", "dev"],
    ["config", "set", "callab:maxRetries", "2", "--stack", "dev"],
  ]) {
    const { code, output } = await begin(args).finished;
    if (code !== 0) throw new Error(output);
  }
  return {
    begin,
    write: (program) => writeFileSync(join(folder, "program.json"), JSON.stringify(program)),
    state: async () => {
      const { stdout } = await begin(["stack", "export", "--show-secrets"]).finished;
      return entriesIn(JSON.parse(stdout) as Exported);
    },
  };
}

interface Exported {
  readonly deployment: {
    readonly resources?: readonly {
      readonly urn: string;
      readonly type: string;
      readonly id?: string;
      readonly inputs?: Record<string, unknown>;
      readonly outputs?: Record<string, unknown>;
    }[];
  };
}

function entriesIn({ deployment }: Exported): Map<string, Entry> {
  const entries = (deployment.resources ?? []).flatMap(({ urn, type, id, inputs = {}, outputs = {} }) => {
    const kind = kinds.find((known) => type.endsWith(`callab:${known}`));
    const name = urn.split("::").at(-1) ?? "";
    const entry = { name, inputs: plain(inputs), outputs: plain(outputs), dependencies: [], unfinished: false };
    return kind === undefined || id === undefined ? [] : [[name, { ...entry, kind, id }] as const];
  });
  return new Map(entries);
}

/** Secrets as the engine writes them are read as what they hold. */
function plain(object: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(object), (_key, value: unknown) =>
    typeof value === "object" && value !== null && "plaintext" in value
      ? (JSON.parse(String(value.plaintext)) as unknown)
      : value,
  ) as Record<string, unknown>;
}

/** kill -9 of the provider's process, which the engine has started: the engine itself goes on. */
function killProvider(engine: ChildProcess): void {
  for (const pid of descendants(engine.pid ?? 0)) {
    if (!readFile(`/proc/${pid}/cmdline`).includes("dynamic-provider")) continue;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

function descendants(parent: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readFile(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ")[1] === String(parent))
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

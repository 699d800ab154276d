/**
 * What the fault campaign with the real engine is made of: the API in a process of its own, behind a network that delays;
 * stacks on one machine, each with a project and a state of its own, all with one Pulumi home and so one ledger; kill -9.
 */
import { spawn, type ChildProcess } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type * as EmulatorModule from "../../emulator/index.ts";
import type { Personality } from "../../emulator/personality.ts";
import type { ListedKindName } from "../../provider/kinds/schema.ts";
import type { Entry } from "../../test/chaos/engineDouble.ts";
import type { Program } from "../../test/chaos/programs.ts";
import type { Chance } from "../../test/chaos/random.ts";
import type { Weather } from "../../test/chaos/network.ts";
import type * as CommandModule from "../../test/support/command.ts";
import { engineEnvironment } from "../engine/environment.mts";
import { findEngine } from "../engine/findEngine.mts";
import { load } from "./loadTypeScript.mts";

const { connectControl } = load("../../emulator/index.ts") as typeof EmulatorModule;
const { start } = load("../../test/support/command.ts") as typeof CommandModule;

const root = fileURLToPath(new URL("../..", import.meta.url));

export const kindNames: readonly ListedKindName[] = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"];

/** By which front a program declares its resources. */
export type Front = "dynamic" | "native";

/** How the engine calls the type of a kind, by front. */
const typeOf: Readonly<Record<Front, (kind: ListedKindName) => string>> = {
  dynamic: (kind) => `pulumi-nodejs:dynamic/callab:${kind}`,
  native: (kind) => `callab:index:${kind}`,
};
const fronts = Object.keys(typeOf) as Front[];

/** How long a client of this campaign waits for an answer, in seconds; a stalled answer takes longer. */
const TIMEOUT_SECONDS = 2;
/** The longest that a request is under way; the package expects less than its client's time limit and ten seconds. */
const LATEST_MS = 6_000;
/** A run that takes so long hangs. */
const LONGEST_SECONDS = 240;

/** An API that the provider reaches through a network, and this campaign directly. */
export interface Api {
  /** Where the provider finds it. */
  readonly url: string;
  readonly control: ReturnType<typeof connectControl>;
  /** Sets how the network and the API behave from now on. */
  setWeather(weather: Weather | undefined): Promise<void>;
  /** Calls back once when so many requests have come from now on. */
  onRequest(count: number, reached: () => void): void;
  /** Waits until all that was sent is carried out. */
  settled(): Promise<void>;
  close(): void;
}

export async function openApi(seed: string, personality: Personality, chance: Chance): Promise<Api> {
  const child = spawn(
    process.execPath,
    [join(root, "test/support/runEmulator.mts"), JSON.stringify({ seed, personality })],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("close", () => reject(new Error("the emulator ended before it listened; `npm run build` first")));
  });
  const control = connectControl(url);
  let weather: Weather | undefined;
  let underWay = 0;
  let watch = { left: Number.POSITIVE_INFINITY, reached: (): void => undefined };
  const network = delaying(
    new URL(url).port,
    (method) => {
      if (--watch.left === 0) watch.reached();
      const isLate = method !== "GET" && weather !== undefined && chance.happens(weather.late);
      return isLate ? chance.whole(0, LATEST_MS) : 0;
    },
    (change) => (underWay += change),
  );
  await new Promise<void>((resolve) => network.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(network.address() as AddressInfo).port}/v1`,
    control,
    setWeather: async (next) => {
      weather = next;
      await control.clearFaults();
      for (const rule of next?.rules ?? [])
        await control.addFault(rule.fault === "stall" ? { ...rule, ms: TIMEOUT_SECONDS * 1_000 + 500 } : rule);
    },
    onRequest: (left, reached) => (watch = { left, reached }),
    settled: async () => {
      await sleep(100);
      while (underWay > 0) await sleep(50);
    },
    close: () => {
      network.close();
      network.closeAllConnections();
      child.stdin.end();
    },
  };
}

/**
 * A network that carries every request to the API, perhaps late, and also when its sender has given up or died meanwhile:
 * what was sent is carried out.
 */
function delaying(port: string, delayOf: (method: string) => number, count: (change: 1 | -1) => void): Server {
  return createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      count(1);
      const { method = "GET", url: path, headers } = incoming;
      setTimeout(() => {
        const there = {
          port,
          host: "127.0.0.1",
          method,
          path,
          headers: { ...headers, connection: "close" },
          agent: false,
        };
        const onward = ask(there, (result) => {
          if (!answer.destroyed) answer.writeHead(result.statusCode ?? 502, forOneRequest(result.headers));
          result.on("data", (chunk: Buffer) => answer.write(chunk));
          result.on("end", () => {
            answer.end();
            // What the API broke off is broken off here.
            if (!result.complete) answer.destroy();
          });
          result.on("error", () => answer.destroy());
          result.on("close", () => answer.writableEnded || answer.destroy());
        });
        onward.on("error", () => answer.destroy());
        onward.on("close", () => count(-1));
        onward.end(Buffer.concat(chunks));
      }, delayOf(method));
    });
    answer.on("error", () => undefined);
  });
}

const forOneRequest = (headers: IncomingHttpHeaders): IncomingHttpHeaders => ({ ...headers, connection: "close" });

/** What `pulumi` printed of one resource, or of the stack. */
export interface Told {
  /** Name of the resource; undefined: the stack. */
  readonly resource: string | undefined;
  readonly text: string;
}

/** How a run went. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  /** What is said at the end of it, of all that was said. */
  readonly told: readonly Told[];
}

export interface Stack {
  readonly project: string;
  write(program: Program, front: Front): void;
  begin(args: readonly string[]): CommandModule.RunningCommand;
  /** Runs to the end; a run that was killed leaves a lock behind, which is taken away. */
  ended(running: CommandModule.RunningCommand): Promise<Ended>;
  /** All that the state holds, read without the engine: secrets are as they are kept. */
  entries(): Map<string, Entry>;
  /** The same with secrets as they are. */
  state(): Promise<Map<string, Entry>>;
  /** As the state has it, or else as the program declares it. */
  urnOf(kind: ListedKindName, name: string): string;
}

/** Puts the clock of the provider and of its program ahead: ten minutes pass in no time. */
const clock = `const now = Date.now, ahead = Number(process.env.CHAOS_CLOCK_AHEAD_MS || 0);
if (ahead > 0) {
  Date.now = () => now() + ahead;
  Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + ahead });
}
`;

const main = `const { front, resources } = require("./program.json");
const callab = require(front === "native" ? "pulumi-callab/native" : "pulumi-callab");
const made = {};
for (const { kind, name, args } of resources) {
  const known = Object.entries(args).map(([key, value]) => [key, value && value.idOf ? made[value.idOf].id : value]);
  made[name] = new callab[kind](name, Object.fromEntries(known));
}
`;

/** Makes a project with a stack of it on the machine whose home is this folder. */
export async function makeStack(home: string, project: string, url: string, aheadMs: () => number): Promise<Stack> {
  const folder = join(home, project);
  const engine = await findEngine({ report: () => undefined });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, "clock.cjs"), clock);
  const plugin = `plugins:\n  providers:\n    - name: callab\n      path: ${join(root, "plugin")}\n`;
  writeFileSync(join(folder, "Pulumi.yaml"), `name: ${project}\nruntime: nodejs\nmain: index.js\n${plugin}`);
  writeFileSync(join(folder, "package.json"), `{ "name": "${project}", "private": true }`);
  writeFileSync(join(folder, "index.js"), main);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const environment = {
    ...engineEnvironment(engine, { home: join(home, "home") }),
    CALLAB_BASE_URL: url,
    CALLAB_API_TOKEN: "emulator-token",
    NODE_OPTIONS: `--require ${join(home, "clock.cjs")}`,
  };
  const begin = (args: readonly string[]): CommandModule.RunningCommand =>
    start("pulumi", ["--non-interactive", "--color", "never", ...args], {
      cwd: folder,
      environment: { ...environment, CHAOS_CLOCK_AHEAD_MS: String(aheadMs()) },
      seconds: LONGEST_SECONDS,
    });
  const { code, output } = await begin(["stack", "init", "dev"]).finished;
  if (code !== 0) throw new Error(output);
  const stateFile = join(home, "home/.pulumi/stacks", project, "dev.json");
  const configFile = join(folder, "Pulumi.dev.yaml");
  writeFileSync(
    configFile,
    `${readFile(configFile)}config:\n  callab:timeoutSeconds: "${TIMEOUT_SECONDS}"\n  callab:maxRetries: "2"\n`,
  );
  let front: Front = "dynamic";
  const kept = (): Deployment => {
    const text = readFile(stateFile);
    const { checkpoint } = JSON.parse(text === "" ? "{}" : text) as { checkpoint?: { latest?: Deployment } };
    return checkpoint?.latest ?? {};
  };
  return {
    project,
    begin,
    ended: async (running) => {
      const result = await running.finished;
      if (result.code === null) {
        restore(stateFile);
        await begin(["cancel", "--yes"]).finished;
      }
      return { code: result.code, output: result.output, told: toldIn(result.output) };
    },
    write: (resources, next) => {
      front = next;
      writeFileSync(join(folder, "program.json"), JSON.stringify({ front, resources }));
    },
    entries: () => entriesIn(kept()),
    state: async () => {
      const { stdout } = await begin(["stack", "export", "--show-secrets"]).finished;
      return entriesIn((JSON.parse(stdout) as { readonly deployment: Deployment }).deployment);
    },
    urnOf: (kind, name) => {
      const known = kept().resources?.find((one) => kindOf(one.type) === kind && nameIn(one.urn) === name);
      return known?.urn ?? `urn:pulumi:dev::${project}::${typeOf[front](kind)}::${name}`;
    },
  };
}

/** An engine that dies while it writes its state leaves cut files: what it keeps beside them is put back, by hand. */
function restore(stateFile: string): void {
  if (existsSync(`${stateFile}.bak`) && !isJson(stateFile)) copyFileSync(`${stateFile}.bak`, stateFile);
  // Without its attributes the file is read all the same.
  if (!isJson(`${stateFile}.attrs`)) rmSync(`${stateFile}.attrs`, { force: true });
}

function isJson(file: string): boolean {
  try {
    JSON.parse(readFile(file));
    return true;
  } catch {
    return false;
  }
}

/** What is said under "Diagnostics", by resource. */
function toldIn(output: string): Told[] {
  const [, end] = output.split("\nDiagnostics:\n");
  const lines = (end ?? "").split("\n");
  const told: { resource: string | undefined; text: string }[] = [];
  for (const line of lines) {
    const head = /^ {2}(\S+) \((.+)\):$/.exec(line);
    if (head !== null) told.push({ resource: kindOf(head[1] ?? "") === undefined ? undefined : head[2], text: "" });
    else if (/^\S/.test(line) && told.length > 0) break;
    else {
      const last = told.at(-1);
      if (last !== undefined) last.text += `${line.replace(/^ {4}/, "")}\n`;
    }
  }
  return told;
}

interface Deployment {
  readonly resources?: readonly {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Record<string, unknown>;
    readonly outputs?: Record<string, unknown>;
  }[];
}

function entriesIn({ resources = [] }: Deployment): Map<string, Entry> {
  const entries = resources.flatMap(({ urn, type, id, inputs = {}, outputs = {} }) => {
    const kind = kindOf(type);
    const name = nameIn(urn);
    const entry = { name, inputs: plain(inputs), outputs: plain(outputs), dependencies: [], unfinished: false };
    return kind === undefined || id === undefined ? [] : [[name, { ...entry, kind, id }] as const];
  });
  return new Map(entries);
}

const kindOf = (type: string): ListedKindName | undefined =>
  kindNames.find((kind) => fronts.some((front) => typeOf[front](kind) === type));

const nameIn = (urn: string): string => urn.split("::").at(-1) ?? "";

/** Secrets as the engine writes them are read as what they hold. */
function plain(object: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(object), (_key, value: unknown) =>
    typeof value === "object" && value !== null && "plaintext" in value
      ? (JSON.parse(String(value.plaintext)) as unknown)
      : value,
  ) as Record<string, unknown>;
}

/** kill -9 of the provider's process, which the engine has started: the engine itself goes on. */
export function killProvider(engine: ChildProcess): void {
  for (const pid of descendants(engine.pid ?? 0)) {
    const command = readFile(`/proc/${pid}/cmdline`);
    if (!command.includes("dynamic-provider") && !command.includes(join(root, "plugin"))) continue;
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

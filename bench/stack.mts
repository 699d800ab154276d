/** A stack of one contender, with an emulator of its own, on which operations are run and measured. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { engineEnvironment } from "../tools/engine/environment.mts";
import type { Engine } from "../tools/engine/findEngine.mts";
import type { Contender } from "./contenders.mts";
import { observe, type Observation } from "./observation.mts";
import type { Operation } from "./operations.mts";

const require = createRequire(import.meta.url);
const { connectControl } = require("../dist/emulator/index.js") as typeof import("../emulator/index.ts");

const TOKEN = "emulator-token";
const STACK = "bench";
const here = ["--stack", STACK];

export interface Setting {
  readonly contender: Contender;
  readonly program: string;
  readonly count: number;
  readonly latencyMs: number;
  /** How the emulator behaves; see its presets. */
  readonly personality: string;
}

/** What one operation cost. */
export interface Measurement extends Observation {
  readonly contender: Contender;
  readonly count: number;
  readonly latencyMs: number;
  readonly personality: string;
  readonly operation: string;
  /** Requests by what they were for: `create`, `list`, `read`, `update`, `delete`. */
  readonly requests: Readonly<Record<string, number>>;
  /** Bytes of a resource in the state, on average, without where in the program it is declared. */
  readonly stateBytes: number | undefined;
  /** Bytes of the provider's text in the state. */
  readonly providerTextBytes: number | undefined;
}

export class Stack {
  readonly #setting: Setting;
  readonly #environment: Record<string, string>;
  readonly #home: string;
  readonly #emulator: { readonly process: ChildProcess; readonly url: string };

  private constructor(
    setting: Setting,
    environment: Record<string, string>,
    home: string,
    emulator: { readonly process: ChildProcess; readonly url: string },
  ) {
    this.#setting = setting;
    this.#environment = environment;
    this.#home = home;
    this.#emulator = emulator;
  }

  static async create(engine: Engine, home: string, setting: Setting): Promise<Stack> {
    mkdirSync(home, { recursive: true });
    const emulator = await startEmulator(setting);
    const environment = {
      ...engineEnvironment(engine, { home }),
      BENCH_COUNT: String(setting.count),
    };
    rmSync(join(setting.program, `Pulumi.${STACK}.yaml`), { force: true });
    const stack = new Stack(setting, environment, home, emulator);
    stack.useMain("index.js");
    await stack.#pulumi(["stack", "init", STACK]);
    const configuration = [`callab:apiToken=${TOKEN}`, `callab:baseUrl=${emulator.url}`];
    await stack.#pulumi(["config", "set-all", ...here, ...configuration.flatMap((pair) => ["--plaintext", pair])]);
    return stack;
  }

  /** From now on this file of the program's folder is what runs. */
  useMain(file: string): void {
    const { program, contender } = this.#setting;
    writeFileSync(join(program, "Pulumi.yaml"), `${headOf(contender)}runtime: nodejs\nmain: ${file}\n`);
  }

  /** From now on the program is this, in YAML. */
  useYaml(resources: Readonly<Record<string, unknown>>): void {
    const { program, contender } = this.#setting;
    // JSON is YAML.
    const text = `${headOf(contender)}runtime: yaml\nresources: ${JSON.stringify(resources)}\n`;
    writeFileSync(join(program, "Pulumi.yaml"), text);
  }

  /** Runs an operation; `more` is added to its environment. */
  async run(operation: Operation, more: Readonly<Record<string, string>> = {}): Promise<Measurement> {
    const { contender, count, latencyMs, personality } = this.#setting;
    const control = connectControl(this.#emulator.url);
    await control.clearRequests();
    const environment = { BENCH_CHANGED: String(operation.changed(count)), ...more };
    const observation = await this.#pulumi([...operation.command, ...here], environment);
    const requests: Record<string, number> = {};
    for (const request of await control.requests()) {
      const name = request.operation ?? "unknown";
      requests[name] = (requests[name] ?? 0) + 1;
    }
    return {
      ...observation,
      contender,
      count,
      latencyMs,
      personality,
      operation: operation.name,
      requests,
      ...this.#state(),
    };
  }

  close(): void {
    this.#emulator.process.kill("SIGTERM");
  }

  #pulumi(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Observation> {
    return observe({
      command: "pulumi",
      args: [...args, "--non-interactive"],
      cwd: this.#setting.program,
      environment: { ...this.#environment, ...more },
    });
  }

  #state(): Pick<Measurement, "stateBytes" | "providerTextBytes"> {
    const file = join(this.#home, ".pulumi", "stacks", `bench-${this.#setting.contender}`, `${STACK}.json`);
    if (!existsSync(file)) return { stateBytes: undefined, providerTextBytes: undefined };
    const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
      checkpoint: { latest: { resources?: Stored[] } | null };
    };
    const resources = (checkpoint.latest?.resources ?? []).filter(({ type }) =>
      /^pulumi-nodejs:dynamic|^callab:index:/.test(type),
    );
    if (resources.length === 0) return { stateBytes: undefined, providerTextBytes: undefined };
    const bytes = resources.reduce((sum, resource) => sum + Buffer.byteLength(JSON.stringify(placeless(resource))), 0);
    return {
      stateBytes: Math.round(bytes / resources.length),
      providerTextBytes: Buffer.byteLength(resources[0]?.inputs?.__provider ?? ""),
    };
  }
}

/** A resource in the state. */
interface Stored {
  readonly type: string;
  readonly inputs?: { readonly __provider?: string };
}

/** Without where in the program it is declared, which is as long as the program's folder is deep. */
const placeless = (resource: Stored): object =>
  Object.fromEntries(Object.entries(resource).filter(([key]) => !["sourcePosition", "stackTrace"].includes(key)));

const plugin = "{ providers: [{ name: callab, path: ../node_modules/pulumi-callab/plugin }] }";

const headOf = (contender: Contender): string =>
  `name: bench-${contender}\n${contender === "native" ? `plugins: ${plugin}\n` : ""}`;

async function startEmulator({ latencyMs, personality }: Setting): Promise<{ process: ChildProcess; url: string }> {
  const options = JSON.stringify({ token: TOKEN, latencyMs, personality, seed: 1 });
  const child = spawn(process.execPath, [fileURLToPath(new URL("emulator.mts", import.meta.url)), options], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("close", () => reject(new Error("the emulator ended before it listened")));
  });
  return { process: child, url };
}

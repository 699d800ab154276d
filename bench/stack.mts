/** A stack of one contender, with an emulator of its own, on which operations are run and measured. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineEnvironment } from "../tools/engine/environment.mts";
import type { Engine } from "../tools/engine/findEngine.mts";
import type { Contender } from "./contenders.mts";
import { EmulatorProcess, type Behaviour, type Tally } from "./emulatorProcess.mts";
import { observe, type Observation } from "./observation.mts";
import type { Operation } from "./operations.mts";

const STACK = "bench";
const here = ["--stack", STACK];

export interface Setting extends Behaviour {
  readonly contender: Contender;
  readonly program: string;
  readonly count: number;
}

/** What one operation cost. */
export interface Measurement extends Observation, Pick<Tally, "requests"> {
  readonly contender: Contender;
  readonly count: number;
  readonly latencyMs: number;
  readonly personality: string;
  readonly operation: string;
  /** What the emulator itself took. */
  readonly emulator: Omit<Tally, "requests">;
  /** Bytes of a resource in the state, on average, without where in the program it is declared. */
  readonly stateBytes: number | undefined;
  /** Bytes of the provider's text in the state. */
  readonly providerTextBytes: number | undefined;
}

export class Stack {
  readonly emulator: EmulatorProcess;
  readonly #setting: Setting;
  readonly #environment: Record<string, string>;
  readonly #home: string;

  private constructor(setting: Setting, environment: Record<string, string>, home: string, emulator: EmulatorProcess) {
    this.emulator = emulator;
    this.#setting = setting;
    this.#environment = environment;
    this.#home = home;
  }

  static async create(engine: Engine, home: string, setting: Setting): Promise<Stack> {
    mkdirSync(home, { recursive: true });
    const emulator = await EmulatorProcess.start({
      latencyMs: setting.latencyMs,
      personality: setting.personality,
    });
    const environment = {
      ...engineEnvironment(engine, { home }),
      BENCH_COUNT: String(setting.count),
    };
    rmSync(join(setting.program, `Pulumi.${STACK}.yaml`), { force: true });
    const stack = new Stack(setting, environment, home, emulator);
    stack.useMain("index.js");
    await stack.#pulumi(["stack", "init", STACK]);
    const configuration = [`callab:apiToken=${emulator.token}`, `callab:baseUrl=${emulator.url}`];
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
    await this.emulator.tally();
    const environment = { BENCH_CHANGED: String(operation.changed(count)), ...more };
    const observation = await this.#pulumi([...operation.command, ...here], environment);
    const { requests, ...emulator } = await this.emulator.tally();
    return {
      ...observation,
      contender,
      count,
      latencyMs,
      personality,
      operation: operation.name,
      requests,
      emulator,
      ...this.#state(),
    };
  }

  close(): void {
    this.emulator.close();
  }

  #pulumi(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Observation> {
    return observe({
      command: "pulumi",
      args: [...args, "--non-interactive"],
      cwd: this.#setting.program,
      environment: { ...this.#environment, ...more },
    });
  }

  /** Where the backend keeps the state. */
  get stateFile(): string {
    return join(this.#home, ".pulumi", "stacks", `bench-${this.#setting.contender}`, `${STACK}.json`);
  }

  #state(): Pick<Measurement, "stateBytes" | "providerTextBytes"> {
    const file = this.stateFile;
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

/** A Pulumi project in a folder of its own (removed with the run's), with a stack, a state and an engine environment of its own. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failed, start, succeeded, type CommandResult, type RunningCommand } from "./command";
import { engineEnvironment } from "./engine";
import { nodeModules, pluginLines, type Form } from "./installation";
import { searchPath, type LanguageEnvironment } from "./languageEnvironment";
import { runFolder } from "./oncePerRun";

export interface ProjectOptions {
  /** Text of the program. The package is `pulumi-callab`. Left out: the folder has no program yet. */
  readonly program?: string;
  /** Default: JavaScript, which starts faster. */
  readonly language?: "javascript" | "typescript";
  /** Default: packed, as users have it. */
  readonly form?: Form;
  /** Whether Pulumi.yaml says where the plugin of the native front is. */
  readonly plugin?: boolean;
  /** Where CALLAB_BASE_URL points to, and whose token CALLAB_API_TOKEN holds. */
  readonly emulator?: { readonly url: string; readonly token: string };
  /** Name of the stack. Default: `test`. */
  readonly stack?: string;
  /** Another project on whose machine this one is: they share what is kept for all stacks of a machine. */
  readonly machineOf?: Project;
  /** More environment variables, or (undefined) fewer. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** One resource of the exported state. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly custom?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

export interface Project {
  readonly folder: string;
  /** What the engine runs with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Replaces the program. */
  write(program: string): void;
  /** `pulumi …` to its end, whatever that is. Never asks, never colours. */
  pulumi(args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** `pulumi …` started only, to be killed. */
  begin(args: readonly string[], options?: RunOptions): RunningCommand;
  /** These four throw, with the engine's output, if the operation fails. `--yes` is given. */
  up(...flags: readonly string[]): Promise<CommandResult>;
  preview(...flags: readonly string[]): Promise<CommandResult>;
  refresh(...flags: readonly string[]): Promise<CommandResult>;
  destroy(...flags: readonly string[]): Promise<CommandResult>;
  /** An operation that must fail: throws if it succeeds. */
  fails(operation: Operation, ...flags: readonly string[]): Promise<CommandResult>;
  /** The exported state, as text: secrets are as the engine keeps them. */
  exported(): Promise<string>;
  /** The resources in the state, without the stack and the provider. */
  resources(): Promise<readonly StateResource[]>;
  /** The stack's outputs, secrets in clear. */
  outputs(): Promise<Readonly<Record<string, unknown>>>;
  /** Forgets what the machine keeps beside the states: the next run is as on a fresh machine. */
  forgetMachine(): void;
  /** Removes the folder, which is else done at the end of the run. */
  remove(): void;
}

export type Operation = "up" | "preview" | "refresh" | "destroy";

export interface RunOptions {
  readonly seconds?: number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Makes the project and its stack. */
export async function makeProject(options: ProjectOptions = {}): Promise<Project> {
  const { language = "javascript", form = "packed", plugin = false, emulator, stack, machineOf } = options;
  const folder = join(mkdtempSync(join(runFolder(), "project-")), "program");
  const main = language === "typescript" ? "index.ts" : "index.js";
  mkdirSync(folder);
  const plugins = plugin ? await pluginLines() : "";
  writeFileSync(join(folder, "Pulumi.yaml"), `name: tested\nruntime: nodejs\nmain: ${main}\n${plugins}`);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "tested", private: true, main }));
  if (language === "typescript") writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  symlinkSync(await nodeModules(form), join(folder, "node_modules"));
  if (options.program !== undefined) writeFileSync(join(folder, main), options.program);
  const additions = {
    ...(emulator === undefined ? {} : { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token }),
    ...(machineOf === undefined ? {} : { PULUMI_HOME: machineOf.environment["PULUMI_HOME"] }),
    ...options.environment,
  };
  return openProject(folder, main, additions, stack);
}

const compilerOptions = { strict: true, target: "es2022", module: "node16", moduleResolution: "node16", noEmit: true };

/**
 * Makes a stack in a folder that holds a project already. Its state is kept beside the folder.
 * @param main name of the program's file
 * @param language what the engine needs for the program's language; left out: Node's
 */
export async function openProject(
  folder: string,
  main: string,
  additions: Readonly<Record<string, string | undefined>>,
  stack = "test",
  language?: LanguageEnvironment,
): Promise<Project> {
  const home = join(folder, "..", "state");
  const base = await engineEnvironment(home);
  const own = language === undefined ? {} : { ...language.variables, PATH: searchPath(language, base["PATH"] ?? "") };
  const environment = withAdditions({ ...base, ...own }, additions);
  const begin: Project["begin"] = (args, { seconds, environment: more = {} } = {}) =>
    start("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: folder,
      environment: withAdditions(environment, more),
      ...(seconds === undefined ? {} : { seconds }),
    });
  const pulumi: Project["pulumi"] = (args, more) => begin(args, more).finished;
  const operate = (operation: Operation, flags: readonly string[]): Promise<CommandResult> =>
    pulumi([operation, ...(operation === "preview" ? [] : ["--yes"]), ...flags]);
  const exported = async (): Promise<string> => succeeded(await pulumi(["stack", "export"])).stdout;
  const project: Project = {
    folder,
    environment,
    write: (program) => writeFileSync(join(folder, main), program),
    pulumi,
    begin,
    up: async (...flags) => succeeded(await operate("up", flags)),
    preview: async (...flags) => succeeded(await operate("preview", flags)),
    refresh: async (...flags) => succeeded(await operate("refresh", flags)),
    destroy: async (...flags) => succeeded(await operate("destroy", flags)),
    fails: async (operation, ...flags) => failed(await operate(operation, flags)),
    exported,
    resources: async () => {
      const { deployment } = JSON.parse(await exported()) as { deployment: { resources?: StateResource[] } };
      return (deployment.resources ?? []).filter(({ type }) => !type.startsWith("pulumi:"));
    },
    outputs: async () =>
      JSON.parse(succeeded(await pulumi(["stack", "output", "--json", "--show-secrets"])).stdout) as Record<
        string,
        unknown
      >,
    forgetMachine: () => rmSync(join(environment["PULUMI_HOME"] ?? "", "callab"), { recursive: true }),
    remove: () => rmSync(join(folder, ".."), { recursive: true, force: true }),
  };
  succeeded(await pulumi(["stack", "init", stack]));
  return project;
}

function withAdditions(
  environment: Readonly<Record<string, string>>,
  additions: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const entries = Object.entries({ ...environment, ...additions });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

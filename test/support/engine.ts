/** The Pulumi engine of this test run. There must be one: without it these tests fail, they are never skipped. */
import { join } from "node:path";
import { ownEnvironment, run, succeeded } from "./command";
import { oncePerRun } from "./oncePerRun";
import { repository } from "./repository";

/** The time that finding an engine may take: on a new machine it is built from source. */
export const ENGINE_SEARCH_SECONDS = 15 * 60;

/** Everything `pulumi` needs to run unattended, with its state and its own folder under `home`. */
export async function engineEnvironment(home: string): Promise<Record<string, string>> {
  const engine = await oncePerRun("engine", () => ask("find"));
  return (await ask("environment", engine, home)) as Record<string, string>;
}

/** The folder of a program beside the engine: a language host, the generator of SDKs, or the linter of workflows. */
export const goTool = (name: "yaml" | "python" | "sdks" | "actionlint"): Promise<string> =>
  oncePerRun(`tool-${name}`, () => ask("tool", name) as Promise<string>);

/** A Python environment with Pulumi's SDK: its folder. */
export const pythonEnvironment = (): Promise<string> => oncePerRun("python", () => ask("python") as Promise<string>);

/** The search and the environment are ES modules of tools/engine, which jest cannot load: a process of its own does. */
async function ask(...question: readonly unknown[]): Promise<unknown> {
  const result = await run(
    process.execPath,
    [join(__dirname, "engineAnswers.mts"), ...question.map((part) => JSON.stringify(part))],
    { cwd: repository, environment: ownEnvironment(), seconds: ENGINE_SEARCH_SECONDS },
  );
  return JSON.parse(succeeded(result).stdout);
}

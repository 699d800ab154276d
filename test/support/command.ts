/** Child processes: run to the end with a time limit, or killed with everything they started. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface CommandOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds after which the command is killed and counts as failed. Default: 120. */
  readonly seconds?: number;
}

/** What became of a command. */
export interface CommandResult {
  readonly command: string;
  /** Exit code; null if it was ended by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came. */
  readonly output: string;
  readonly seconds: number;
}

/** A command under way. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly finished: Promise<CommandResult>;
  /** SIGKILL for the command and all it started. */
  kill(): void;
}

/**
 * Starts a command in a process group of its own. Node gives a child the default reaction to every signal, so an engine
 * started from here never inherits an ignored SIGINT or SIGHUP (with which each operation takes five seconds longer).
 */
export function start(command: string, args: readonly string[], options: CommandOptions): RunningCommand {
  const { cwd, environment, seconds = 120 } = options;
  const began = performance.now();
  const child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const kill = (): void => killTree(child.pid);
  const finished = new Promise<CommandResult>((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      output += text;
    });
    const limit = setTimeout(() => {
      output += `\n[killed after ${seconds} s]`;
      kill();
    }, seconds * 1_000);
    child.on("error", (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      resolve({
        command: [command, ...args].join(" "),
        code,
        stdout,
        stderr,
        output,
        seconds: (performance.now() - began) / 1_000,
      });
    });
  });
  return { child, finished, kill };
}

/** Runs a command to its end. */
export const run = (command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> =>
  start(command, args, options).finished;

/** The result of a command that ended with 0; anything else throws, with what it had printed. */
export function succeeded(result: CommandResult): CommandResult {
  if (result.code === 0) return result;
  throw new Error(`${result.command} ended with ${result.code ?? "a signal"}:\n${result.output}`);
}

/** The result of a command that failed; a success throws, with what it had printed. */
export function failed(result: CommandResult): CommandResult {
  if (result.code !== null && result.code !== 0) return result;
  throw new Error(`${result.command} was to fail, but ended with ${result.code ?? "a signal"}:\n${result.output}`);
}

/** The environment of this process, as far as it is set. */
export const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/**
 * Kills a process and its descendants. The engine gives each plugin a process group of its own, so one group is not
 * all of it; the whole family is looked up first, because an orphan no longer tells whose child it was.
 */
export function killTree(root: number | undefined): void {
  if (root === undefined) return;
  const family = [root];
  const parents = parentOfEach();
  for (const pid of family) for (const [child, parent] of parents) if (parent === pid) family.push(child);
  for (const pid of family) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended on its own.
    }
  }
}

function parentOfEach(): ReadonlyMap<number, number> {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
    return new Map(
      stdout
        .trim()
        .split("\n")
        .map((line) => {
          const [pid, parent] = line.trim().split(/\s+/).map(Number);
          return [pid ?? 0, parent ?? 0];
        }),
    );
  }
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // pid (command) state parent …; the command may hold anything, so the last parenthesis counts.
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It ended on its own.
    }
  }
  return parents;
}

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { onInterruption } from "./interruption.mts";

export interface CommandOptions {
  /** What a message calls it. Default: the command itself. */
  name?: string;
  environment: NodeJS.ProcessEnv;
  cwd?: string;
  /** Seconds after which the command is stopped, however busy it is. */
  limitSeconds?: number;
  /** Seconds without any output after which the command is stopped: for work whose length nobody knows. */
  silenceSeconds?: number;
  /** Lines of standard error that tell nothing when the command fails. */
  noise?: RegExp;
  /** Called with each line of standard error. */
  onLine?: (line: string) => void;
}

/** A command that could not be started, was stopped, or ended with another code than 0. The message is one line. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  readonly code: string | number | undefined;

  constructor(message: string, code?: string | number) {
    super(message);
    this.code = code;
  }
}

/** Runs a command to its end and returns its standard output. Nothing of it keeps running after a failure or an interruption. */
export function run(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const name = options.name ?? command;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
      // A process group of its own: a compiler or a shell script has children, and all must be stopped together.
      detached: process.platform !== "win32",
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let stoppedBecause: string | undefined;
    const stop = (reason: string) => {
      stoppedBecause = reason;
      killGroup(child);
    };
    const limit = timer(options.limitSeconds, (seconds) => stop(`took longer than ${seconds} s`));
    let silence = timer(options.silenceSeconds, (seconds) => stop(`gave no sign of life for ${seconds} s`));
    const forget = onInterruption(() => killGroup(child));

    let output = "";
    const lastLines: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    createInterface({ input: child.stderr }).on("line", (line) => {
      clearTimeout(silence);
      silence = timer(options.silenceSeconds, (seconds) => stop(`gave no sign of life for ${seconds} s`));
      if (line.trim() !== "" && !options.noise?.test(line)) lastLines.push(line.trim());
      if (lastLines.length > 3) lastLines.shift();
      options.onLine?.(line);
    });

    const settle = () => {
      clearTimeout(limit);
      clearTimeout(silence);
      forget();
    };
    child.on("error", (error: NodeJS.ErrnoException) => {
      settle();
      reject(new CommandFailed(error.code === "ENOENT" ? `${name} was not found` : error.message, error.code));
    });
    child.on("close", (code, signal) => {
      settle();
      if (stoppedBecause !== undefined) reject(new CommandFailed(`${name} ${stoppedBecause}`));
      else if (code === 0) resolve(output);
      else
        reject(new CommandFailed(lastLines.join(" | ") || `${name} ended with ${code ?? signal}`, code ?? undefined));
    });
  });
}

function timer(seconds: number | undefined, then: (seconds: number) => void): NodeJS.Timeout | undefined {
  return seconds === undefined ? undefined : setTimeout(() => then(seconds), seconds * 1000);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // It ended on its own in this very moment.
  }
}

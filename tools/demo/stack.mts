import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineEnvironment } from "../engine/environment.mts";
import type { Engine } from "../engine/findEngine.mts";

/** How long an engine that was asked to stop may take before it is killed. */
const PATIENCE_MS = 10_000;

/**
 * A stack of the repository's own program that leaves nothing behind: its state is in a temporary folder, and the one
 * file that the engine writes beside `Pulumi.yaml` is removed with it.
 */
export class Stack {
  readonly name: string;
  readonly #repository: string;
  readonly #home: string;
  readonly #environment: Record<string, string>;
  #running: ChildProcess | undefined;
  #removed = false;

  /** @param variables what the program and its provider find in their environment */
  constructor(repository: string, engine: Engine, variables: Readonly<Record<string, string>>) {
    this.#repository = repository;
    this.name = unusedName(repository);
    this.#home = mkdtempSync(join(tmpdir(), "callab-demo-"));
    this.#environment = { ...engineEnvironment(engine, { home: this.#home }), ...variables };
  }

  /** `pulumi …` in the repository's folder, its output shown as it comes. Resolves with the exit code. */
  pulumi(...args: readonly string[]): Promise<number> {
    if (this.#removed) return Promise.reject(new Error("the stack was removed"));
    const stack = args[0] === "stack" ? [] : ["--stack", this.name];
    return new Promise((resolve, reject) => {
      // A process group of its own: Ctrl-C reaches this process alone, and is passed on once. Node gives a child the
      // default reaction to every signal; an engine that inherits an ignored one takes five seconds longer each time.
      const child = spawn("pulumi", [...args, ...stack, "--non-interactive"], {
        cwd: this.#repository,
        env: this.#environment,
        stdio: ["ignore", "inherit", "inherit"],
        detached: process.platform !== "win32",
      });
      this.#running = child;
      child.on("error", reject);
      child.on("close", (code) => {
        this.#running = undefined;
        resolve(code ?? 1);
      });
    });
  }

  /** Ends what is under way and removes everything that was written. */
  async remove(): Promise<void> {
    this.#removed = true;
    await this.#stop();
    rmSync(this.#home, { recursive: true, force: true });
    rmSync(settingsFile(this.#repository, this.name), { force: true });
  }

  async #stop(): Promise<void> {
    const child = this.#running;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGINT");
    const impatience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    await ended;
    clearTimeout(impatience);
  }
}

const settingsFile = (repository: string, name: string): string => join(repository, `Pulumi.${name}.yaml`);

/** Somebody may have a stack `demo` of their own here; its settings must stay what they are. */
function unusedName(repository: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? "demo" : `demo-${number}`;
    if (!existsSync(settingsFile(repository, name))) return name;
  }
}

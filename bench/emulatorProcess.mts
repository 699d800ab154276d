/** An emulator in a process of its own, as far away from what is measured as the real API. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { EmulatorControl } from "../emulator/index.ts";

const require = createRequire(import.meta.url);
const { connectControl, personalities: presets } =
  require("../dist/emulator/index.js") as typeof import("../emulator/index.ts");

/** What an emulator was asked for, and what that took it. */
export interface Tally {
  /** Requests by what they were for: `create`, `list`, `read`, `update`, `delete`. */
  readonly requests: Readonly<Record<string, number>>;
  readonly cpuSeconds: number;
  /** Peak of its resident memory since it was started. */
  readonly megabytes: number;
}

/** Names of what an emulator can behave as. */
export const personalities: readonly string[] = presets.map(({ name }) => name);

/** How an emulator behaves. */
export interface Behaviour {
  readonly latencyMs: number;
  /** See its presets. */
  readonly personality: string;
}

const TOKEN = "emulator-token";

export class EmulatorProcess {
  readonly token = TOKEN;
  readonly url: string;
  readonly control: EmulatorControl;
  readonly #child: ChildProcess;
  readonly #lines: Interface;

  private constructor(child: ChildProcess, lines: Interface, url: string) {
    this.#child = child;
    this.#lines = lines;
    this.url = url;
    this.control = connectControl(url);
  }

  static async start(options: Behaviour): Promise<EmulatorProcess> {
    const given = JSON.stringify({ token: TOKEN, seed: 1, ...options });
    const child = spawn(process.execPath, [fileURLToPath(new URL("emulator.mts", import.meta.url)), given], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout });
    const ended = new Promise<never>((_, reject) =>
      child.once("close", () => reject(new Error("the emulator ended before it listened"))),
    );
    const [url] = (await Promise.race([once(lines, "line"), ended])) as [string];
    ended.catch(() => undefined);
    return new EmulatorProcess(child, lines, url);
  }

  /** What there was since the last tally. */
  async tally(): Promise<Tally> {
    const line = once(this.#lines, "line");
    this.#child.stdin?.write("tally\n");
    const [text] = (await line) as [string];
    return JSON.parse(text) as Tally;
  }

  close(): void {
    this.#child.kill("SIGTERM");
  }
}

/** An emulator in a process of its own, as far away from the test as the real API. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connectControl, type EmulatorControl, type EmulatorOptions } from "../../emulator";
import { freshBuild } from "./build";

export interface EmulatorProcess extends EmulatorControl {
  readonly token: string;
  /** Stops the process, which is else done after the tests of this file. */
  stop(): Promise<void>;
}

const running = new Set<EmulatorProcess>();

afterAll(async () => {
  await Promise.all([...running].map((emulator) => emulator.stop()));
});

/** Starts an emulator on a free port and waits until it listens. */
export async function startEmulatorProcess(options: Omit<EmulatorOptions, "clock"> = {}): Promise<EmulatorProcess> {
  await freshBuild();
  const token = options.token ?? "emulator-token";
  const child = spawn(process.execPath, [join(__dirname, "runEmulator.mts"), JSON.stringify({ ...options, token })], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    void ended.then(() => reject(new Error("the emulator's process ended before it listened")));
  });
  const emulator: EmulatorProcess = {
    ...connectControl(url),
    token,
    stop: async () => {
      running.delete(emulator);
      child.kill("SIGTERM");
      await ended;
    },
  };
  running.add(emulator);
  return emulator;
}

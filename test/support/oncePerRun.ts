/**
 * Work that is done once in a test run, however many test files and workers ask for it: finding the engine, building,
 * packing. Its result is kept in the run's folder. Nothing is done before somebody asks.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this test run; removed at its end. */
export function runFolder(): string {
  const folder = process.env["TEST_RUN_FOLDER"];
  if (folder === undefined)
    throw new Error("no test run: jest's globalSetup (test/support/globalSetup.ts) did not run");
  return folder;
}

type Outcome<Result> = { readonly result: Result } | { readonly failure: string };

/** The result of `work`, done by whoever asks first. A failure is everybody's failure. `Result` must be plain JSON. */
export async function oncePerRun<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(runFolder(), `${name}.json`);
  const lock = join(runFolder(), `${name}.lock`);
  while (!existsSync(file)) {
    if (!taken(lock)) await pause(200);
    else {
      try {
        if (!existsSync(file)) keep(file, await outcomeOf(work));
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    }
  }
  const outcome = JSON.parse(readFileSync(file, "utf8")) as Outcome<Result>;
  if ("failure" in outcome) throw new Error(outcome.failure);
  return outcome.result;
}

async function outcomeOf<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await work() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function keep(file: string, outcome: Outcome<unknown>): void {
  writeFileSync(`${file}.new`, JSON.stringify(outcome));
  renameSync(`${file}.new`, file);
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

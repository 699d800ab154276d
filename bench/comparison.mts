/**
 * The comparison: this package beside a dynamic resource that does nothing and beside the provider that Pulumi's guide
 * teaches, in one run, operation by operation.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEngine, type Engine } from "../tools/engine/findEngine.mts";
import { inTurn, type Contender } from "./contenders.mts";
import { install } from "./installation.mts";
import { operations, withoutCheckpoints, type Operation } from "./operations.mts";
import { report, writeIntoDocs } from "./report.mts";
import { Stack, type Measurement } from "./stack.mts";

export interface ComparisonOptions {
  readonly sizes: readonly number[];
  /** After how many milliseconds the API answers. */
  readonly latency: readonly number[];
  /** Of small sizes without latency. */
  readonly runs: number;
  readonly contenders: readonly Contender[];
  readonly personality: string;
  /** Large stacks with the state written at each step. */
  readonly checkpoints?: boolean;
  /** `--parallel` of the engine. */
  readonly parallel?: number;
  /** File for the measurements. */
  readonly json?: string;
  readonly docs?: boolean;
}

/** From here on the file backend's time grows with the square of the number: one run must do, without a change of all. */
const LARGE = 500;

/** Measures, and prints the tables. */
export async function compare(options: ComparisonOptions): Promise<void> {
  const began = performance.now();
  const engine = await findEngine();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "callab-bench-"));
  const measurements: Measurement[] = [];
  try {
    const scene: Scene = { engine, folder, programs: install(folder), options };
    for (const count of options.sizes)
      for (const latencyMs of options.latency)
        for (let run = 0; run < runsOf(options, count, latencyMs); run++) {
          await life(scene, { count, latencyMs, run }, measurements);
          // After each life: what took half an hour must not be lost to a mistake in the last minute.
          if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(measurements, null, 1)}\n`);
        }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const minutes = (performance.now() - began) / 60_000;
  const text = report(measurements, { minutes, engine: engine.version, parallel: options.parallel });
  console.log(text);
  if (options.docs === true) writeIntoDocs(options.parallel === undefined ? "bench" : "bench, parallel", text);
}

interface Scene {
  readonly engine: Engine;
  readonly folder: string;
  readonly programs: Readonly<Record<Contender, string>>;
  readonly options: ComparisonOptions;
}

interface Point {
  readonly count: number;
  readonly latencyMs: number;
  readonly run: number;
}

/** Without latency all that differs is work, which takes several runs to tell from noise. */
const runsOf = ({ runs }: ComparisonOptions, count: number, latencyMs: number): number =>
  count >= LARGE || latencyMs > 0 ? 1 : runs;

/** A stack of each contender, from the first up to destroy, all taking turns at every operation. */
async function life(scene: Scene, point: Point, measurements: Measurement[]): Promise<void> {
  const { engine, folder, programs, options } = scene;
  const { count, latencyMs, run } = point;
  const stacks = new Map<Contender, Stack>();
  try {
    for (const contender of inTurn(options.contenders, run)) {
      const home = join(folder, "homes", `${contender}-${count}-${latencyMs}-${run}`);
      const setting = { contender, program: programs[contender], count, latencyMs, personality: options.personality };
      stacks.set(contender, await Stack.create(engine, home, setting));
    }
    for (const operation of operations.filter((entry) => count < LARGE || entry.name !== "up, all changed"))
      for (const contender of inTurn(options.contenders, run)) {
        const measured = await measure(stacks.get(contender), operation, point, options);
        if (measured !== undefined) measurements.push(measured);
      }
  } finally {
    for (const stack of stacks.values()) stack.close();
  }
}

async function measure(
  stack: Stack | undefined,
  operation: Operation,
  { count, latencyMs }: Point,
  { checkpoints, parallel }: ComparisonOptions,
): Promise<Measurement | undefined> {
  const quick = count >= LARGE && operation.isWriting && checkpoints !== true;
  const environment = {
    ...(quick ? withoutCheckpoints : {}),
    ...(parallel === undefined ? {} : { PULUMI_PARALLEL: String(parallel) }),
  };
  const measured = await stack?.run(operation, environment);
  if (measured === undefined) return undefined;
  const named = quick ? `${operation.name}, without checkpoints` : operation.name;
  process.stderr.write(
    `${count} × ${latencyMs} ms, ${named}, ${measured.contender}: ${measured.seconds.toFixed(1)} s\n`,
  );
  return { ...measured, operation: named };
}

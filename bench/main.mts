/**
 * The benchmark: this package beside a dynamic resource that does nothing and beside the provider that Pulumi's guide
 * teaches, in one run, operation by operation.
 *
 *     npm run bench                                         10, 100 and 1,000 campaigns, answers after 0 and 50 ms
 *     npm run bench -- --sizes 10 --latency 0 --runs 1      a short one
 *     npm run bench -- --checkpoints                        1,000 with a file written at each step, as the engine does
 *     npm run bench -- --parallel 32                        with `--parallel` of the engine
 *     npm run bench -- --docs                               writes the table into docs/performance.md too
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findEngine } from "../tools/engine/findEngine.mts";
import { contenders, contendersNamed, inTurn, type Contender } from "./contenders.mts";
import { install } from "./installation.mts";
import { operations, type Operation } from "./operations.mts";
import { report, writeIntoDocs } from "./report.mts";
import { Stack, type Measurement } from "./stack.mts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10,100,1000" },
    latency: { type: "string", default: "0,50" },
    runs: { type: "string", default: "3" },
    contenders: { type: "string", default: contenders.join(",") },
    personality: { type: "string", default: "open" },
    checkpoints: { type: "boolean", default: false },
    parallel: { type: "string" },
    json: { type: "string" },
    docs: { type: "boolean", default: false },
  },
});
const chosen = contendersNamed(values.contenders);
const numbers = (text: string): number[] => text.split(",").map(Number);

/** From here on the file backend's time grows with the square of the number: one run must do, without a change of all. */
const LARGE = 500;

/**
 * The file backend's work at each step takes minutes, and would hide what differs: so large stacks are written without
 * checkpoints, and that is said.
 */
const withoutCheckpoints = { PULUMI_SKIP_CHECKPOINTS: "true", PULUMI_EXPERIMENTAL: "true" };

const began = performance.now();
const engine = await findEngine();
const folder = mkdtempSync(join(realpathSync(tmpdir()), "callab-bench-"));
const measurements: Measurement[] = [];
try {
  const programs = install(folder);
  for (const count of numbers(values.sizes))
    for (const latencyMs of numbers(values.latency))
      for (let run = 0; run < runsOf(count, latencyMs); run++) {
        await life(programs, count, latencyMs, run);
        // After each life: what took half an hour must not be lost to a mistake in the last minute.
        if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measurements, null, 1)}\n`);
      }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const minutes = (performance.now() - began) / 60_000;
const text = report(measurements, { minutes, engine: engine.version, parallel: values.parallel });
console.log(text);
if (values.docs) writeIntoDocs(values.parallel === undefined ? "bench" : "bench, parallel", text);

/** Without latency all that differs is work, which takes several runs to tell from noise. */
function runsOf(count: number, latencyMs: number): number {
  return count >= LARGE || latencyMs > 0 ? 1 : Number(values.runs);
}

/** A stack of each contender, from the first up to destroy, all taking turns at every operation. */
async function life(
  programs: Readonly<Record<Contender, string>>,
  count: number,
  latencyMs: number,
  run: number,
): Promise<void> {
  const stacks = new Map<Contender, Stack>();
  try {
    for (const contender of inTurn(chosen, run)) {
      const home = join(folder, "homes", `${contender}-${count}-${latencyMs}-${run}`);
      const setting = { contender, program: programs[contender], count, latencyMs, personality: values.personality };
      stacks.set(contender, await Stack.create(engine, home, setting));
    }
    for (const operation of operations.filter((entry) => count < LARGE || entry.name !== "up, all changed"))
      for (const contender of inTurn(chosen, run)) await measure(stacks, contender, operation, count, latencyMs);
  } finally {
    for (const stack of stacks.values()) stack.close();
  }
}

async function measure(
  stacks: ReadonlyMap<Contender, Stack>,
  contender: Contender,
  operation: Operation,
  count: number,
  latencyMs: number,
): Promise<void> {
  const quick = count >= LARGE && operation.isWriting && !values.checkpoints;
  const environment = {
    ...(quick ? withoutCheckpoints : {}),
    ...(values.parallel === undefined ? {} : { PULUMI_PARALLEL: values.parallel }),
  };
  const measured = await stacks.get(contender)?.run(operation, environment);
  if (measured === undefined) return;
  const named = quick ? `${operation.name}, without checkpoints` : operation.name;
  measurements.push({ ...measured, operation: named });
  process.stderr.write(`${count} × ${latencyMs} ms, ${named}, ${contender}: ${measured.seconds.toFixed(1)} s\n`);
}

import { runEngineSchedule } from "./engine.mts";

/** Runs schedules with the real engine, one after the other, and prints what came of them. Gives the exit code. */
export async function runEngineCampaign(seed: string, runs: number): Promise<number> {
  const totals = { kills: 0, failedRuns: 0, requests: 0, faults: 0, violated: 0 };
  for (let number = 1; number <= runs; number++) {
    const verdict = await runEngineSchedule(`${seed}/${number}`);
    const isRight = verdict.violations.length === 0;
    console.log(
      `${verdict.seed}: ${isRight ? "exact" : "VIOLATED"}, ${verdict.requests} requests, ${verdict.faults} faults, ${verdict.kills} kills, ${Math.round(verdict.seconds)} s`,
    );
    if (!isRight) console.log([...verdict.violations, ...verdict.story].join("\n"));
    for (const key of ["kills", "failedRuns", "requests", "faults"] as const) totals[key] += verdict[key];
    if (!isRight) totals.violated++;
  }
  console.log(`\n${runs} schedules with the real engine (seed ${seed}): ${JSON.stringify(totals)}`);
  return totals.violated === 0 ? 0 : 1;
}

/**
 * The fault campaign: `npm run test:chaos -- --seed S --runs N`. Runs N random schedules of faults, kills, edits and
 * dashboard changes, each from its own seed `S/n`, and says of each that ends wrongly how to replay it.
 *
 *   --seed S      what the schedules are drawn from (default: the time)
 *   --runs N      how many (default 200)
 *   --only SEED   replays one schedule and tells its story
 *   --most N      most resources of a program (default 20)
 *   --engine      with the real Pulumi engine, kill -9 and sockets: slow, so N is best 50 or less
 */
import { parseArgs } from "node:util";
import type * as ScheduleModule from "../../test/chaos/schedule.ts";
import { load } from "./loadTypeScript.mts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now()) },
    runs: { type: "string", default: "200" },
    only: { type: "string" },
    most: { type: "string", default: "20" },
    engine: { type: "boolean", default: false },
  },
});

const { runSchedule } = load("../../test/chaos/schedule.ts") as typeof ScheduleModule;
const most = Number(values.most);

if (values.only !== undefined && !values.engine) {
  const verdict = await runSchedule(values.only, { most });
  console.log(verdict.story.join("\n"));
  console.log(JSON.stringify({ ...verdict, story: undefined }, null, 2));
  process.exit(verdict.violations.length === 0 ? 0 : 1);
}

if (values.engine) {
  const { replayEngineSchedule, runEngineCampaign } = await import("./engineCampaign.mts");
  process.exit(
    values.only === undefined
      ? await runEngineCampaign(values.seed, Number(values.runs))
      : await replayEngineSchedule(values.only),
  );
}

const began = Date.now();
const ends = new Map<string, number>();
const cleanRuns = new Map<number, number>();
const totals = { resources: 0, runs: 0, kills: 0, failedRuns: 0, requests: 0, faults: 0 };
const runs = Number(values.runs);
let violated = 0;
for (let number = 1; number <= runs; number++) {
  const seed = `${values.seed}/${number}`;
  const verdict = await runSchedule(seed, { most }).catch((error: unknown) => ({
    end: "violated" as const,
    cleanRuns: 0,
    counts: totals,
    violations: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }));
  ends.set(verdict.end, (ends.get(verdict.end) ?? 0) + 1);
  cleanRuns.set(verdict.cleanRuns, (cleanRuns.get(verdict.cleanRuns) ?? 0) + 1);
  if (verdict.counts !== totals)
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += verdict.counts[key];
  if (verdict.violations.length === 0) continue;
  violated++;
  console.log(`\n${seed}: ${verdict.violations.slice(0, 3).join("\n  ")}`);
  console.log(`  replay: npm run test:chaos -- --only '${seed}'${most === 20 ? "" : ` --most ${most}`}`);
}
console.log(
  `\n${runs} schedules (seed ${values.seed}) in ${Math.round((Date.now() - began) / 100) / 10} s: ${violated} violated`,
);
console.log(`ends: ${[...ends].map(([end, count]) => `${end} ${count}`).join(", ")}`);
console.log(
  `clean runs needed: ${[...cleanRuns]
    .sort()
    .map(([count, times]) => `${count} (${times} times)`)
    .join(", ")}`,
);
console.log(JSON.stringify(totals));
process.exitCode = violated === 0 ? 0 : 1;

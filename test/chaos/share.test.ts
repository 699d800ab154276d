/**
 * A fixed share of the fault campaign (`npm run test:chaos` runs more of it, from any seed): random programs, API
 * personalities, faults, kills, edits and dashboard changes, each schedule from its own seed. None may end with a
 * double, a lost object, or anything else than what is declared.
 */
import { runSchedule } from "./schedule";

const rows = Array.from({ length: 10 }, (_, index) => `share ${index + 1}`);
const schedulesInRow = 100;

describe.each(rows)("schedules of seed %s", (seed) => {
  it(`end with exactly what is declared, ${schedulesInRow} times`, async () => {
    const wrong: string[] = [];
    for (let number = 1; number <= schedulesInRow; number++) {
      const verdict = await runSchedule(`${seed}/${number}`);
      wrong.push(
        ...verdict.violations.map((text) => `${text}\n  replay: npm run test:chaos -- --only "${verdict.seed}"`),
      );
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

it("replays: the same seed is the same story", async () => {
  const [once, again] = [await runSchedule("replay/7"), await runSchedule("replay/7")];
  const withoutMarks = (story: readonly string[]): string[] => story.map((line) => line.replace(/ [a-z0-9]{6}"/g, ""));
  expect(withoutMarks(again.story)).toEqual(withoutMarks(once.story));
  expect(once.counts.requests).toBeGreaterThan(0);
});

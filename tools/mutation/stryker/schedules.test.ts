/** A few of the fault campaign's schedules (test/chaos/share.test.ts has a thousand), in steps that end soon. */
import { runSchedule } from "../../../test/chaos/schedule";

const steps = Array.from({ length: 10 }, (_, index) => index);

it.each(steps)("schedules of step %i end with exactly what is declared", async (step) => {
  for (let number = 1; number <= 4; number++)
    expect((await runSchedule(`share 1/${step * 4 + number}`)).violations).toEqual([]);
});

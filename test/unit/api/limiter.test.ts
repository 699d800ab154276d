/** At most so many requests at once, first come first served, and none while the API asked for quiet. */
import { Limiter } from "../../../provider/api/limiter";

/** A clock that only moves when somebody sleeps. */
function stoppedClock(): { now: () => number; sleep: (ms: number) => Promise<void> } {
  let time = 0;
  return {
    now: () => time,
    sleep: (ms) => {
      time += ms;
      return Promise.resolve();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("runs no more than the limit at once, and everything in the end", async () => {
  const limiter = new Limiter(3);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      limiter.run(async () => {
        most = Math.max(most, ++running);
        order.push(index);
        await turn();
        running--;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).toHaveLength(20);
});

it("gives the place back when work fails", async () => {
  const limiter = new Limiter(1);
  const failing = limiter.run(() => Promise.reject(new Error("no")));
  const next = limiter.run(() => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  await expect(next).resolves.toBe("yes");
});

it("begins nothing while the API asked for quiet: one 429 speaks for all", async () => {
  const clock = stoppedClock();
  const limiter = new Limiter(2, clock.now, clock.sleep);
  limiter.quietFor(5_000);
  limiter.quietFor(1_000);
  const begun: number[] = [];
  await Promise.all([1, 2, 3].map(() => limiter.run(() => Promise.resolve(begun.push(clock.now())))));
  expect(begun.every((time) => time >= 5_000)).toBe(true);
});

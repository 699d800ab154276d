/** At most so many requests at once, first come first served, and none while the API asked for quiet. */
import type { Sign } from "../../../provider/api/adaptiveLimit";
import { Limiter, type Lesson, type Limit } from "../../../provider/api/limiter";
import { VirtualTime } from "../../chaos/virtualTime";

/** A limit that is what it is set to, and notes what it is told. */
class Told implements Limit {
  readonly told: unknown[] = [];

  constructor(public height: number) {}

  begin(level: number, at: number): { at: number; level: number; halvings: number } {
    return { at, level, halvings: 0 };
  }

  end({ at, level }: { at: number; level: number }, ended: { at: number; sign: Sign; route: string }): void {
    this.told.push({ ...ended, level, took: ended.at - at });
  }
}

const lesson: Lesson = { route: "campaign.read", signOf: () => "trouble" };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("runs no more than the limit at once, and everything in the end", async () => {
  const limiter = new Limiter(new Told(3));
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
      }, lesson),
    ),
  );
  expect(most).toBe(3);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).toHaveLength(20);
});

it("lets what is urgent begin though all places are taken, as many at once as the limit allows", async () => {
  const limiter = new Limiter(new Told(2));
  const never = new Promise<void>(() => undefined);
  for (let index = 0; index < 5; index++) void limiter.run(() => never, lesson);
  let running = 0;
  let most = 0;
  const pauses = Array.from({ length: 6 }, () =>
    limiter.run(
      async () => {
        most = Math.max(most, ++running);
        await turn();
        running--;
      },
      { ...lesson, isUrgent: true },
    ),
  );
  await Promise.all(pauses);
  expect(most).toBe(2);
});

it("gives the place back when work fails", async () => {
  const limiter = new Limiter(new Told(1));
  const failing = limiter.run(() => Promise.reject(new Error("no")), lesson);
  const next = limiter.run(() => Promise.resolve("yes"), lesson);
  await expect(failing).rejects.toThrow("no");
  await expect(next).resolves.toBe("yes");
});

it("follows a limit that changes: fewer begin at once when it falls, and more when it rises", async () => {
  const limit = new Told(4);
  const limiter = new Limiter(limit);
  const ends: (() => void)[] = [];
  const work = Array.from({ length: 12 }, () =>
    limiter.run(() => new Promise<void>((resolve) => ends.push(resolve)), lesson),
  );
  const end = async (count: number): Promise<void> => {
    for (const each of ends.splice(0, count)) each();
    await turn();
  };
  await turn();
  expect(ends).toHaveLength(4);
  limit.height = 2;
  await end(2);
  expect(ends).toHaveLength(2);
  await end(1);
  expect(ends).toHaveLength(2);
  limit.height = 5;
  await end(1);
  expect(ends).toHaveLength(5);
  while (ends.length > 0) await end(ends.length);
  await Promise.all(work);
});

it("tells the limit of each request how many were under way, how long it took and how it ended", async () => {
  const time = new VirtualTime();
  const limit = new Told(2);
  const limiter = new Limiter(limit, time.now, time.sleep);
  const failure = new Error("no");
  await time.until(
    Promise.allSettled([
      limiter.run(() => time.sleep(30), lesson),
      limiter.run(() => time.sleep(70).then(() => Promise.reject(failure)), lesson),
      limiter.run(() => time.sleep(90).then(() => Promise.reject(failure)), { ...lesson, signOf: () => undefined }),
    ]),
  );
  expect(limit.told).toEqual([
    expect.objectContaining({ sign: "answered", level: 1, took: 30, route: "campaign.read" }),
    expect.objectContaining({ sign: "trouble", level: 2, took: 70 }),
  ]);
});

describe("while the API asked for quiet", () => {
  it("begins nothing: one 429 speaks for all", async () => {
    const time = new VirtualTime();
    const limiter = new Limiter(new Told(2), time.now, time.sleep);
    const start = time.now();
    limiter.quietFor(5_000);
    limiter.quietFor(1_000);
    const begun: number[] = [];
    const work = [1, 2, 3].map(() => limiter.run(() => Promise.resolve(begun.push(time.now() - start)), lesson));
    await time.until(Promise.all(work));
    expect(begun).toEqual([5_000, 5_000, 5_000]);
  });

  it("begins nothing in the place of the request that was told so", async () => {
    const time = new VirtualTime();
    const limiter = new Limiter(new Told(1), time.now, time.sleep);
    const start = time.now();
    const told = limiter.run(() => Promise.reject(new Error("429")), {
      ...lesson,
      signOf: () => (limiter.quietFor(2_000), "tooMuch"),
    });
    const next = limiter.run(() => Promise.resolve(time.now() - start), lesson);
    await time.until(Promise.allSettled([told, next]));
    await expect(next).resolves.toBe(2_000);
  });

  it("waits on where the quiet is made longer meanwhile", async () => {
    const time = new VirtualTime();
    const limiter = new Limiter(new Told(1), time.now, time.sleep);
    const start = time.now();
    limiter.quietFor(1_000);
    time.after(500, () => limiter.quietFor(1_500));
    await time.until(limiter.run(() => Promise.resolve(), lesson));
    expect(time.now() - start).toBe(2_000);
  });
});

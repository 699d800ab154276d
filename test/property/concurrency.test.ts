/**
 * Requests at once, by the real client in virtual time: whatever an API takes at once or in a second, no run fails that
 * asks for more than that, and none is slower than eight at a time, but for the few tries that finding it out costs.
 */
import type { AxiosAdapter, AxiosResponse } from "axios";
import fc from "fast-check";
import { AdaptiveLimit } from "../../provider/api/adaptiveLimit";
import { createClient } from "../../provider/api/client";
import type { Limit } from "../../provider/api/limiter";
import { retryPolicy } from "../../provider/api/retry";
import { VirtualTime } from "../chaos/virtualTime";
import { configurationFor } from "../support/context";
import { runs } from "./arbitraries";

jest.setTimeout(180_000);

/** What an API takes. */
interface Capacity {
  /** Requests at once; above, 429. */
  readonly atOnce?: number;
  /** Requests a second, and how many of them in one go; above, 429. */
  readonly rate?: { readonly perSecond: number; readonly burst: number };
  /** Requests that it works on at once; further ones wait. */
  readonly workers?: number;
  /** Share of the requests that end in 502, whatever it takes. */
  readonly broken?: number;
  /** Milliseconds an answer takes: the least and the most. */
  readonly takes: readonly [least: number, most: number];
}

/** An API of a capacity, in virtual time. */
class Api {
  refused = 0;
  most = 0;
  #under = 0;
  #left: number;
  #filledAt: number;
  readonly #free: number[];

  constructor(
    readonly time: VirtualTime,
    readonly capacity: Capacity,
    readonly random: () => number,
  ) {
    this.#left = capacity.rate?.burst ?? 0;
    this.#filledAt = time.now();
    this.#free = Array<number>(capacity.workers ?? 0).fill(0);
  }

  readonly adapter: AxiosAdapter = (config) =>
    new Promise((resolve) => {
      this.most = Math.max(this.most, ++this.#under);
      const answer = (status: number, text: string, ms: number): void =>
        this.time.after(ms, () => {
          this.#under--;
          resolve({ data: text, status, statusText: "", headers: {}, config } satisfies AxiosResponse<string>);
        });
      const [least, most] = this.capacity.takes;
      const ms = least + this.random() * (most - least);
      if (!this.#takes()) {
        this.refused++;
        answer(429, '{"status":"error"}', least / 2);
      } else if (this.random() < (this.capacity.broken ?? 0)) answer(502, "bad gateway", ms);
      else answer(200, '{"status":"ok","data":{}}', this.#queued(ms));
    });

  #takes(): boolean {
    const { atOnce, rate } = this.capacity;
    if (atOnce !== undefined && this.#under > atOnce) return false;
    if (rate === undefined) return true;
    const now = this.time.now();
    this.#left = Math.min(rate.burst, this.#left + ((now - this.#filledAt) / 1_000) * rate.perSecond);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  #queued(ms: number): number {
    if (this.#free.length === 0) return ms;
    const now = this.time.now();
    const next = this.#free.indexOf(Math.min(...this.#free));
    const done = Math.max(now, this.#free[next] ?? 0) + ms;
    this.#free[next] = done;
    return done - now;
  }
}

/** Eight at a time, come what may. */
class Eight implements Limit {
  readonly height = 8;
  begin(level: number, at: number): { at: number; level: number; halvings: number } {
    return { at, level, halvings: 0 };
  }
  end(): void {
    // Learns nothing.
  }
}

interface Outcome {
  readonly seconds: number;
  readonly failed: number;
  readonly refused: number;
  readonly most: number;
  /** What the limits of the processes came to. */
  readonly heights: readonly number[];
}

const PARALLEL = 64;

/** So many requests to an API, of processes that each have a limit of their own. */
async function run(capacity: Capacity, requests: number, seed: number, limits: readonly Limit[]): Promise<Outcome> {
  const time = new VirtualTime();
  const random = drawn(seed);
  const api = new Api(time, capacity, random);
  const start = time.now();
  let failed = 0;
  const processes = limits.map(async (limit) => {
    const configuration = configurationFor({ url: "http://127.0.0.1:1/v1", token: "t0ken" });
    const retry = { ...retryPolicy(configuration.maxRetries), random };
    const { now, sleep } = time;
    const client = createClient(configuration, { limit, now, sleep, retry, adapter: api.adapter });
    let left = Math.ceil(requests / limits.length);
    const worker = async (): Promise<void> => {
      while (left-- > 0) await client.send("Campaign", "read", { id: "x" }).catch(() => failed++);
    };
    await Promise.all(Array.from({ length: PARALLEL / limits.length }, worker));
  });
  await time.until(Promise.all(processes));
  return {
    seconds: (time.now() - start) / 1_000,
    failed,
    refused: api.refused,
    most: api.most,
    heights: limits.map(({ height }) => height),
  };
}

/** Numbers from 0 to 1, the same for a seed. */
function drawn(seed: number): () => number {
  let state = (Math.imul(seed, 2_654_435_761) >>> 0) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const CEILING = 32;
const adaptive = (): Limit => new AdaptiveLimit(CEILING);
const made = (count: number, make: () => Limit): Limit[] => Array.from({ length: count }, make);
const takes = fc
  .tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 0, max: 200 }))
  .map(([least, more]): readonly [number, number] => [least, least + more]);
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const REQUESTS = 400;

/** What finding out may cost a process once: some pauses after a 429, which are a quarter of a second at most at first. */
const finding = (processes: number): number => 0.3 + 0.5 * (processes - 1);

describe("an API that answers 429 to more than it takes at once", () => {
  const atLeast = (least: number): fc.Arbitrary<number> => fc.integer({ min: least, max: 64 });

  it("fails no run, and none is slower than eight at a time", async () => {
    await fc.assert(
      fc.asyncProperty(atLeast(2), takes, seeds, async (atOnce, took, seed) => {
        const found = await run({ atOnce, takes: took }, REQUESTS, seed, [adaptive()]);
        const eight = await run({ atOnce, takes: took }, REQUESTS, seed, [new Eight()]);
        expect(found.failed).toBe(0);
        expect(found.seconds).toBeLessThanOrEqual(eight.seconds * 1.05 + finding(1));
        // A few tries, not one with every request.
        expect(found.refused).toBeLessThanOrEqual(30);
      }),
      runs(30),
    );
  });

  it("fails no run of several processes that do not know of each other, and keeps each at work", async () => {
    const several = fc.integer({ min: 2, max: 4 }).chain((count) => fc.tuple(fc.constant(count), atLeast(count)));
    await fc.assert(
      fc.asyncProperty(several, takes, seeds, async ([count, atOnce], took, seed) => {
        const found = await run({ atOnce, takes: took }, REQUESTS, seed, made(count, adaptive));
        const eight = await run(
          { atOnce, takes: took },
          REQUESTS,
          seed,
          made(count, () => new Eight()),
        );
        expect(found.failed).toBe(0);
        // Who finds less first is a matter of luck.
        expect(found.seconds).toBeLessThanOrEqual(eight.seconds * 1.5 + finding(count));
        expect(found.refused).toBeLessThanOrEqual(50 * count);
      }),
      runs(20),
    );
  });

  it("is asked for nearly all that it takes", async () => {
    for (const atOnce of [3, 6, 12, 24]) {
      const { seconds } = await run({ atOnce, takes: [50, 50] }, 2_000, 1, [adaptive()]);
      expect(seconds).toBeLessThan((2_000 / atOnce) * 0.05 * 1.25);
    }
  });
});

it("takes what an API without a limit gives, up to the ceiling and not beyond", async () => {
  const { most, seconds, heights } = await run({ takes: [50, 50] }, 2_000, 1, [adaptive()]);
  expect(most).toBe(CEILING);
  expect(heights).toEqual([CEILING]);
  expect(seconds).toBeLessThan((2_000 / CEILING) * 0.05 * 1.3);
});

it("gets along with an API that counts requests a second", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 40, max: 400 }),
      fc.integer({ min: 5, max: 50 }),
      seeds,
      async (rate, burst, seed) => {
        const capacity: Capacity = { rate: { perSecond: rate, burst }, takes: [30, 70] };
        const found = await run(capacity, REQUESTS, seed, [adaptive()]);
        const eight = await run(capacity, REQUESTS, seed, [new Eight()]);
        expect(found.failed).toBe(0);
        expect(found.seconds).toBeLessThanOrEqual(eight.seconds * 1.3 + finding(1));
      },
    ),
    runs(20),
  );
});

it("does not pile up requests at an API that works on a few at once and lets the others wait", async () => {
  for (const workers of [2, 4, 8, 12]) {
    const found = await run({ workers, takes: [45, 55] }, 2_000, 1, [adaptive()]);
    const eight = await run({ workers, takes: [45, 55] }, 2_000, 1, [new Eight()]);
    expect(found.seconds).toBeLessThanOrEqual(eight.seconds * 1.02);
    expect(found.most).toBeLessThanOrEqual(Math.max(10, 2.5 * workers));
  }
});

it("is not brought down by failures that have other reasons", async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 0.1, noNaN: true }), seeds, async (broken, seed) => {
      const found = await run({ broken, takes: [30, 70] }, REQUESTS, seed, [adaptive()]);
      const eight = await run({ broken, takes: [30, 70] }, REQUESTS, seed, [new Eight()]);
      expect(Math.min(...found.heights)).toBeGreaterThanOrEqual(8);
      expect(found.seconds).toBeLessThanOrEqual(eight.seconds * 1.1 + finding(1));
    }),
    runs(15),
  );
});

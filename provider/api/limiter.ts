/**
 * Requests take turns: as many at once as the limit allows, in the order they came, and none while the API asked for quiet.
 * What is urgent has as many places of its own: reads that hang hold no pause up.
 */
import type { Begun, Ended, Sign } from "./adaptiveLimit";

/** How many requests may be under way at once, which may follow from what comes of them. */
export interface Limit {
  readonly height: number;
  /** Notes that a request is sent; with it, `level` are under way. */
  begin(level: number, at: number): Begun;
  end(begun: Begun, ended: Ended): void;
}

/** What is to be learned from a request for those after it. */
export interface Lesson {
  /** Whose answers are alike in time, e.g. `campaign.read`. */
  readonly route: string;
  /** What a failure says of how much the API can take; undefined: nothing. Called before another takes its place. */
  readonly signOf: (error: unknown) => Sign | undefined;
  readonly isUrgent?: boolean;
}

/** The urgent and the ordinary one: each may have as many requests under way as the limit allows. */
export const LANES = 2;

/** Requests that wait for one another. */
interface Lane {
  running: number;
  readonly waiting: ((begun: Begun) => void)[];
}

export class Limiter {
  #quietUntil = 0;
  #isWaking = false;
  readonly #urgent: Lane = { running: 0, waiting: [] };
  readonly #ordinary: Lane = { running: 0, waiting: [] };

  constructor(
    readonly limit: Limit,
    readonly now: () => number = Date.now,
    readonly sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  async run<T>(work: () => Promise<T>, { route, signOf, isUrgent = false }: Lesson): Promise<T> {
    const lane = isUrgent ? this.#urgent : this.#ordinary;
    const begun = await new Promise<Begun>((begin) => {
      lane.waiting.push(begin);
      this.#next();
    });
    let sign: Sign | undefined = "answered";
    try {
      return await work();
    } catch (error) {
      sign = signOf(error);
      throw error;
    } finally {
      lane.running--;
      if (sign !== undefined) this.limit.end(begun, { at: this.now(), sign, route });
      this.#next();
    }
  }

  /** No request begins for the next `ms` milliseconds: one 429 speaks for all. */
  quietFor(ms: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.now() + ms);
  }

  #next(): void {
    for (const lane of [this.#urgent, this.#ordinary]) {
      while (lane.waiting.length > 0 && lane.running < this.limit.height) {
        const quiet = this.#quietUntil - this.now();
        if (quiet > 0) {
          this.#wakeIn(quiet);
          return;
        }
        lane.waiting.shift()?.(this.limit.begin(++lane.running, this.now()));
      }
    }
  }

  #wakeIn(ms: number): void {
    if (this.#isWaking) return;
    this.#isWaking = true;
    void this.sleep(ms).then(() => {
      this.#isWaking = false;
      this.#next();
    });
  }
}

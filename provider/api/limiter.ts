/** Requests take turns: as many at once as the limit allows, in the order they came, and none while the API asked for quiet. */
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
}

export class Limiter {
  #running = 0;
  #quietUntil = 0;
  #isWaking = false;
  readonly #waiting: ((begun: Begun) => void)[] = [];

  constructor(
    readonly limit: Limit,
    readonly now: () => number = Date.now,
    readonly sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  async run<T>(work: () => Promise<T>, { route, signOf }: Lesson): Promise<T> {
    const begun = await new Promise<Begun>((begin) => {
      this.#waiting.push(begin);
      this.#next();
    });
    let sign: Sign | undefined = "answered";
    try {
      return await work();
    } catch (error) {
      sign = signOf(error);
      throw error;
    } finally {
      this.#running--;
      if (sign !== undefined) this.limit.end(begun, { at: this.now(), sign, route });
      this.#next();
    }
  }

  /** No request begins for the next `ms` milliseconds: one 429 speaks for all. */
  quietFor(ms: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.now() + ms);
  }

  #next(): void {
    while (this.#waiting.length > 0 && this.#running < this.limit.height) {
      const quiet = this.#quietUntil - this.now();
      if (quiet > 0) {
        this.#wakeIn(quiet);
        return;
      }
      this.#waiting.shift()?.(this.limit.begin(++this.#running, this.now()));
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

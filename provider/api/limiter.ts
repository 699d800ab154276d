/** At most so many requests at once, in the order they came, and none while the API asked for quiet. */
export class Limiter {
  #running = 0;
  #quietUntil = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly limit: number,
    readonly now: () => number = Date.now,
    readonly sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      for (let wait = this.#quietUntil - this.now(); wait > 0; wait = this.#quietUntil - this.now())
        await this.sleep(wait);
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  /** No request begins for the next `ms` milliseconds: one 429 speaks for all. */
  quietFor(ms: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.now() + ms);
  }
}

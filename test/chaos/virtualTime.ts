/**
 * Virtual time: a clock that jumps to the next thing that waits as soon as nothing else can go on. Half a minute of
 * patience costs microseconds, and every schedule runs in the same order each time.
 */
export class VirtualTime {
  #now = Date.parse("2026-03-02T08:00:00.000Z");
  /** In order of time; of the same time, in the order in which they began to wait. */
  readonly #waiting: { readonly at: number; readonly go: () => void }[] = [];

  readonly now = (): number => this.#now;

  /** Calls `go` in `ms` milliseconds. */
  after(ms: number, go: () => void): void {
    const entry = { at: this.#now + Math.max(0, ms), go };
    let [from, to] = [0, this.#waiting.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#waiting[middle]?.at ?? Infinity) > entry.at) to = middle;
      else from = middle + 1;
    }
    this.#waiting.splice(from, 0, entry);
  }

  readonly sleep = (ms: number): Promise<void> => new Promise((resolve) => this.after(ms, resolve));

  /** Lets time pass until the work is done. Throws if the work waits for something that will never come. */
  async until<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const ended = (): void => void (over = true);
    work.then(ended, ended);
    for (;;) {
      // All promises that can go on do so before an immediate is called.
      await new Promise((resolve) => setImmediate(resolve));
      if (isTrue(over)) return work;
      const next = this.#waiting.shift();
      if (next === undefined) throw new Error("the run waits for something that will never come");
      this.#now = Math.max(this.#now, next.at);
      next.go();
    }
  }

  /** Lets everything happen that is still on its way. */
  async settle(): Promise<void> {
    while (this.#waiting.length > 0) await this.until(this.sleep((this.#waiting.at(-1)?.at ?? this.#now) - this.#now));
  }
}

// Told to the type checker, which does not see that the callbacks above change it.
const isTrue = (value: boolean): boolean => value;

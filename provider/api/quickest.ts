/** How late an answer is, beside the quickest to the same kind of request. */

/** Differences below this are this machine's own, in milliseconds. */
const NOTICEABLE_MS = 25;
/** How long the quickest is remembered, in milliseconds, and at most twice as long: an API may be slower in the afternoon. */
const MEMORY_MS = 30_000;

/** The quickest answers of each route. */
export class Quickest {
  readonly #known = new Map<string, { since: number; before: number; now: number }>();

  /** How many times as long as the quickest an answer took; 1 where the difference is not worth speaking of. */
  rise(route: string, ms: number, at: number): number {
    const entry = this.#known.get(route) ?? { since: at, before: ms, now: ms };
    this.#known.set(route, entry);
    if (at - entry.since >= MEMORY_MS) Object.assign(entry, { since: at, before: entry.now, now: ms });
    entry.now = Math.min(entry.now, ms);
    const quickest = Math.min(entry.before, entry.now);
    return ms - quickest < NOTICEABLE_MS ? 1 : ms / Math.max(1, quickest);
  }
}

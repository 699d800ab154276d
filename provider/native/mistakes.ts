/**
 * All mistakes of a program in one report, in every language. An engine ends a run at the first resource whose check
 * fails. So a check tells the mistakes at its resource and lets it pass; the create or update that is asked for next waits
 * until no more checks come, and fails; so does the delete with which a replacement begins. A comparison is no place to
 * fail: no check comes before its answer.
 */
const QUIET_MS = 400;

interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export class Mistakes {
  readonly #counts = new Map<string, number>();
  readonly #reported = new Map<string, Set<string>>();
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(readonly clock: Clock) {}

  /** Notes what a check of a resource has found. */
  checked(urn: string, count: number): void {
    this.#checkedAt = this.clock.now();
    if (count === 0) this.#counts.delete(urn);
    else this.#counts.set(urn, count);
  }

  /** Those texts that were not told of the resource yet: a replacement is checked twice. */
  unreported(urn: string, texts: readonly string[]): string[] {
    const known = this.#reported.get(urn) ?? new Set();
    this.#reported.set(urn, known);
    const fresh = texts.filter((text) => !known.has(text));
    for (const text of fresh) known.add(text);
    return fresh;
  }

  /** Whether what changes the resource is refused. */
  isRefused(urn: string): boolean {
    return this.#counts.has(urn);
  }

  /** Throws where the resource has mistakes, once all have been told. */
  async refuse(urn: string): Promise<void> {
    const count = this.#counts.get(urn);
    if (count === undefined) return;
    for (let left = this.#untilQuiet(); left > 0; left = this.#untilQuiet()) await this.clock.sleep(left);
    throw new Error(
      `${count === 1 ? "There is a problem" : `There are ${count} problems`} with its properties, told above. Nothing was changed.`,
    );
  }

  #untilQuiet(): number {
    return this.#checkedAt + QUIET_MS - this.clock.now();
  }
}

/**
 * What is left of the answers to a question that has a closed set of them. Each thing that is seen leaves those that agree
 * with it; what is seen may agree with several (a webhook's `seconds` is as sent, and in lower case), and two that agree with
 * none in common leave the question open.
 */
export class Positions<Facts extends object> {
  readonly #left = new Map<keyof Facts, readonly unknown[]>();

  /** Something was seen that agrees with these positions, the likeliest first. */
  leave<Fact extends keyof Facts>(fact: Fact, positions: readonly NonNullable<Facts[Fact]>[]): void {
    const before = this.#left.get(fact);
    this.#left.set(
      fact,
      before === undefined ? positions : before.filter((one) => (positions as readonly unknown[]).includes(one)),
    );
  }

  /** What the questions are narrowed down to; those that nothing was seen of, or that stay open, are left out. */
  get facts(): Partial<Facts> {
    const known = [...this.#left]
      .filter(([, left]) => left.length > 0)
      .map(([fact, [first]]) => [fact, first] as const);
    return Object.fromEntries(known) as Partial<Facts>;
  }
}

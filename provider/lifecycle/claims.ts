/**
 * Who holds which live object in this run. A resource renamed in a program is, for the engine, a new one that is
 * created and an old one that is deleted; the new one takes the live object over, and the old one's delete must
 * then leave it alone. Each take-over gets a mark, kept in the state, that tells the two apart.
 */
export class Claims {
  readonly #holders = new Map<string, string | undefined>();
  readonly #unidentified = new Set<string>();
  readonly #queues = new Map<string, Promise<unknown>>();

  /** Notes that a resource of the present program holds the object with this ID. */
  hold(id: string, mark: string | undefined): void {
    this.#holders.set(id, mark);
  }

  release(id: string): void {
    this.#holders.delete(id);
  }

  isHeld(id: string): boolean {
    return this.#holders.has(id);
  }

  /** Whether a resource other than the one with this mark holds the object in this run. */
  isHeldByAnother(id: string, mark: string | undefined): boolean {
    return this.#holders.has(id) && this.#holders.get(id) !== mark;
  }

  /** Notes that an object exists whose ID was never told: it must be found again, never created again. */
  expect(object: string): void {
    this.#unidentified.add(object);
  }

  isExpected(object: string): boolean {
    return this.#unidentified.has(object);
  }

  /** Runs work on one object after all earlier work on it. */
  async inTurn<T>(object: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(object) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#queues.set(object, mine);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(object) === mine) this.#queues.delete(object);
    }
  }
}

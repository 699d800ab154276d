/**
 * What this run has done to which live object, where lists that lag behind cannot be trusted to tell.
 *
 * - Who holds what. A resource renamed in a program is, for the engine, a new one that is created and an old one that
 *   is deleted; the new one takes the live object over, and the old one's delete must then leave it alone. Each
 *   take-over gets a mark, kept in the state, that tells the two apart.
 * - What was made and removed here: an object made must be found again, never made again; one removed may still be
 *   listed for a while.
 */
export class Claims {
  readonly #holders = new Map<string, string | undefined>();
  readonly #made = new Map<string, string>();
  readonly #removed = new Map<string, Set<string>>();
  readonly #deleted = new Set<string>();
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

  /** Notes that this run made or took over an object; `unique` is the text of its identity. */
  made(unique: string, id: string): void {
    this.#made.set(unique, id);
  }

  madeHere(unique: string): string | undefined {
    return this.#made.get(unique);
  }

  /** Notes that this run removed an object. */
  removed(unique: string, id: string): void {
    this.release(id);
    this.#made.delete(unique);
    const ids = this.#removed.get(unique) ?? new Set();
    this.#removed.set(unique, ids.add(id));
  }

  /** Notes that an object was deleted: under whatever name or workspace a list still shows it, it is not there. */
  deleted(id: string): void {
    this.#deleted.add(id);
  }

  /** Whether a list that shows this object under this identity lags behind. */
  isGone(unique: string, id: string): boolean {
    return this.#deleted.has(id) || this.removedHere(unique).has(id);
  }

  /** IDs of the objects with this identity that this run removed. */
  removedHere(unique: string): ReadonlySet<string> {
    return this.#removed.get(unique) ?? new Set();
  }

  /** Notes that an object exists whose ID was never told: it must be found again, never created again. */
  expect(unique: string): void {
    this.#unidentified.add(unique);
  }

  isExpected(unique: string): boolean {
    return this.#unidentified.has(unique);
  }

  /** Runs work on one object after all earlier work on it. */
  async inTurn<T>(unique: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(unique) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#queues.set(unique, mine);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(unique) === mine) this.#queues.delete(unique);
    }
  }
}

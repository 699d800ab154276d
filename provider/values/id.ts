/**
 * IDs: a UUID is the same in either letter case (RFC 9562), whatever other ID is told by its letters. An ID is kept and
 * sent as the API shows it, since a server may compare texts; it is compared in one form.
 */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuid.test(text);

/** The form in which IDs are compared. */
export const foldedId = (id: string): string => (isUuid(id) ? id.toLowerCase() : id);

/** Whether two IDs are told, and are those of one object. */
export const isSameId = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && foldedId(one) === foldedId(other);

/** What is known of objects, by their IDs in whatever spelling. */
export class IdMap<Value> {
  readonly #entries = new Map<string, readonly [id: string, value: Value]>();

  constructor(entries: Iterable<readonly [id: string, value: Value]> = []) {
    for (const [id, value] of entries) this.set(id, value);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Value | undefined {
    return this.#entries.get(foldedId(id))?.[1];
  }

  has(id: string): boolean {
    return this.#entries.has(foldedId(id));
  }

  set(id: string, value: Value): this {
    this.#entries.set(foldedId(id), [id, value]);
    return this;
  }

  delete(id: string): void {
    this.#entries.delete(foldedId(id));
  }

  /** With the IDs as they were spelt last. */
  [Symbol.iterator](): Iterator<readonly [id: string, value: Value]> {
    return this.#entries.values();
  }
}

/** IDs in whatever spelling. */
export class IdSet {
  readonly #ids = new IdMap<true>();

  constructor(ids: Iterable<string> = []) {
    for (const id of ids) this.add(id);
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): this {
    this.#ids.set(id, true);
    return this;
  }

  delete(id: string): void {
    this.#ids.delete(id);
  }

  /** The IDs as they were spelt last. */
  *[Symbol.iterator](): Iterator<string> {
    for (const [id] of this.#ids) yield id;
  }
}

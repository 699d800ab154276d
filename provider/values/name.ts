/**
 * When are two names the same name? One answer for twins in a program, look-ups, queues, the ledger, lookups and export.
 *
 * Servers store names in another spelling than they were sent in. Two names are the same if they are equal after
 * decoding of the five HTML entities, Unicode NFC, collapsing of blanks and trimming. Letter case and length count: a
 * server that changes those makes another name, and what it made must be found by other means (see ledger/census.ts).
 */
import { decodedText } from "./text";

/** The spelling in which a program's name is kept: Unicode NFC, without blanks at its ends. */
export const normalName = (text: string): string => text.normalize("NFC").trim();

/** One spelling for all names that are the same. */
export const foldedName = (text: string): string => decodedText(text).replace(/\s+/gu, " ").trim();

export const sameName = (one: string, other: string): boolean => one === other || foldedName(one) === foldedName(other);

/** Objects by their names, so that a thousand questions cost one walk through them. */
export class NameIndex<T> {
  readonly #byName = new Map<string, T[]>();
  #byFolded: ReadonlyMap<string, readonly T[]> | undefined;

  constructor(objects: readonly T[], nameOf: (object: T) => string | undefined) {
    for (const object of objects) {
      const name = nameOf(object);
      if (name !== undefined) push(this.#byName, name, object);
    }
  }

  /**
   * The objects of a name: those of exactly this name; if there are none, those whose name is the same in another
   * spelling. More than one is ambiguous, and ambiguity is never absence.
   * @param counts which objects there are to be seen; left out: all
   */
  namesakes(name: string, counts: (object: T) => boolean = () => true): readonly T[] {
    const exact = (this.#byName.get(name) ?? []).filter(counts);
    if (exact.length > 0) return exact;
    this.#byFolded ??= folded(this.#byName);
    return (this.#byFolded.get(foldedName(name)) ?? []).filter(counts);
  }
}

/** The objects of a name, as an index has them. */
export const namesakes = <T>(
  name: string,
  objects: readonly T[],
  nameOf: (object: T) => string | undefined,
): readonly T[] => new NameIndex(objects, nameOf).namesakes(name);

function folded<T>(byName: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, readonly T[]> {
  const byFolded = new Map<string, T[]>();
  for (const [name, objects] of byName) push(byFolded, foldedName(name), ...objects);
  return byFolded;
}

function push<T>(map: Map<string, T[]>, name: string, ...objects: readonly T[]): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [...objects]);
  else known.push(...objects);
}

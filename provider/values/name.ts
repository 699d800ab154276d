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

/**
 * The objects of a name: those of exactly this name; if there are none, those whose name is the same in another
 * spelling. More than one is ambiguous, and ambiguity is never absence.
 */
export function namesakes<T>(
  name: string,
  objects: readonly T[],
  nameOf: (object: T) => string | undefined,
): readonly T[] {
  const exact = objects.filter((object) => nameOf(object) === name);
  if (exact.length > 0) return exact;
  const folded = foldedName(name);
  return objects.filter((object) => {
    const other = nameOf(object);
    return other !== undefined && foldedName(other) === folded;
  });
}

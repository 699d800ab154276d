/** Which live entry of a list is which declared one, where the order in the answer does not say it. */
import { stableText } from "./normalForm";

/** For each declared entry the index of its live one, or undefined where it has none. */
export type Partners = readonly (number | undefined)[];

/** Whether a live entry says what a declared one says. */
type Fits = (declared: unknown, live: unknown) => boolean;

export const byPlace = (declared: readonly unknown[], live: readonly unknown[]): Partners =>
  declared.map((_, index) => (index < live.length ? index : undefined));

/** Partners in a set: as many as fit, then those of one key. */
export function inSet(
  declared: readonly unknown[],
  live: readonly unknown[],
  fits: Fits,
  keyOf: (entry: unknown) => unknown,
): Partners {
  return completed(fitting(declared, live, fits), declared, live, (entry) => {
    const key = keyOf(entry);
    return key === undefined ? undefined : stableText(key);
  });
}

/**
 * Partners in a list whose entries are numbered. An entry without a number has that of its place. Where the program
 * gives no numbers at all, the live ones may begin anywhere: their order counts.
 */
export function byNumber(
  declared: readonly unknown[],
  live: readonly unknown[],
  fits: Fits,
  numberOf: (entry: unknown) => unknown,
): Partners {
  const numbers = live.map(numberOf);
  const areDistinct = new Set(numbers).size === numbers.length && numbers.every((entry) => typeof entry === "number");
  if (areDistinct && declared.every((entry) => typeof numberOf(entry) !== "number")) {
    const inOrder = numbers.map((number, index) => [number, index] as const).sort(([a], [b]) => a - b);
    return declared.map((_, index) => inOrder[index]?.[1]);
  }
  const placed = (list: readonly unknown[]): Placed[] =>
    list.map((entry, index) => ({ entry, number: numberOf(entry) ?? index + 1 }));
  const [ours, theirs] = [placed(declared), placed(live)];
  const partners = fitting(ours, theirs, (a, b) => a.number === b.number && fits(a.entry, b.entry));
  return completed(partners, ours, theirs, ({ number }) => stableText(number));
}

/** All live indices in the order of the declared entries. Where one has no partner, there is what is left over, in order. */
export function inDeclaredPlaces<Entry>(
  declared: readonly Entry[],
  live: readonly Entry[],
  fits: (declared: Entry, live: Entry) => boolean,
): readonly number[] {
  const partners = fitting(declared, live, fits);
  const taken = new Set(partners);
  const left = live.flatMap((_, at) => (taken.has(at) ? [] : [at]));
  return [...partners.flatMap((partner) => partner ?? left.shift() ?? []), ...left];
}

interface Placed {
  readonly entry: unknown;
  readonly number: unknown;
}

/** As many partners that fit as there can be; one that fits several makes way for one that does not. */
function fitting<Entry>(
  declared: readonly Entry[],
  live: readonly Entry[],
  fits: (declared: Entry, live: Entry) => boolean,
): (number | undefined)[] {
  const partners: (number | undefined)[] = declared.map(() => undefined);
  const holders = new Map<number, number>();
  const take = (index: number, at: number): void => {
    holders.set(at, index);
    partners[index] = at;
  };
  // What is equal to the letter is settled first: it is the common case, and long lists stay cheap.
  const equal = new Map<string, number[]>();
  live.forEach((entry, at) => {
    const text = stableText(entry);
    const alike = equal.get(text);
    if (alike === undefined) equal.set(text, [at]);
    else alike.push(at);
  });
  declared.forEach((entry, index) => {
    const at = equal.get(stableText(entry))?.shift();
    if (at !== undefined) take(index, at);
  });
  const place = (index: number, tried: Set<number>): boolean =>
    live.some((candidate, at) => {
      if (tried.has(at) || !fits(declared[index] as Entry, candidate)) return false;
      tried.add(at);
      const holder = holders.get(at);
      if (holder !== undefined && !place(holder, tried)) return false;
      take(index, at);
      return true;
    });
  declared.forEach((_, index) => partners[index] === undefined && place(index, new Set()));
  return partners;
}

/** Those left over find one another by their key, in order. */
function completed<Entry>(
  partners: (number | undefined)[],
  declared: readonly Entry[],
  live: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): Partners {
  const taken = new Set(partners);
  return partners.map((partner, index) => {
    const key = partner === undefined ? keyOf(declared[index] as Entry) : undefined;
    if (key === undefined) return partner;
    const at = live.findIndex((entry, place) => !taken.has(place) && keyOf(entry) === key);
    if (at < 0) return undefined;
    taken.add(at);
    return at;
  });
}

/** The kinds of switch a personality is made of: each knows its values, its standard position and how to refuse others. */
import { kinds } from "./kinds";
import type { RouteName } from "./routes";
import type { Random } from "./random";
import { routeNames, type Mark } from "./routes";
import { shapes } from "./shapes";

/** One switch: a question that the documentation leaves open or answers in two ways. */
export interface Switch<Value> {
  /** Position in the personality `documented`. */
  readonly standard: Value;
  /** What it does, in one sentence. */
  readonly meaning: string;
  /** How well the standard position is known. */
  readonly mark: Mark;
  /** The positions, for people. */
  readonly expected: string;
  /** Whether a value is a position of this switch. */
  readonly accepts: (value: unknown) => value is Value;
  /** A position drawn at random, or undefined where random personalities leave the switch alone. */
  readonly draw: ((random: Random) => Value) | undefined;
}

/**
 * A switch with a closed set of positions; the first is the standard one.
 * @param drawn the positions that random personalities take; left out: all.
 */
export function choice<const Value extends string | number | boolean>(
  positions: readonly [Value, ...Value[]],
  mark: Mark,
  meaning: string,
  drawn: readonly Value[] = positions,
): Switch<Value> {
  return {
    standard: positions[0],
    meaning,
    mark,
    expected: positions.map((position) => JSON.stringify(position)).join(" | "),
    accepts: (value): value is Value => positions.some((position) => position === value),
    draw: (random) => drawn[Math.floor(random() * drawn.length)] ?? positions[0],
  };
}

/** A choice that random personalities leave in its standard position. */
export function deliberate<Value>(inner: Switch<Value>): Switch<Value> {
  return { ...inner, draw: undefined };
}

/** A switch that holds a size, which is never 0; random personalities draw from `drawn` (left alone if there is none). */
export function size(standard: number, mark: Mark, meaning: string, drawn: readonly number[] = []): Switch<number> {
  return {
    standard,
    meaning,
    mark,
    expected: "a whole number from 1",
    accepts: (value): value is number => Number.isInteger(value) && (value as number) >= 1,
    draw: drawn.length === 0 ? undefined : (random) => drawn[Math.floor(random() * drawn.length)] ?? standard,
  };
}

/** A switch that counts: 0 by default; random personalities draw from 0 to `most` (left alone if `most` is 0). */
export function count(most: number, mark: Mark, meaning: string): Switch<number> {
  return {
    standard: 0,
    meaning,
    mark,
    expected: "a whole number from 0",
    accepts: (value): value is number => Number.isInteger(value) && (value as number) >= 0,
    draw: most === 0 ? undefined : (random) => Math.floor(random() * (most + 1)),
  };
}

function isRouteName(value: unknown): value is RouteName {
  return routeNames.some((name) => name === value);
}

/** A switch that lists routes. */
export function routeList(mark: Mark, meaning: string): Switch<readonly RouteName[]> {
  return {
    standard: [],
    meaning,
    mark,
    expected: `a list of ${routeNames.join(", ")}`,
    accepts: (value): value is readonly RouteName[] => Array.isArray(value) && value.every(isRouteName),
    draw: undefined,
  };
}

const fieldNames: ReadonlySet<unknown> = new Set(
  kinds.flatMap((kind) => shapes[kind].fields.filter(({ writable }) => writable).map(({ name }) => name)),
);

/** A switch that lists fields by their names on the wire. */
export function fieldList(mark: Mark, meaning: string): Switch<readonly string[]> {
  return {
    standard: [],
    meaning,
    mark,
    expected: 'a list of fields on the wire such as ["call_time_of_day_to"]',
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.every((name: unknown) => fieldNames.has(name)),
    draw: undefined,
  };
}

/** A switch that gives routes other addresses. */
export function routeMap(mark: Mark, meaning: string): Switch<Readonly<Partial<Record<RouteName, string>>>> {
  return {
    standard: {},
    meaning,
    mark,
    expected: 'an object such as {"campaign.delete": "POST /campaigns/remove/{id}"}',
    accepts: (value): value is Readonly<Partial<Record<RouteName, string>>> =>
      typeof value === "object" &&
      value !== null &&
      Object.entries(value).every(
        ([name, address]) =>
          isRouteName(name) && typeof address === "string" && /^(GET|POST|PUT|PATCH|DELETE) \/\S*$/.test(address),
      ),
    draw: undefined,
  };
}

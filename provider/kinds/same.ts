/**
 * When are two values the same? Two questions, two answers:
 *
 * - `same`: state against program. Exact, except that a time zone has several names and an ID two letter cases.
 * - `sameAsLive`: declared against what the API answers. Also forgives what servers do to values that nobody
 *   changed: null for an empty list, a list for an empty object, numbers cut to single precision, times without
 *   their seconds, a set in another order, another letter case of an enum, nested fields the program does not set.
 */
import { isIdFormat } from "./formats";
import { setPredicate, stableText, type Properties, type SetPredicate } from "./normalForm";
import type { Field, SchemaNode } from "./schema";
import { canonicalZone } from "./timeZone";

/** Whether two normal forms of a field mean the same. */
export const same = (field: Field, a: unknown, b: unknown): boolean =>
  a === b || comparable(field.node, a) === comparable(field.node, b);

function comparable(node: SchemaNode, value: unknown): string {
  if (node.format === "time-zone" && typeof value === "string") return canonicalZone(value) ?? value;
  if (isIdFormat(node.format) && typeof value === "string") return value.toLowerCase();
  return stableText(value);
}

/** Whether the live value of a field says what the declared one says. `inputs` are all declared inputs. */
export const sameAsLive = (field: Field, declared: unknown, live: unknown, inputs: Properties): boolean =>
  covers(field.node, field.fields, declared, live, setPredicate(inputs));

function covers(
  node: SchemaNode,
  fields: readonly Field[] | undefined,
  declared: unknown,
  live: unknown,
  isSet: SetPredicate,
): boolean {
  if (isEmpty(declared)) return isEmpty(live);
  if (node.freeForm === true) return stableText(singlePrecision(declared)) === stableText(singlePrecision(live));
  if (Array.isArray(declared)) {
    if (!Array.isArray(live) || declared.length !== live.length) return false;
    const item = node.items ?? {};
    if (!isSet(node)) return declared.every((entry, index) => covers(item, fields, entry, live[index], isSet));
    return pairOff(declared, live, (entry, candidate) => covers(item, fields, entry, candidate, isSet));
  }
  if (isObject(declared)) {
    return (
      isObject(live) &&
      (fields ?? []).every(
        (field) =>
          declared[field.name] === undefined ||
          covers(field.node, field.fields, declared[field.name], live[field.name], isSet),
      )
    );
  }
  if (node.format === "time-of-day" && seconds.test(String(declared)) && noSeconds.test(String(live)))
    return String(declared).replace(seconds, "") === String(live).replace(noSeconds, "");
  return stableText(folded(node, declared)) === stableText(folded(node, live));
}

const seconds = /:\d\d$/;
/** What a server that shows `HH:MM` is read as. */
const noSeconds = /:00$/;

/** Whether every declared entry has a live one of its own; one that fits several makes way for one that does not. */
function pairOff(
  declared: readonly unknown[],
  live: readonly unknown[],
  fits: (entry: unknown, candidate: unknown) => boolean,
): boolean {
  const holders = new Map<number, number>();
  const place = (index: number, tried: Set<number>): boolean =>
    live.some((candidate, at) => {
      if (tried.has(at) || !fits(declared[index], candidate)) return false;
      tried.add(at);
      const holder = holders.get(at);
      if (holder !== undefined && !place(holder, tried)) return false;
      holders.set(at, index);
      return true;
    });
  return declared.every((_, index) => place(index, new Set()));
}

/**
 * A live value cut down to what the declared one speaks of, so that a difference shows what changed and not
 * also what the program never set.
 */
export function inDeclaredTerms(field: Field, declared: unknown, live: unknown): unknown {
  return cutTo(field.node, field.fields, declared, live);
}

function cutTo(node: SchemaNode, fields: readonly Field[] | undefined, declared: unknown, live: unknown): unknown {
  if (node.freeForm === true || fields === undefined) return live;
  if (Array.isArray(live)) {
    return live.map((entry, index) =>
      cutTo(node.items ?? {}, fields, Array.isArray(declared) ? declared[index] : undefined, entry),
    );
  }
  if (!isObject(live)) return live;
  const kept = fields.filter(({ name }) => {
    const value = live[name];
    return isObject(declared) ? declared[name] !== undefined && value !== undefined : !isEmpty(value);
  });
  return Object.fromEntries(
    kept.map((field) => [
      field.name,
      cutTo(field.node, field.fields, isObject(declared) ? declared[field.name] : undefined, live[field.name]),
    ]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Nothing, in any of the forms in which servers say nothing. `0` and `false` are something. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

function folded(node: SchemaNode, value: unknown): unknown {
  if (typeof value === "number") return Math.fround(value);
  if (typeof value !== "string") return value;
  if (node.format === "time-zone") return canonicalZone(value) ?? value;
  if (isIdFormat(node.format)) return value.toLowerCase();
  const isEnum = node.letterCase !== undefined || node.knownValues !== undefined || node.enum !== undefined;
  return isEnum ? value.toLowerCase() : value;
}

function singlePrecision(value: unknown): unknown {
  if (typeof value === "number") return Math.fround(value);
  if (Array.isArray(value)) return value.map(singlePrecision);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, singlePrecision(entry)]));
  return value;
}

/**
 * What is secret about one resource, and how it is kept out of what people read. Secret is
 *
 * - what schema.json says is, such as a webhook's headers: that part of the value;
 * - what the program marks so: the whole input. Providers get values unmarked, so the names of these inputs travel with them,
 *   as a note in the inputs and the state;
 * - beside what schema.json says is: what is called as credentials are, such as an `api_key` in a step's body;
 * - in any web address: who asks, and what the query says.
 *
 * That holds for the live value of such a field as well.
 */
import { oneLine, shortened, shortenedApart } from "../words/plainText";
import { credentialsIn, scrubbed, withoutCredentials } from "../api/scrub";
import { asText, propertyOf, withoutValue, withRule, type Diagnostic } from "../words/diagnostic";
import { stableText, type Properties } from "../kinds/normalForm";
import { notedNames } from "../kinds/notedNames";
import type { Field, KindSchema } from "../kinds/schema";
import { hasSecretPart } from "../kinds/secretParts";
import { isNamedCredential, nameWithin } from "../values/credential";
import { isObject } from "../values/empty";

/** The note: names of the inputs that the program marks secret, in the order of the schema, then those that it does not know. */
export const SECRETS = "__secrets";

/** Names of the inputs that the program marks secret. */
export const secretNamesIn = (properties: Properties): readonly string[] => notedNames(properties, SECRETS);

/** The note alone; nothing where there is nothing to note. */
export function secretsNote(properties: Properties): Readonly<Record<string, readonly string[]>> {
  const names = secretNamesIn(properties);
  return names.length === 0 ? {} : { [SECRETS]: names };
}

/** Whether a program marks other inputs secret than the state notes: then the engine must keep the state anew. */
export const marksOthers = (state: Properties, inputs: Properties): boolean =>
  [...secretNamesIn(state)].sort().join() !== [...secretNamesIn(inputs)].sort().join();

/** Stands for a value that is not shown. */
const SECRET = "(secret)";
const DIFFERS = "(secret, differs)";

export class Secrets {
  readonly #names: ReadonlySet<string>;
  #texts: readonly string[] | undefined;

  /** @param sides the inputs, the state, or both: what is secret in one of them is secret. */
  constructor(
    readonly kind: KindSchema,
    readonly sides: readonly Properties[],
  ) {
    this.#names = new Set(sides.flatMap(secretNamesIn));
  }

  /** Whether the whole field is secret. */
  isSecret(field: string): boolean {
    return this.#names.has(field) || this.kind.field(field)?.node.secret === true;
  }

  /** Whether the field may hold a secret, also in a part of it. */
  mayHold(field: string): boolean {
    return this.#names.has(field) || hasSecretPart(this.kind.field(field));
  }

  /** Whether a value may be printed as it is: that of an input, with nothing secret in it. */
  isOpen(name: string, value: unknown): boolean {
    if (this.kind.inputs.every((field) => field.name !== name) || this.mayHold(name)) return false;
    const text = asText(value);
    return this.scrub(text) === text;
  }

  /** A value of a field, in a few words for people. */
  shown(name: string, value: unknown): string {
    return cut(whole(this.#masked(name, value), value, this.#scrub));
  }

  /** Two values of a field that differ, in a few words each. Where only what is secret differs, the second says so. */
  shownSideBySide(name: string, one: unknown, other: unknown): readonly [one: string, other: string] {
    return cells([one, this.#masked(name, one)], [other, this.#masked(name, other)], this.#scrub);
  }

  /** The same for a field within a list of objects, where the whole list is not secret. */
  shownWithin(list: string, field: Field, one: unknown, other: unknown): readonly [one: string, other: string] {
    const isBeside = hasSecretPart(this.kind.field(list));
    return cells([one, masked(field, one, isBeside)], [other, masked(field, other, isBeside)], this.#scrub);
  }

  /** What somebody has put inside a field under a key, where no schema says what is secret. */
  shownInside(field: string, key: string, value: unknown): string {
    return this.mayHold(field) ? SECRET : cut(whole(withoutNamed(key, value), value, this.#scrub));
  }

  readonly #scrub = (text: string): string => this.scrub(text);

  #masked(name: string, value: unknown): unknown {
    if (this.isSecret(name)) return SECRET;
    const field = this.kind.field(name);
    return field === undefined ? value : masked(field, value);
  }

  /** The texts that must not be repeated by anybody. */
  get texts(): readonly string[] {
    return (this.#texts ??= [...new Set(this.sides.flatMap((side) => this.#textsOf(side)))]);
  }

  /** A text without anything secret. */
  scrub(text: string): string {
    return scrubbed(text, this.texts);
  }

  /** A finding in one line, without its property, with its rule. */
  describe(finding: Diagnostic): string {
    return this.scrub(withRule(this.isSecret(propertyOf(finding)) ? withoutValue(finding) : finding));
  }

  #textsOf(side: Properties): string[] {
    const marked = [...this.#names].flatMap((name) => leaves(side[name]).flatMap(withCredentials));
    const others = this.kind.inputs.filter(({ name }) => !this.#names.has(name));
    return [...marked, ...others.flatMap((field) => secretTexts(field, side[field.name]))];
  }
}

/** What is secret about a resource whose inputs or state these are. */
export const secretsOf = (kind: KindSchema, ...sides: readonly Properties[]): Secrets => new Secrets(kind, sides);

type ValueAndMasked = readonly [value: unknown, masked: unknown];

function cells(
  [one, oneMasked]: ValueAndMasked,
  [other, otherMasked]: ValueAndMasked,
  scrub: (text: string) => string,
): readonly [string, string] {
  const [left, right] = [whole(oneMasked, one, scrub), whole(otherMasked, other, scrub)];
  if (left === right) return [cut(left), stableText(one) === stableText(other) ? cut(right) : DIFFERS];
  return shortenedApart(left, right, LONGEST);
}

/** Scrubbed before it is cut: a part of a secret is one. An API may show it where nothing secret is expected. */
function whole(shown: unknown, value: unknown, scrub: (text: string) => string): string {
  if (value === undefined) return "(not shown)";
  if (value === null) return "(not set)";
  return shown === SECRET ? SECRET : withoutCredentials(oneLine(scrub(JSON.stringify(shown))));
}

const LONGEST = 60;

const cut = (text: string): string => shortened(text, LONGEST);

/**
 * The value with everything in it replaced that the schema says is secret. What is not of the form that the schema has,
 * such as a list written as one text, may hold a secret anywhere.
 */
function masked(field: Field, value: unknown, isBeside = hasSecretPart(field)): unknown {
  if (field.node.secret === true) return SECRET;
  if (value === null || value === undefined) return value;
  if (field.fields === undefined) return isBeside ? withoutNamed(field.name, value) : value;
  if (Array.isArray(value)) return value.map((entry) => masked(field, entry, isBeside));
  if (typeof value !== "object") return hasSecretPart(field) ? SECRET : value;
  const byName = new Map(field.fields.map((child) => [child.name, child]));
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => {
      const child = byName.get(name);
      if (child === undefined) return [name, hasSecretPart(field) ? SECRET : entry];
      return [name, masked(child, entry, isBeside)];
    }),
  );
}

const isScalar = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

/** A value of any form without what is called as credentials are. */
function withoutNamed(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutNamed(name, entry));
  if (!isObject(value)) return isScalar(value) && isNamedCredential(name) ? SECRET : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withoutNamed(nameWithin(value, key), entry)]),
  );
}

/** What is called so in a value of any form. A short text is a word, and no credential. */
function namedTexts(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => namedTexts(name, entry));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, entry]) => namedTexts(nameWithin(value, key), entry));
  return isScalar(value) && isNamedCredential(name) ? leaves(value).filter((text) => text.length >= 8) : [];
}

/**
 * What the schema says is secret in a value, and the credentials of its web addresses. As in `masked`, what is not of the
 * form that the schema has may be secret as a whole.
 */
function secretTexts(field: Field, value: unknown, isBeside = hasSecretPart(field)): string[] {
  if (field.node.secret === true)
    return leaves(value).flatMap((text) => [...withCredentials(text), ...longWordsOf(text)]);
  if (field.fields === undefined)
    return [...leaves(value).flatMap(credentialsIn), ...(isBeside ? namedTexts(field.name, value) : [])];
  if (Array.isArray(value)) return value.flatMap((entry) => secretTexts(field, entry, isBeside));
  if (!isObject(value)) return hasSecretPart(field) ? leaves(value).flatMap(withCredentials) : [];
  const byName = new Map(field.fields.map((child) => [child.name, child]));
  return Object.entries(value).flatMap(([name, entry]) => {
    const child = byName.get(name);
    if (child !== undefined) return secretTexts(child, entry, isBeside);
    return hasSecretPart(field) ? leaves(entry).flatMap(withCredentials) : [];
  });
}

const withCredentials = (text: string): string[] => [text, ...credentialsIn(text)];

/** Of `Bearer 4711-0815`, an API may repeat the second word alone. */
const longWordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word.length >= 8);

/** The texts and numbers in a value, at any depth. */
function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/**
 * Is a live value the declared one in another spelling? What servers do to values that nobody changed is no drift, and
 * a real edit is. Each habit is inferred, from public reports on other APIs, unless a mark says otherwise.
 *
 * | habit                                                        | where                         | read by        |
 * | ------------------------------------------------------------ | ----------------------------- | -------------- |
 * | ends trimmed, CRLF as LF, Unicode NFC, five HTML entities    | every text, free-form ones too | text.ts        |
 * | inner blanks collapsed                                       | natural keys                  | name.ts        |
 * | another letter case                                          | enums, IDs                    | here           |
 * | another name of the zone                                     | time zones                    | timeZone.ts    |
 * | without its country, or without `+`                          | phone numbers                 | shownNumber.ts |
 * | `09:00`, `09:00:00+00`, `09:00:00Z`                          | times of a day                | timeOfDay.ts   |
 * | a midnight; the instant at which the day begins in the zone  | dates                         | calendarDate.ts |
 * | 7 for Sunday                                                 | weekdays                      | wire.ts        |
 * | numbers and booleans as texts, booleans as 0 and 1           | by type; free-form: as texts  | wire.ts, here  |
 * | single precision (documented as `number`), two decimals or more | numbers that are not whole | number.ts      |
 * | null, "", [] or {} for one another, where nothing is set     | every field                   | empty.ts       |
 * | keys added, at any depth; keys dropped whose value is null   | free-form objects             | here           |
 * | fields that the program does not set                         | objects in lists              | here           |
 * | another order; equal entries made one                        | sets (`unordered`)            | pairing.ts     |
 * | another order                                                | numbered lists (`matchedBy`)  | pairing.ts     |
 * | another order, the same one in all                           | parallel lists                | here           |
 * | a mask in the place of a value; left out                     | `secret` fields               | mask.ts        |
 * | a mask in the place of a value that is none                  | beside a secret; credentials by their names | mask.ts |
 *
 * Never forgiven: letter case of a text (the tag "vip" is not "VIP"), an inner blank but in names, a cut text, a whole
 * number that differs, a declared key that is gone, one entry more or less, an order that means something. Keys of
 * free-form objects count to the letter. A key that the program does not declare is unmanaged: it is left alone.
 */
import { writtenDate, parseAnsweredDate } from "../values/calendarDate";
import { isBlank, isEmpty, isObject } from "../values/empty";
import { isIdFormat } from "./formats";
import { isNamedCredential, nameWithin } from "../values/credential";
import { holdsMask, isMask, masksValue } from "../values/mask";
import { sameName } from "../values/name";
import { stableText, type Properties, type SetPredicate } from "./normalForm";
import { sameNumber } from "../values/number";
import { byNumber, byPlace, inDeclaredPlaces, inSet, type Partners } from "./pairing";
import { groupedLists, groupsIn, setPredicate } from "./parallel";
import type { Field, SchemaNode } from "./schema";
import { hasSecretPart } from "./secretParts";
import { mayBeNumber } from "../values/shownNumber";
import { foldedText } from "../values/text";
import { canonicalZone } from "../values/timeZone";

/** Whether the live value of a field says what the declared one says. */
export const sameAsLive = (field: Field, declared: unknown, live: unknown, inputs: Properties): boolean =>
  inDeclaredTerms(field, declared, live, inputs) === declared;

/**
 * The live object with its parallel lists in the order of the declared ones, all of them in the same: what stands together
 * still does. As it is where an order cannot be told, or where a list of them is not declared: an update does not write it.
 */
export function inDeclaredOrder(declared: Properties, live: Properties): Properties {
  const lists = groupedLists(declared, live);
  const [ours, theirs] = [groupsIn(declared, lists), groupsIn(live, lists)];
  if (ours === undefined || theirs === undefined) return live;
  const order = inDeclaredPlaces(ours, theirs, (wanted, shown) =>
    lists.every(({ node: { items = {} } }, place) => fitsEntry(items, wanted[place], shown[place])),
  );
  const placed = lists.map(({ name }, place) => [name, order.map((at) => theirs[at]?.[place])] as const);
  return { ...live, ...Object.fromEntries(placed) };
}

/**
 * The live value in the terms of the declared one: the declared value itself where both say the same, at any depth, so
 * that a difference shows what was edited and nothing of what the server does. What the program does not set is left
 * out, and so is a secret that is another one behind its mask.
 * @param inputs all declared inputs
 * @param shown all that is live
 */
export function inDeclaredTerms(
  field: Field,
  declared: unknown,
  live: unknown,
  inputs: Properties,
  shown: Properties = {},
): unknown {
  const masks = hasSecretPart(field) ? "beside" : undefined;
  const terms: Terms = { isSet: setPredicate(inputs, shown), zone: inputs["timeZone"], masks };
  const restated = fieldInTerms(field, declared, live, terms);
  return restated === HIDDEN ? undefined : restated;
}

const fitsEntry = (node: SchemaNode, declared: unknown, live: unknown): boolean =>
  inTerms(node, undefined, declared, live, { isSet: () => false, zone: undefined, masks: undefined }) === declared;

/** Whether two values inside a free-form object say the same, the second being the live one. */
export const sameFreeForm = (declared: unknown, live: unknown): boolean =>
  freeFormInTerms(declared, live, undefined) === declared;

/** Whether an answer hides a declared secret: what it is then was not compared. */
export function hidesSecret(field: Field, declared: unknown, live: unknown, isBeside = hasSecretPart(field)): boolean {
  if (declared === undefined || declared === null) return false;
  if (field.node.secret === true) return live === undefined || holdsMask(live);
  if (field.fields === undefined) return isBeside && holdsMask(live) && !holdsMask(declared);
  const entries = (value: unknown): Properties[] => [value].flat().filter(isObject);
  return field.fields.some((inner) => {
    const wanted = entries(declared).map((entry) => entry[inner.name]);
    const first = wanted.find((entry) => entry !== undefined && entry !== null);
    return entries(live).some((entry) => hidesSecret(inner, first, entry[inner.name], isBeside));
  });
}

/** All that the spelling of a value depends on. */
interface Terms {
  readonly isSet: SetPredicate;
  /** The declared time zone. */
  readonly zone: unknown;
  readonly masks: Masks;
}

/**
 * Where an answer may have a mask: in the place of a secret, or of what an API may take for one. There, a text that holds
 * one may be declared, and is compared like any other.
 */
type Masks = "secrets" | "beside" | undefined;

const isHidden = (masks: Masks, declared: unknown, live: unknown): boolean =>
  masks !== undefined && isMask(live) && (masks === "secrets" || !isMask(declared));

/** What is called as credentials are may be masked anywhere. */
const within = (masks: Masks, object: object, key: string): Masks =>
  masks ?? (isNamedCredential(nameWithin(object, key)) ? "beside" : undefined);

/** In the place of a live value that is not the declared one and not known either. */
const HIDDEN = Symbol("hidden");

function fieldInTerms(field: Field, declared: unknown, live: unknown, terms: Terms): unknown {
  const isName = field.isKey && typeof declared === "string" && typeof live === "string";
  return isName && sameName(declared, live) ? declared : inTerms(field.node, field.fields, declared, live, terms);
}

function inTerms(
  node: SchemaNode,
  fields: readonly Field[] | undefined,
  declared: unknown,
  live: unknown,
  terms: Terms,
): unknown {
  if (declared === live || (isBlank(declared) && isBlank(live))) return declared;
  const masks = node.secret === true ? "secrets" : terms.masks;
  if (node.secret === true && live === undefined) return behindMask(declared, live);
  if (isHidden(masks, declared, live)) return behindMask(declared, live);
  if (declared === undefined || declared === null) return alone(node, fields, live, masks);
  if (node.freeForm === true) return freeFormInTerms(declared, live, masks);
  if (Array.isArray(declared)) return Array.isArray(live) ? listInTerms(node, fields, declared, live, terms) : live;
  if (isObject(declared)) return isObject(live) ? objectInTerms(fields ?? [], declared, live, terms) : live;
  if (node.format === "date" && typeof live === "string") {
    const day = parseAnsweredDate(live, terms.zone) ?? writtenDate(live) ?? live;
    return day === declared ? declared : day;
  }
  return sameScalar(node, declared, live) ? declared : live;
}

/** The declared secret, where the answer does not show it or its mask fits. */
const behindMask = (declared: unknown, live: unknown): unknown =>
  live === undefined || (isMask(live) && masksValue(live, declared)) ? declared : HIDDEN;

function sameScalar(node: SchemaNode, declared: unknown, live: unknown): boolean {
  if (typeof declared === "number" && typeof live === "number") return sameNumber(declared, live);
  if (typeof declared !== "string" || typeof live !== "string") return false;
  if (node.format === "time-of-day" && seconds.test(declared) && noSeconds.test(live))
    return declared.replace(seconds, "") === live.replace(noSeconds, "");
  // Whose number it is was told by other means: a number that cannot be read is not another one.
  if (node.format === "e164" && mayBeNumber(live, declared)) return true;
  return folded(node, declared) === folded(node, live);
}

const seconds = /:\d\d$/;
/** What a server that shows `HH:MM` is read as. */
const noSeconds = /:00$/;

function folded(node: SchemaNode, value: string): string {
  if (node.format === "time-zone") return canonicalZone(value) ?? value;
  const text = foldedText(value);
  const isEnum = node.letterCase !== undefined || node.knownValues !== undefined || node.enum !== undefined;
  return isEnum || isIdFormat(node.format) ? text.toLowerCase() : text;
}

/** Declared keys with their live values; the declared object where all are the same. */
function objectInTerms(
  fields: readonly Field[],
  declared: Readonly<Record<string, unknown>>,
  live: Readonly<Record<string, unknown>>,
  terms: Terms,
): unknown {
  const entries = fields
    .filter(({ name }) => declared[name] !== undefined)
    .map((field) => {
      const masks = within(terms.masks, declared, field.name);
      return [field.name, fieldInTerms(field, declared[field.name], live[field.name], { ...terms, masks })] as const;
    });
  return entries.every(([name, value]) => value === declared[name]) ? declared : fromEntries(entries);
}

function listInTerms(
  node: SchemaNode,
  fields: readonly Field[] | undefined,
  declared: readonly unknown[],
  live: readonly unknown[],
  terms: Terms,
): unknown {
  const item = node.items ?? {};
  const restated = (entry: unknown, shown: unknown): unknown => inTerms(item, fields, entry, shown, terms);
  const fits = (entry: unknown, shown: unknown): boolean => restated(entry, shown) === entry;
  const keyOf = (entry: unknown): unknown =>
    node.matchedBy !== undefined && isObject(entry) ? entry[node.matchedBy] : undefined;
  const isSet = terms.isSet(node);
  const partners = isSet
    ? inSet(declared, live, fits, keyOf)
    : node.matchedBy === undefined
      ? byPlace(declared, live)
      : byNumber(declared, live, fits, keyOf);
  const alike = isSet ? twinsOfPartnered(declared, partners) : () => false;
  const entries = declared.map((entry, index) => {
    const partner = partners[index];
    return partner === undefined ? (alike(entry) ? entry : undefined) : restated(entry, live[partner]);
  });
  const taken = new Set(partners);
  const more = live.filter((_, index) => !taken.has(index)).map((entry) => alone(item, fields, entry, terms.masks));
  const isSame = more.length === 0 && entries.every((entry, index) => entry === declared[index]);
  return isSame ? declared : [...entries, ...more].filter((entry) => entry !== undefined && entry !== HIDDEN);
}

/** Two entries of a set that a server writes in one way may come back as one. */
function twinsOfPartnered(declared: readonly unknown[], partners: Partners): (entry: unknown) => boolean {
  if (partners.every((partner) => partner !== undefined)) return () => false;
  const shown = new Set(declared.filter((_, index) => partners[index] !== undefined).map(oneSpelling));
  return (entry) => shown.has(oneSpelling(entry));
}

/** One text for all values that a server may write in one way. */
const oneSpelling = (value: unknown): string => stableText(plainest(value));

function plainest(value: unknown): unknown {
  if (typeof value === "string") return foldedText(value);
  if (typeof value === "number") return Number(value.toFixed(2));
  if (Array.isArray(value)) return value.map(plainest);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, entry]) => !isBlank(entry));
  return fromEntries(kept.map(([key, entry]) => [key, plainest(entry)]));
}

/** A value of a free-form object: its keys are the program's own, its types are not known. */
function freeFormInTerms(declared: unknown, live: unknown, masks: Masks): unknown {
  if (declared === live) return declared;
  if (isHidden(masks, declared, live)) return behindMask(declared, live);
  if (Array.isArray(declared)) {
    if (!Array.isArray(live)) return live;
    const entries = live.map((entry: unknown, index) =>
      index < declared.length ? freeFormInTerms(declared[index], entry, masks) : entry,
    );
    const isSame = entries.length === declared.length && entries.every((entry, index) => entry === declared[index]);
    return isSame ? declared : entries.filter((entry) => entry !== HIDDEN);
  }
  if (isObject(declared)) {
    if (!isObject(live)) return live;
    const entries = Object.entries(declared).flatMap(([key, value]): [string, unknown][] => {
      const shown = Object.hasOwn(live, key) ? live[key] : undefined;
      if (shown === undefined) return value === null || value === undefined ? [[key, value]] : [];
      return [[key, freeFormInTerms(value, shown, within(masks, declared, key))]];
    });
    const isSame =
      entries.length === Object.keys(declared).length && entries.every(([key, value]) => value === declared[key]);
    return isSame ? declared : fromEntries(entries);
  }
  return sameFreeScalar(declared, live) ? declared : live;
}

function sameFreeScalar(declared: unknown, live: unknown): boolean {
  switch (typeof declared) {
    case "string":
      return typeof live === "string" ? foldedText(declared) === foldedText(live) : declared === scalarText(live);
    case "number":
      return isNumeral(live) && sameNumber(declared, Number(live));
    case "boolean":
      return typeof live === "string" && live.trim().toLowerCase() === String(declared);
    default:
      return false;
  }
}

const scalarText = (live: unknown): string | undefined =>
  typeof live === "number" || typeof live === "boolean" ? String(live) : undefined;

const isNumeral = (live: unknown): boolean =>
  typeof live === "number" || (typeof live === "string" && live.trim() !== "" && !Number.isNaN(Number(live)));

/** A live value where the program has none: all there is of it, but for what is not set and what is masked. */
function alone(node: SchemaNode, fields: readonly Field[] | undefined, live: unknown, masks: Masks): unknown {
  if (node.secret === true) return unmasked(live);
  if (node.freeForm === true || fields === undefined) return masks === undefined ? live : unmasked(live);
  if (Array.isArray(live)) return live.map((entry) => alone(node.items ?? {}, fields, entry, masks));
  if (!isObject(live)) return live;
  const kept = fields.filter(({ name }) => !isEmpty(live[name]));
  return fromEntries(kept.map((field) => [field.name, alone(field.node, field.fields, live[field.name], masks)]));
}

function unmasked(live: unknown): unknown {
  if (isMask(live)) return HIDDEN;
  if (Array.isArray(live)) return live.map(unmasked).filter((entry) => entry !== HIDDEN);
  return isObject(live) ? fromEntries(Object.entries(live).map(([key, entry]) => [key, unmasked(entry)])) : live;
}

/** An object of all that is known. Keys may be called anything, `__proto__` too. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== HIDDEN && value !== undefined));

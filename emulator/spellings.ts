/** What servers do to values on their way out, whatever field they are in. Pure functions, and no code of the provider's. */
import { isObject, type Json, type WireObject } from "./json";
import { entityOf } from "./names";
import type { Personality } from "./personality";

/** A text as the personality shows it. */
export function shownText(text: string, { unicode, lineEnds, textEnds, entities }: Personality): string {
  let shown = unicode === "nfc" ? text.normalize("NFC") : text;
  if (lineEnds === "lf") shown = shown.replace(/\r\n?/g, "\n");
  if (textEnds === "trimmed") shown = shown.trim();
  return entities === "escaped" ? shown.replace(/[&<>"']/g, (sign) => entityOf[sign] ?? sign) : shown;
}

/** A number in the personality's precision. */
export function shownNumber(value: number, { decimals }: Personality): number {
  if (Number.isInteger(value) || decimals === "exact") return value;
  const shown = decimals === "single" ? Math.fround(value) : Number(value.toFixed(2));
  return Number.isFinite(shown) ? shown : value;
}

export function shownBoolean(value: boolean, { booleans }: Personality): Json {
  return booleans === "number" ? Number(value) : booleans === "text" ? String(value) : value;
}

/** A free-form value: keys of the server's own in every object, keys without a value gone, texts and numbers spelled. */
export function freeForm(value: Json, personality: Personality): Json {
  if (Array.isArray(value)) return value.map((item) => freeForm(item, personality));
  if (isObject(value)) {
    const entries = Object.entries(value)
      .filter(([, inside]) => inside !== null || personality.nullKeys === "kept")
      .map(([key, inside]): [string, Json] => [key, freeForm(inside, personality)]);
    const added = personality.addedKeys === "none" ? [] : ownKeys.filter(([key]) => !Object.hasOwn(value, key));
    return Object.fromEntries([...entries, ...added]);
  }
  if (typeof value === "string") return shownText(value, personality);
  const shown = typeof value === "number" ? shownNumber(value, personality) : value;
  return shown === null || personality.freeScalars === "kept" ? shown : String(shown);
}

/** What the server adds to free-form objects. */
const ownKeys: readonly [string, Json][] = [
  ["_rev", 1],
  ["_source", "callab"],
];

/** A secret as it is shown: every value in it behind a mask, wholly or but for its ends. */
export function masked(value: Json, personality: Personality): Json {
  if (Array.isArray(value)) return value.map((item) => masked(item, personality));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, masked(inside, personality)]));
  if (value === null) return null;
  const signs = typeof value === "string" ? Array.from(value) : [];
  if (personality.secrets === "masked" || signs.length < 12) return "********";
  return `${signs.slice(0, 3).join("")}********${signs.slice(-4).join("")}`;
}

/** The instant at which a day begins in a time zone; in UTC where there is no such zone. */
export function startOfDay(day: string, zone: Json | undefined): string {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  const wall = clockOf(zone);
  // The offset of the day is that of one of the two moments; where midnight is skipped, the later one begins the day.
  const first = wanted - (wall(wanted) - wanted);
  const second = wanted - (wall(first) - first);
  const exact = [first, second].find((instant) => wall(instant) === wanted);
  return new Date(exact ?? Math.max(first, second)).toISOString();
}

/** What the clocks of a zone show at an instant, as milliseconds since 1970 in that zone. */
function clockOf(zone: Json | undefined): (instant: number) => number {
  try {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: typeof zone === "string" ? zone : "UTC",
      dateStyle: "short",
      timeStyle: "medium",
    });
    return (instant) => Date.parse(`${format.format(new Date(instant)).replace(" ", "T")}Z`);
  } catch {
    return (instant) => instant;
  }
}

/** An object with the entries of several; a later one wins. */
export function merged(objects: readonly WireObject[]): WireObject {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)));
}

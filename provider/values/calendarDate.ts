/** Days of the calendar, `YYYY-MM-DD`: those of programs, and those that an answer shows as an instant. */
import { canonicalZone } from "./timeZone";

/** Whether a text is a day of the calendar, `YYYY-MM-DD` (30 February is none). */
export function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const midnight = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/**
 * The day that an answer means: written alone, as a midnight of whatever offset, or as the instant at which the day
 * begins in the time zone (`2026-02-28T23:00:00Z` is 1 March in Europe/Paris). Undefined for any other time.
 */
export function parseAnsweredDate(value: unknown, zone: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const written = midnight.exec(value.trim())?.[1];
  if (written !== undefined) return written;
  const at = instant.test(value.trim()) ? parseInstant(value) : undefined;
  const timeZone = typeof zone === "string" ? canonicalZone(zone) : undefined;
  return at === undefined || timeZone === undefined ? undefined : dayThatBegins(at, timeZone);
}

/** The day of a time, as it is written. */
export const writtenDate = (value: unknown): string | undefined =>
  typeof value === "string" && instant.test(value.trim()) ? value.trim().slice(0, 10) : undefined;

/** An instant of an answer. Times without a zone are UTC (documented by example). */
export function parseInstant(value: string): Date | undefined {
  const text = value
    .trim()
    .replace(" ", "T")
    .replace(/(T.*[+-]\d{2})$/i, "$1:00");
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
  const at = new Date(zoned);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The day in the zone that begins at an instant: the clocks show midnight, or the second before was another day. */
function dayThatBegins(at: Date, timeZone: string): string | undefined {
  const [day, clock] = clocks(at, timeZone);
  if (clock === "00:00:00") return day;
  // Where the clocks are put forward at midnight, the day begins at one.
  return clocks(new Date(at.getTime() - 1000), timeZone)[0] === day ? undefined : day;
}

/** What calendars and clocks of a zone show, to the second. */
function clocks(at: Date, timeZone: string): readonly [day: string, clock: string] {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    formats.set(timeZone, format);
  }
  const [day = "", clock = ""] = format.format(at).split(" ");
  return [day, clock];
}

/** By zone: making one costs more than all that is done with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day of the calendar in the one writing accepted from programs; common other ones only serve a suggestion. */
export function suggestDate(value: string): string | undefined {
  const loose = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value.trim());
  if (loose === null) return undefined;
  const text = [loose[1], loose[2]?.padStart(2, "0"), loose[3]?.padStart(2, "0")].join("-");
  return isCalendarDate(text) ? text : undefined;
}

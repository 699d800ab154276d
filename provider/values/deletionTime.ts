/**
 * Whether a `deleted_at` says that the object was deleted. Servers write "never" as a time that is none (0,
 * `0000-00-00`), as their own first or last one (`-0001-11-30`, `0001-01-01`, `1970-01-01`, `2038-01-19`, `9999-12-31`), as
 * one that is far away (`2099-12-31`), or as a word. What counts by mistake as deleted is made a second time: so only a
 * time at which the API can have been there is one. The clock of this machine is not asked: it may be behind.
 */
import { parseInstant } from "./calendarDate";

/** The API cannot have deleted anything before: its oldest documented example is of 2023. */
const EARLIEST = Date.UTC(2020, 0, 1);
/** Seconds since 1970 in 32 bits end in January 2038: from the year before on, a time is written for "never". */
const LATEST = Date.UTC(2037, 0, 1);

export function saysDeleted(time: unknown): boolean {
  if (typeof time === "boolean") return time;
  const at = typeof time === "number" ? instantOf(time) : typeof time === "string" ? writtenInstant(time) : undefined;
  return at !== undefined && at >= EARLIEST && at < LATEST;
}

/** Seconds since 1970, or milliseconds. */
const instantOf = (number: number): number => (number < 1e11 ? number * 1_000 : number);

function writtenInstant(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d{9,13}(?:\.\d+)?$/.test(trimmed)) return instantOf(Number(trimmed));
  if (/^(?:true|yes)$/i.test(trimmed)) return EARLIEST;
  const at = trimmed.startsWith("-") ? undefined : parseInstant(trimmed)?.getTime();
  if (at !== undefined) return at;
  // A time in a writing that is not read (`26/11/2026 10:00`): its year tells enough.
  const year = /(?<![\d-])\d{4}(?!\d)/.exec(trimmed)?.[0];
  return year === undefined ? undefined : Date.UTC(Number(year), 0, 1);
}

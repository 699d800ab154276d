/**
 * The calling windows of one week, seen from one time zone. A campaign's hours are local time of its own zone, so where
 * they fall in another zone depends on the week: daylight saving begins and ends on different days around the world.
 */
import { isCalendarDate } from "../../values/calendarDate";
import type { Properties } from "../../kinds/normalForm";
import { canonicalZone } from "../../values/timeZone";
import { isUnknown } from "../../values/unknown";
import { parseWeekday, weekdayNumber } from "../../values/weekday";
import { isAsInCallab } from "./asInCallab";
import { holdsSecret } from "./secret";

export const DAY = 1440;
export const WEEK = 7 * DAY;
const MINUTE = 60_000;

/** Hours of some days in one zone; `to` may be up to a day after `from` is over (a window over midnight). */
export interface CallingWindow {
  /** 0 = Sunday … 6 = Saturday */
  readonly days: ReadonlySet<number>;
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  /** Begins and ends at the same time: never, or, as it is taken here, all day. */
  readonly isDoubtful: boolean;
  /** First and last day of the campaign, `YYYY-MM-DD`. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

/** A stretch of the week in minutes since Monday 00:00, and the hours it has as a whole, in the shown zone. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** Before the campaign's first day, or after its last. */
  readonly isOff?: boolean;
}

/** Why a window cannot be drawn, in a reader's words. */
interface NotDrawn {
  readonly reason: string;
}

/** The window of a campaign's inputs. */
export function windowOf(inputs: Properties): CallingWindow | NotDrawn {
  const { daysOfWeek: days, callTimeOfDayFrom: first, callTimeOfDayTo: last, timeZone: zone } = inputs;
  const used = [days, first, last, zone];
  if (used.some(isAsInCallab)) return { reason: "its hours are as in Callab and not known here" };
  if (holdsSecret(used)) return { reason: "its hours are secret" };
  if (used.some(isUnknown) || (Array.isArray(days) && days.some(isUnknown)))
    return { reason: "its hours are known later" };
  if (typeof zone !== "string" || canonicalZone(zone) === undefined) return { reason: "its time zone is not known" };
  const from = minutes(first) ?? 0;
  const to = minutes(last) ?? DAY;
  const numbers = (Array.isArray(days) ? (days as unknown[]) : []).map((day) => weekdayNumber(parseWeekday(day) ?? ""));
  return {
    days: new Set(numbers.filter((day) => day >= 0)),
    from,
    to: to <= from ? to + DAY : to,
    zone,
    isDoubtful: to === from,
    ...datesOf(inputs),
  };
}

function datesOf({ startedAt, endedAt }: Properties): { first?: string; last?: string } {
  const isDay = (value: unknown): value is string => typeof value === "string" && isCalendarDate(value);
  return { ...(isDay(startedAt) ? { first: startedAt } : {}), ...(isDay(endedAt) ? { last: endedAt } : {}) };
}

/** How many hours a week a window is open. */
export const hoursOf = ({ days, from, to }: CallingWindow): number => rounded(((to - from) / 60) * days.size);

const rounded = (hours: number): number => Math.round(hours * 10) / 10;

/** Some week in which no zone changes its clocks: what hours of the week mean in general. */
const ANY_WEEK = "2026-01-12";

/** Which minutes of the week, in UTC, a window is open. */
function minutesOpen(window: CallingWindow): boolean[] {
  const open = Array.from({ length: WEEK }, () => false);
  for (const { start, end } of barsOf(window, ANY_WEEK, "UTC")) open.fill(true, start, end);
  return open;
}

/** How many hours a week one window is open while another was not. */
export function hoursGained(before: CallingWindow, after: CallingWindow): number {
  const known = minutesOpen(before);
  return rounded(minutesOpen(after).filter((isOpen, minute) => isOpen && known[minute] !== true).length / 60);
}

/** The night of those who are called: from 21:00 to 8:00 in their zone, every day. */
export const nightOf = (zone: string): CallingWindow => ({
  days: new Set([0, 1, 2, 3, 4, 5, 6]),
  from: 21 * 60,
  to: 32 * 60,
  zone,
  isDoubtful: false,
});

/** How many hours a week a window is open in the night of those who are called. */
export function nightHours(window: CallingWindow): number {
  const night = minutesOpen(nightOf(window.zone));
  return rounded(minutesOpen(window).filter((isOpen, minute) => isOpen && night[minute] === true).length / 60);
}

/** Minutes after midnight; a last second of a minute counts as its end (23:59:59 is midnight). */
function minutes(time: unknown): number | undefined {
  const match = typeof time === "string" ? /^(\d\d):(\d\d):(\d\d)$/.exec(time) : null;
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]) + Math.ceil(Number(match[3]) / 60);
}

/** `2099-03-09` → the Monday of its week. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY * MINUTE).toISOString().slice(0, 10);

/** Where a window falls in the week that begins on `monday`, in `zone`. */
export function barsOf(window: CallingWindow, monday: string, zone: string): Bar[] {
  // A day more at either end: a window may reach into the week, and zones are up to 26 hours apart.
  return Array.from({ length: 11 }, (_, index) => addDays(monday, index - 2)).flatMap((date) => {
    if (!window.days.has(new Date(`${date}T00:00:00Z`).getUTCDay())) return [];
    const start = position(instantOf(date, window.from, window.zone), monday, zone);
    const end = position(instantOf(date, window.to, window.zone), monday, zone);
    if (end <= 0 || start >= WEEK || end <= start) return [];
    const { first, last } = window;
    const isOff = (first !== undefined && date < first) || (last !== undefined && date > last);
    return [
      {
        start: Math.max(0, start),
        end: Math.min(WEEK, end),
        label: `${hour(start)}–${hour(end, 24)}`,
        ...(isOff ? { isOff } : {}),
      },
    ];
  });
}

/** `9`, `17:30`; the end of a day is 24. */
function hour(minute: number, midnight = 0): string {
  const ofDay = ((minute % DAY) + DAY) % DAY;
  const whole = Math.floor(ofDay / 60);
  const rest = ofDay % 60;
  return `${whole === 0 && rest === 0 ? midnight : whole}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** Whether clocks are changed in a zone during the week. */
export const clocksChange = (monday: string, zone: string): boolean =>
  offset(instantOf(monday, 0, zone), zone) !== offset(instantOf(monday, WEEK, zone), zone);

/** The instant at which a zone's clocks show a time. One that is skipped in spring is taken as an hour later. */
export function instantOf(date: string, minute: number, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const guess = wall - offset(wall, zone) * MINUTE;
  const after = wall - offset(guess, zone) * MINUTE;
  return wall - offset(after, zone) * MINUTE === after ? after : Math.max(guess, after);
}

/** Minutes on the zone's clocks since midnight of the Monday. */
const position = (instant: number, monday: string, zone: string): number =>
  Math.round((instant + offset(instant, zone) * MINUTE - Date.parse(`${monday}T00:00:00Z`)) / MINUTE);

/** The day that a zone's calendar shows at an instant, `YYYY-MM-DD`. */
export const localDate = (instant: number, zone: string): string =>
  new Date(instant + offset(instant, zone) * MINUTE).toISOString().slice(0, 10);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes by which a zone's clocks are ahead of UTC. */
function offset(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return Math.round((wall - Math.floor(instant / MINUTE) * MINUTE) / MINUTE);
}

/**
 * When a campaign calls in a week, on the clock of its zone: to tell whether two of them call at the same time. What its
 * window means over midnight is not documented; here it counts to the day it begins.
 */
import type { Properties } from "./normalForm";
import { canonicalZone } from "../values/timeZone";
import { holdsUnknown } from "../values/unknown";
import { parseWeekday, weekdays } from "../values/weekday";

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Whether the window leaves out nothing of a day: there is none, or it runs from the first minute to the last. */
export function isWholeDay(from: unknown, to: unknown): boolean | undefined {
  if (holdsUnknown([from, to])) return undefined;
  if (from === undefined && to === undefined) return true;
  return typeof from === "string" && typeof to === "string" && minutesOf(from) === 0 && minutesOf(to) >= DAY - 1;
}

interface Span {
  readonly start: number;
  readonly length: number;
}

/** The times of a week, in minutes after Sunday's midnight of UTC, with the zone's offset of now; undefined: not known. */
function spansOf(inputs: Properties, now: Date): readonly Span[] | undefined {
  const { callTimeOfDayFrom, callTimeOfDayTo, daysOfWeek, timeZone } = inputs;
  if (holdsUnknown([callTimeOfDayFrom, callTimeOfDayTo, daysOfWeek, timeZone]) || !Array.isArray(daysOfWeek))
    return undefined;
  const zone = typeof timeZone === "string" ? canonicalZone(timeZone) : undefined;
  if (zone === undefined) return undefined;
  const from = typeof callTimeOfDayFrom === "string" ? minutesOf(callTimeOfDayFrom) : 0;
  const to = typeof callTimeOfDayTo === "string" ? minutesOf(callTimeOfDayTo) : DAY;
  const length = to > from ? to - from : to - from + DAY;
  const offset = offsetOf(zone, now);
  return daysOfWeek.flatMap((entry: unknown) => {
    const day = parseWeekday(entry);
    return day === undefined ? [] : [{ start: weekdays.indexOf(day) * DAY + from - offset, length }];
  });
}

/** Minutes by which the clocks of a zone are ahead of UTC. */
function offsetOf(timeZone: string, now: Date): number {
  const text = now.toLocaleString("sv-SE", { timeZone });
  return Math.round((Date.parse(`${text.replace(" ", "T")}Z`) - now.getTime()) / 60_000);
}

const meet = (one: Span, other: Span): boolean =>
  [-WEEK, 0, WEEK].some((shift) => {
    const start = other.start + shift;
    return one.start < start + other.length && start < one.start + one.length;
  });

/** Whether two campaigns ever call at the same time; undefined where that is not known. */
export function callAtOnce(one: Properties, other: Properties, now: Date): boolean | undefined {
  const [spans, others] = [spansOf(one, now), spansOf(other, now)];
  const dates = [one, other].flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]);
  if (spans === undefined || others === undefined || holdsUnknown(dates)) return undefined;
  const isOver = (a: Properties, b: Properties): boolean =>
    typeof a["endedAt"] === "string" && typeof b["startedAt"] === "string" && a["endedAt"] < b["startedAt"];
  if (isOver(one, other) || isOver(other, one)) return false;
  return spans.some((span) => others.some((entry) => meet(span, entry)));
}

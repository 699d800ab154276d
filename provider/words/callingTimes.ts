/**
 * When a campaign calls and how long it waits between two attempts, in the words of every summary, review and status.
 * Each of them shows a single value in its own way, such as one that is secret or not known yet.
 */
import { parseTimeOfDay } from "../values/timeOfDay";
import { isUnknown } from "../values/unknown";
import { parseWeekday, weekdays } from "../values/weekday";

/** One value in words, whatever it is. */
type Show = (value: unknown) => string;

/** Days folded into runs round the week: `Mon–Fri`, `Sat, Sun`, `Sun–Thu`, `every day`. */
export function daysInWords(days: readonly unknown[]): string {
  const chosen = weekdays.map((day) => days.some((entry) => parseWeekday(entry) === day));
  const count = chosen.filter(Boolean).length;
  if (count === 0) return "on no day";
  if (count === 7) return "every day";
  const starts = mondayFirst.filter((day) => chosen[day] && !chosen[(day + 6) % 7]);
  return starts.map((start) => run(start, chosen)).join(", ");
}

const mondayFirst = [1, 2, 3, 4, 5, 6, 0];

function run(start: number, chosen: readonly boolean[]): string {
  let length = 1;
  while (chosen[(start + length) % 7]) length++;
  const name = (offset: number): string => shortDay(weekdays[(start + offset) % 7] ?? "");
  return length >= 3 ? `${name(0)}–${name(length - 1)}` : length === 2 ? `${name(0)}, ${name(1)}` : name(0);
}

/** `Mon` */
export const shortDay = (weekday: string): string => `${weekday.charAt(0).toUpperCase()}${weekday.slice(1, 3)}`;

/** `Mon` to `Sun` */
export const shortDays: readonly string[] = mondayFirst.map((day) => shortDay(weekdays[day] ?? ""));

/** Seconds are only told where there are any. */
const clock = (time: unknown, show: Show): string => show(time).replace(/^(\d\d:\d\d):00$/, "$1");

/** `09:00–17:00`, `22:00–06:00 over midnight`, `from 09:00`, `at any time`; `null` is as good as left out. */
export function hoursInWords(from: unknown, to: unknown, show: Show): string {
  if (isLeftOut(from) && isLeftOut(to)) return "at any time";
  if (isLeftOut(to)) return `from ${clock(from, show)}`;
  if (isLeftOut(from)) return `until ${clock(to, show)}`;
  const [start, end] = [parseTimeOfDay(from), parseTimeOfDay(to)];
  const overMidnight = start !== undefined && end !== undefined && start > end;
  return `${clock(from, show)}–${clock(to, show)}${overMidnight ? " over midnight" : ""}`;
}

/** `2026-12-01 to 2026-12-31`, `on 2026-12-01`, `from 2026-12-01`; undefined where there is neither day. */
export function datesInWords(first: unknown, last: unknown, show: Show): string | undefined {
  if (isLeftOut(first) && isLeftOut(last)) return undefined;
  if (isLeftOut(last)) return `from ${show(first)}`;
  if (isLeftOut(first)) return `until ${show(last)}`;
  return first === last ? `on ${show(first)}` : `${show(first)} to ${show(last)}`;
}

/** `60 s`, `5 min`. A unit that is not set is not guessed. */
export const pauseInWords = (delay: unknown, unit: unknown, show: Show): string =>
  isUnknown(delay) ? show(delay) : `${show(delay)} ${unitInWords(unit, show)}`.trim();

function unitInWords(unit: unknown, show: Show): string {
  if (isLeftOut(unit)) return "";
  return unit === "seconds" ? "s" : unit === "minutes" ? "min" : show(unit);
}

const isLeftOut = (value: unknown): boolean => value === undefined || value === null;

/** Values in a reader's words. */
import { days } from "../../kinds/campaignSummary";
import type { Properties } from "../../kinds/normalForm";
import { isUnknown } from "../../values/unknown";
import { list } from "./json";
import { holdsSecret } from "./secret";
import { hoursOf, windowOf } from "./week";

export const NOT_SET = "not set";
export const LATER = "known later";
export const HIDDEN = "secret, not shown";

const LONGEST = 200;

/** One value of any type. */
export function words(value: unknown): string {
  if (value === undefined || value === null) return NOT_SET;
  if (holdsSecret(value)) return HIDDEN;
  if (isUnknown(value)) return LATER;
  if (Array.isArray(value)) return value.length === 0 ? "none" : shortened(value.map(words).join(", "));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === "") return "empty";
  return typeof value === "string" || typeof value === "number" ? shortened(String(value)) : "set";
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

export const dayWords = (value: unknown): string =>
  holdsSecret(value) ? HIDDEN : value === undefined ? NOT_SET : (days(value) ?? NOT_SET);

export const clock = (time: unknown): string => words(time).replace(/^(\d\d:\d\d):00$/, "$1");

/** `09:00–17:00`, `from 09:00`, `at any time` */
export function hourWords(inputs: Properties): string {
  const [from, to] = [inputs["callTimeOfDayFrom"] ?? undefined, inputs["callTimeOfDayTo"] ?? undefined];
  if (from === undefined && to === undefined) return "at any time";
  if (to === undefined) return `from ${clock(from)}`;
  if (from === undefined) return `until ${clock(to)}`;
  return `${clock(from)}–${clock(to)}`;
}

/** `Mon–Fri 09:00–17:00 Europe/Paris` */
export const whenWords = (inputs: Properties): string =>
  [dayWords(inputs["daysOfWeek"]), hourWords(inputs), words(inputs["timeZone"])].join(" ");

/** `2026-12-01 to 2026-12-31` */
export function dateWords(inputs: Properties): string {
  const [first, last] = [inputs["startedAt"] ?? undefined, inputs["endedAt"] ?? undefined];
  if (first === undefined && last === undefined) return "no first or last day";
  if (last === undefined) return `from ${words(first)}`;
  return first === undefined ? `until ${words(last)}` : `${words(first)} to ${words(last)}`;
}

/** `60 seconds`; source by source for several. */
export function pauseWords(inputs: Properties): string {
  const [delays, units] = [inputs["retryDelay"], inputs["retryDelayUnit"]];
  if (holdsSecret([delays, units])) return HIDDEN;
  if (!Array.isArray(delays) || delays.length === 0) return words(delays);
  return delays.map((delay, index) => `${words(delay)} ${words(list(units)[index] ?? "seconds")}`).join(" / ");
}

/** How many hours a week the campaign may call; undefined where that cannot be told. No hours are all day. */
export function hoursAWeek(inputs: Properties): number | undefined {
  const window = windowOf(inputs);
  return "reason" in window ? undefined : hoursOf(window);
}

/** What a set gained and lost: `new: sat; no longer: sun`. */
export function gainAndLoss(before: unknown, after: unknown): string | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || holdsSecret([before, after])) return undefined;
  const gained = after.filter((entry) => !before.includes(entry));
  const lost = before.filter((entry) => !after.includes(entry));
  const told = [
    gained.length > 0 ? `new: ${words(gained)}` : undefined,
    lost.length > 0 ? `no longer: ${words(lost)}` : undefined,
  ].filter((part) => part !== undefined);
  return told.length === 0 ? undefined : told.join("; ");
}

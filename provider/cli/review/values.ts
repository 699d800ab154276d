/** Values in a reader's words. */
import type { Properties } from "../../kinds/normalForm";
import { isUnknown } from "../../values/unknown";
import { datesInWords, daysInWords, hoursInWords, pauseInWords } from "../../words/callingTimes";
import { isAsInCallab } from "./asInCallab";
import { list } from "./json";
import { holdsSecret } from "./secret";
import { hoursOf, windowOf } from "./week";

export const NOT_SET = "not set";
export const LATER = "known later";
export const HIDDEN = "secret, not shown";
const AS_IT_IS = "as in Callab";

const LONGEST = 200;

/** One value of any type. */
export function words(value: unknown): string {
  if (value === undefined || value === null) return NOT_SET;
  if (isAsInCallab(value)) return AS_IT_IS;
  if (holdsSecret(value)) return HIDDEN;
  if (isUnknown(value)) return LATER;
  if (Array.isArray(value)) return value.length === 0 ? "none" : shortened(value.map(words).join(", "));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === "") return "empty";
  return typeof value === "string" || typeof value === "number" ? shortened(String(value)) : "set";
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

export const dayWords = (value: unknown): string => (isListed(value) ? daysInWords(value) : words(value));

/** A list that may be read: one that holds a secret, or is known later, is told as a whole. */
const isListed = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && !holdsSecret(value) && !isUnknown(value);

export const hourWords = ({ callTimeOfDayFrom: from, callTimeOfDayTo: to }: Properties): string =>
  isAsInCallab(from) && isAsInCallab(to) ? AS_IT_IS : hoursInWords(from, to, words);

/** `Mon–Fri 09:00–17:00 Europe/Paris` */
export const whenWords = (inputs: Properties): string =>
  [
    ["days", dayWords(inputs["daysOfWeek"])],
    ["hours", hourWords(inputs)],
    ["time zone", words(inputs["timeZone"])],
  ]
    .map(([label, told]) => (told === AS_IT_IS ? `${label} ${told}` : told))
    .join(" ");

export const dateWords = ({ startedAt: first, endedAt: last }: Properties): string =>
  isAsInCallab(first) && isAsInCallab(last) ? AS_IT_IS : (datesInWords(first, last, words) ?? "no first or last day");

/** Source by source for several. */
export function pauseWords({ retryDelay: delays, retryDelayUnit: units }: Properties): string {
  if (holdsSecret([delays, units])) return HIDDEN;
  if (!Array.isArray(delays) || delays.length === 0) return words(delays);
  return delays.map((delay, index) => pauseInWords(delay, list(units)[index], words)).join(" / ");
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
  const parts = [
    gained.length > 0 ? `new: ${words(gained)}` : undefined,
    lost.length > 0 ? `no longer: ${words(lost)}` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join("; ");
}

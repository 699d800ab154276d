/**
 * What is special about campaigns: rules across fields, the summary, and the live status. All rules here are
 * inferred: nothing of this is documented, so they only warn.
 */
import { campaignSummary } from "./campaignSummary";
import { isCalendarDate } from "./calendarDate";
import { warning, type Diagnostic } from "./diagnostic";
import { plainKind, type Kind } from "./kind";
import type { Properties } from "./normalForm";
import { kindSchema } from "./schema";
import { canonicalZone } from "./timeZone";
import { holdsUnknown, isUnknown } from "./unknown";
import { weekdayNumber } from "./weekday";

const schema = kindSchema("Campaign");
const parallelFields = schema.fields.filter((field) => field.node.parallel === true).map((field) => field.name);

export const campaign: Kind = {
  ...plainKind(schema),
  rules: (inputs, now) => [
    ...parallelLists(inputs),
    ...callingWindow(inputs),
    ...dateRange(inputs, now),
    ...phoneNumbers(inputs),
    ...retries(inputs),
    ...contacts(inputs),
    ...fixedZone(inputs),
  ],
  compute: (inputs) => ({ summary: campaignSummary(inputs) }),
};

const known = (value: unknown): value is string => typeof value === "string" && !isUnknown(value);

function parallelLists(inputs: Properties): Diagnostic[] {
  const given = parallelFields.flatMap((name) => {
    const value = inputs[name];
    return Array.isArray(value) && value.length > 0 ? [{ name, length: value.length }] : [];
  });
  const first = given[0];
  if (first === undefined) return [];
  const entries = (count: number): string => (count === 1 ? "1 entry" : `${count} entries`);
  return given
    .filter(({ length }) => length !== first.length)
    .map(({ name, length }) =>
      warning(
        name,
        `has ${entries(length)} where ${first.name} has ${first.length}; entry i of each list is thought to speak of the i-th source (inferred)`,
      ),
    );
}

function callingWindow(inputs: Properties): Diagnostic[] {
  const from = inputs["callTimeOfDayFrom"];
  const to = inputs["callTimeOfDayTo"];
  if (from === undefined && to === undefined) return [];
  if (from === undefined || to === undefined) {
    const [given, missing] =
      to === undefined ? ["callTimeOfDayFrom", "callTimeOfDayTo"] : ["callTimeOfDayTo", "callTimeOfDayFrom"];
    return [warning(given, `is set without ${missing}; what a one-sided window means is not documented`)];
  }
  if (!known(from) || !known(to) || from < to) return [];
  return from === to
    ? [
        warning(
          "callTimeOfDayTo",
          "is the same as callTimeOfDayFrom; whether that means never or all day is not documented",
          { value: to },
        ),
      ]
    : [
        warning(
          "callTimeOfDayTo",
          `is before callTimeOfDayFrom (${from}); what a window over midnight means is not documented`,
          { value: to },
        ),
      ];
}

const day = 86_400_000;

function dateRange(inputs: Properties, now: Date): Diagnostic[] {
  const [first, last, zone] = [inputs["startedAt"], inputs["endedAt"], inputs["timeZone"]];
  const isDate = (value: unknown): value is string => known(value) && isCalendarDate(value);
  const today = isDate(first) || isDate(last) ? todayIn(known(zone) ? zone : "UTC", now) : "";
  const found: Diagnostic[] = [];
  if (isDate(last) && last < today) {
    found.push(warning("endedAt", "is in the past: nobody would be called", { value: last }));
  } else if (isDate(first) && first < today) {
    found.push(warning("startedAt", "is in the past", { value: first }));
  }
  if (!isDate(first) || !isDate(last)) return found;
  if (last < first)
    return [...found, warning("endedAt", `is before startedAt (${first}): nobody would be called`, { value: last })];
  const chosen = inputs["daysOfWeek"];
  if (!Array.isArray(chosen) || holdsUnknown(chosen) || chosen.length === 0) return found;
  const numbers = new Set(chosen.map((entry) => weekdayNumber(String(entry))));
  const start = Date.parse(first);
  const length = Math.min(7, (Date.parse(last) - start) / day + 1);
  const hit = Array.from({ length }, (_, offset) => new Date(start + offset * day).getUTCDay()).some((entry) =>
    numbers.has(entry),
  );
  return hit
    ? found
    : [
        ...found,
        warning("daysOfWeek", `has no day between ${first} and ${last}: nobody would be called`, { value: chosen }),
      ];
}

/** The date it is in a zone, `YYYY-MM-DD`. */
function todayIn(zone: string, now: Date): string {
  const timeZone = canonicalZone(zone) ?? "UTC";
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(now);
}

/** By zone: making one costs as much as the rest of a campaign's check. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function phoneNumbers(inputs: Properties): Diagnostic[] {
  const type = inputs["campaignType"];
  if (type !== "outbound" && type !== "inbound") return [];
  const needed = `${type}PhoneNumberId`;
  return inputs[needed] === undefined
    ? [
        warning(
          needed,
          `is not set: an ${type} campaign is thought to need a number to ${type === "outbound" ? "call from" : "be called on"} (inferred)`,
        ),
      ]
    : [];
}

function retries(inputs: Properties): Diagnostic[] {
  const numbersIn = (name: string): [unknown, number][] =>
    (Array.isArray(inputs[name]) ? (inputs[name] as unknown[]) : []).map((value, index) => [value, index]);
  return [
    ...numbersIn("numberOfCallAttempts")
      .filter(([value]) => typeof value === "number" && value < 1)
      .map(([value, index]) =>
        warning(`numberOfCallAttempts[${index}]`, "means that nobody would be called", { value }),
      ),
    ...numbersIn("retryDelay")
      .filter(([value]) => typeof value === "number" && value < 0)
      .map(([value, index]) => warning(`retryDelay[${index}]`, "is a pause of less than nothing", { value })),
    ...numbersIn("retryDelayUnit")
      .filter(([value]) => known(value) && value !== "seconds")
      .map(([value, index]) =>
        warning(
          `retryDelayUnit[${index}]`,
          `is a unit the API was never seen to take for campaigns; only "seconds" was`,
          { value },
        ),
      ),
    ...(Array.isArray(inputs["retryDelay"]) && inputs["retryDelayUnit"] === undefined
      ? [warning("retryDelayUnit", `is not set while retryDelay is; write ["seconds"]`)]
      : []),
  ];
}

function contacts(inputs: Properties): Diagnostic[] {
  const found: Diagnostic[] = [];
  const chosen = inputs["daysOfWeek"];
  if (Array.isArray(chosen) && chosen.length === 0)
    found.push(warning("daysOfWeek", "is empty: nobody would be called"));
  const selects = ["contactsListSource", "contactsListTags", "contactsListCategories"].some(
    (name) => inputs[name] !== undefined,
  );
  if (inputs["campaignType"] === "outbound" && !selects) {
    found.push(
      warning(
        "contactsListTags",
        "is not set, nor are contactsListSource and contactsListCategories: who would be called is not documented",
      ),
    );
  }
  return found;
}

function fixedZone(inputs: Properties): Diagnostic[] {
  const zone = inputs["timeZone"];
  return known(zone) && /^(EST|MST|HST|Etc\/GMT[+-]\d+)$/i.test(zone)
    ? [
        warning("timeZone", "knows no daylight saving", {
          value: zone,
          suggestion: `a place's name such as "America/New_York" does`,
        }),
      ]
    : [];
}

/** Rules for campaigns: what would call the wrong people, at the wrong time, or too often. */
import { numberFieldOf } from "./campaignNumbers";
import { isWholeDay } from "./callingHours";
import { isCalendarDate } from "../values/calendarDate";
import { found } from "../words/diagnostic";
import { NO_EXISTING_ID } from "./formats";
import type { Properties } from "./normalForm";
import type { JudgedRule } from "./rule";
import { parallelFields } from "./parallel";
import { mayCallEverybody, selectionFields } from "./selection";
import { canonicalZone } from "../values/timeZone";
import { holdsUnknown, isUnknown } from "../values/unknown";
import { weekdayNumber } from "../values/weekday";

const known = (value: unknown): value is string => typeof value === "string" && !isUnknown(value);
const listIn = (inputs: Properties, name: string): readonly unknown[] =>
  Array.isArray(inputs[name]) ? (inputs[name] as unknown[]) : [];
/** A campaign that calls nobody by itself needs no limits. */
const isOutbound = (inputs: Properties): boolean => inputs["campaignType"] === "outbound";

const noSelection: JudgedRule = {
  id: "campaign/no-selection",
  severity: "error",
  what: "An outbound campaign without a tag, category or source. Blanks are none.",
  why: "Whom it would call is not documented: perhaps everybody.",
  mark: "inferred",
  instead:
    "Select contacts by `contactsListTags`, `contactsListCategories` or `contactsListSource`. To call everybody: `allowAllContacts: true`.",
  judge: (inputs) =>
    (inputs["allowAllContacts"] ?? false) === false && mayCallEverybody(inputs)
      ? [
          found(
            selectionFields.find((name) => listIn(inputs, name).length > 0) ?? "contactsListTags",
            "selects nobody, nor do the other contacts lists: whom the campaign would call is not documented, perhaps everybody",
            { suggestion: "name a tag, a category or a source, or set `allowAllContacts: true` to call everybody" },
          ),
        ]
      : [],
};

const window: JudgedRule = {
  id: "campaign/window",
  severity: "error",
  what: "A calling window that begins and ends at the same time.",
  why: "Whether that means never or all day is not documented.",
  mark: "inferred",
  instead: 'Write the hours that are meant. All day: leave both out, or write `"00:00"` to `"23:59:59"`.',
  judge: ({ callTimeOfDayFrom: from, callTimeOfDayTo: to }) =>
    known(from) && from === to
      ? [
          found(
            "callTimeOfDayTo",
            "is the same as callTimeOfDayFrom: whether that means never or all day is not documented",
            {
              value: to,
              suggestion: "write the hours that are meant",
            },
          ),
        ]
      : [],
};

const isDate = (value: unknown): value is string => known(value) && isCalendarDate(value);

const dates: JudgedRule = {
  id: "campaign/dates",
  severity: "error",
  what: "A campaign that ends before it starts.",
  why: "One of the two dates is a slip, and which one decides who is called when.",
  mark: "documented",
  instead: "Put the dates in order.",
  judge: ({ startedAt: first, endedAt: last }) =>
    isDate(first) && isDate(last) && last < first
      ? [found("endedAt", `is before startedAt (${first})`, { value: last })]
      : [],
};

const oneSidedWindow: JudgedRule = {
  id: "campaign/one-sided-window",
  severity: "warning",
  what: "A calling window with a beginning and no end, or the other way round.",
  why: "What that means is not documented.",
  mark: "inferred",
  instead: "Set both `callTimeOfDayFrom` and `callTimeOfDayTo`.",
  judge: ({ callTimeOfDayFrom: from, callTimeOfDayTo: to }) => {
    if ((from === undefined) === (to === undefined)) return [];
    const [given, missing] =
      to === undefined ? ["callTimeOfDayFrom", "callTimeOfDayTo"] : ["callTimeOfDayTo", "callTimeOfDayFrom"];
    return [found(given, `is set without ${missing}; what a one-sided window means is not documented`)];
  },
};

const overMidnight: JudgedRule = {
  id: "campaign/over-midnight",
  severity: "warning",
  what: "A calling window that runs over midnight.",
  why: "To which day its second half counts is not documented. People may be called at night.",
  mark: "inferred",
  instead: "Use a window within a day, or two campaigns.",
  judge: ({ callTimeOfDayFrom: from, callTimeOfDayTo: to }) =>
    known(from) && known(to) && from > to
      ? [
          found(
            "callTimeOfDayTo",
            `is before callTimeOfDayFrom (${from}); what a window over midnight means is not documented`,
            {
              value: to,
            },
          ),
        ]
      : [],
};

const isEveryDay = (inputs: Properties): boolean =>
  new Set(listIn(inputs, "daysOfWeek").filter((day) => known(day))).size === 7;

/** Every day is `any-hour`'s to tell. */
const noWindow: JudgedRule = {
  id: "campaign/no-window",
  severity: "warning",
  what: "An outbound campaign without a calling window.",
  why: "People may be called at any hour of its days, also at night.",
  mark: "inferred",
  instead: "Set `callTimeOfDayFrom` and `callTimeOfDayTo`.",
  judge: (inputs) =>
    isOutbound(inputs) &&
    inputs["callTimeOfDayFrom"] === undefined &&
    inputs["callTimeOfDayTo"] === undefined &&
    !isEveryDay(inputs)
      ? [
          found(
            "callTimeOfDayFrom",
            "is not set, nor is callTimeOfDayTo: people may be called at any hour, also at night",
          ),
        ]
      : [],
};

const anyHour: JudgedRule = {
  id: "campaign/any-hour",
  severity: "warning",
  what: "An outbound campaign that may call every day at any hour.",
  why: "People may be called at night, and on the days on which nobody wants to be.",
  mark: "inferred",
  instead: "Leave out days in `daysOfWeek`, and set `callTimeOfDayFrom` and `callTimeOfDayTo`.",
  judge: (inputs) =>
    isOutbound(inputs) &&
    isEveryDay(inputs) &&
    isWholeDay(inputs["callTimeOfDayFrom"], inputs["callTimeOfDayTo"]) === true
      ? [found("daysOfWeek", "has every day, and no hour is left out: people may be called at any time, also at night")]
      : [],
};

const MOST_ATTEMPTS = 10;

const manyAttempts: JudgedRule = {
  id: "campaign/many-attempts",
  severity: "warning",
  what: `More than ${MOST_ATTEMPTS} attempts for one contact.`,
  why: "Who does not pick up is called again and again.",
  mark: "inferred",
  instead: "Use fewer attempts.",
  judge: (inputs) =>
    isOutbound(inputs)
      ? listIn(inputs, "numberOfCallAttempts").flatMap((value, index) =>
          typeof value === "number" && value > MOST_ATTEMPTS
            ? [found(`numberOfCallAttempts[${index}]`, `calls one contact more than ${MOST_ATTEMPTS} times`, { value })]
            : [],
        )
      : [],
};

const secondsIn: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const SHORTEST_PAUSE = 60;

const shortPause: JudgedRule = {
  id: "campaign/short-pause",
  severity: "warning",
  what: `Less than ${SHORTEST_PAUSE} seconds between two attempts. Units that are not known are not judged.`,
  why: "Who does not pick up is called again at once.",
  mark: "inferred",
  instead: 'Use a longer `retryDelay`, such as `[3600]` with `retryDelayUnit: ["seconds"]`.',
  judge: (inputs) => {
    const [attempts, units] = [listIn(inputs, "numberOfCallAttempts"), listIn(inputs, "retryDelayUnit")];
    if (!isOutbound(inputs)) return [];
    return listIn(inputs, "retryDelay").flatMap((value, index) => {
      const unit = units[index];
      const factor = known(unit) ? secondsIn[unit.toLowerCase()] : undefined;
      if (typeof value !== "number" || factor === undefined || value < 0 || attempts[index] === 1) return [];
      return value * factor < SHORTEST_PAUSE
        ? [found(`retryDelay[${index}]`, `is less than ${SHORTEST_PAUSE} seconds between two attempts`, { value })]
        : [];
    });
  },
};

const startsAtOnce: JudgedRule = {
  id: "campaign/starts-at-once",
  severity: "warning",
  isOfCreate: true,
  what: "A new outbound campaign without `desiredStatus` and without a first day in the future.",
  why: "Which status a new campaign gets is not documented: it may call at once.",
  mark: "inferred",
  instead: 'Begin with `desiredStatus: "paused"`. `"active"` says that it is to call.',
  judge: (inputs, now) => {
    const { desiredStatus, startedAt: first, existingId } = inputs;
    const exists = existingId !== undefined && existingId !== NO_EXISTING_ID;
    if (!isOutbound(inputs) || desiredStatus !== undefined || exists || isUnknown(first)) return [];
    if (isDate(first) && first > today(inputs, now)) return [];
    return [
      found("desiredStatus", "is not set, and no startedAt in the future: the new campaign may call at once", {
        suggestion: `write desiredStatus: "paused" to look at it first, or "active" to let it call`,
      }),
    ];
  },
};

const pastDates: JudgedRule = {
  id: "campaign/past-dates",
  severity: "warning",
  isOfCreate: true,
  what: "A new campaign whose first or last day is in the past.",
  why: "Nobody would be called, or it calls at once.",
  mark: "inferred",
  instead: "Use days to come.",
  judge: (inputs, now) => {
    const { startedAt: first, endedAt: last } = inputs;
    if (isDate(last) && last < today(inputs, now))
      return [found("endedAt", "is in the past: nobody would be called", { value: last })];
    return isDate(first) && first < today(inputs, now) ? [found("startedAt", "is in the past", { value: first })] : [];
  },
};

/** The date it is in the campaign's zone, `YYYY-MM-DD`. */
function today({ timeZone }: Properties, now: Date): string {
  const zone = (known(timeZone) ? canonicalZone(timeZone) : undefined) ?? "UTC";
  let calendar = calendars.get(zone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    calendars.set(zone, calendar);
  }
  return calendar.format(now);
}

/** By zone: making one costs as much as the rest of a campaign's check. */
const calendars = new Map<string, Intl.DateTimeFormat>();

const day = 86_400_000;

const noDay: JudgedRule = {
  id: "campaign/no-day",
  severity: "warning",
  what: "A campaign without a day on which it may call: `daysOfWeek` is empty, or none of its days is within its dates.",
  why: "Nobody would be called.",
  mark: "inferred",
  instead: "Name the days that are meant.",
  judge: ({ daysOfWeek: chosen, startedAt: first, endedAt: last }) => {
    if (!Array.isArray(chosen) || holdsUnknown(chosen)) return [];
    if (chosen.length === 0) return [found("daysOfWeek", "is empty: nobody would be called")];
    if (!isDate(first) || !isDate(last) || last < first) return [];
    const numbers = new Set(chosen.map((entry) => weekdayNumber(String(entry))));
    const start = Date.parse(first);
    const length = Math.min(7, (Date.parse(last) - start) / day + 1);
    const within = Array.from({ length }, (_, offset) => new Date(start + offset * day).getUTCDay());
    return within.some((entry) => numbers.has(entry))
      ? []
      : [found("daysOfWeek", `has no day between ${first} and ${last}: nobody would be called`, { value: chosen })];
  },
};

const noNumber: JudgedRule = {
  id: "campaign/no-number",
  severity: "warning",
  what: "An outbound campaign without a number to call from, or an inbound one without a number to be called on.",
  why: "It is thought to need one.",
  mark: "inferred",
  instead: "Set `outboundPhoneNumberId` or `inboundPhoneNumberId`, such as the `id` of a `PhoneNumber`.",
  judge: (inputs) => {
    const type = inputs["campaignType"];
    const needed = numberFieldOf(type);
    const use = type === "outbound" ? "call from" : "be called on";
    return needed !== undefined && inputs[needed] === undefined
      ? [found(needed, `is not set: an ${String(type)} campaign is thought to need a number to ${use} (inferred)`)]
      : [];
  },
};

const noAttempt: JudgedRule = {
  id: "campaign/no-attempt",
  severity: "warning",
  what: "Less than one attempt for a contact.",
  why: "Nobody would be called.",
  mark: "inferred",
  instead: "Use one attempt or more.",
  judge: (inputs) =>
    listIn(inputs, "numberOfCallAttempts").flatMap((value, index) =>
      typeof value === "number" && value < 1
        ? [found(`numberOfCallAttempts[${index}]`, "means that nobody would be called", { value })]
        : [],
    ),
};

const negativePause: JudgedRule = {
  id: "campaign/negative-pause",
  severity: "warning",
  what: "A pause of less than nothing between two attempts.",
  why: "What the API makes of it is not documented.",
  mark: "inferred",
  instead: "Use a pause of a minute or more.",
  judge: (inputs) =>
    listIn(inputs, "retryDelay").flatMap((value, index) =>
      typeof value === "number" && value < 0
        ? [found(`retryDelay[${index}]`, "is a pause of less than nothing", { value })]
        : [],
    ),
};

const pauseUnit: JudgedRule = {
  id: "campaign/pause-unit",
  severity: "warning",
  what: "A pause between attempts without a unit, or in another one than seconds.",
  why: "Only `seconds` was ever seen for campaigns. What is read in another unit calls too soon.",
  mark: "example",
  instead: 'Write `retryDelayUnit: ["seconds"]`.',
  judge: (inputs) =>
    Array.isArray(inputs["retryDelay"]) && inputs["retryDelayUnit"] === undefined
      ? [found("retryDelayUnit", `is not set while retryDelay is; write ["seconds"]`)]
      : listIn(inputs, "retryDelayUnit").flatMap((value, index) =>
          known(value) && value !== "seconds"
            ? [
                found(
                  `retryDelayUnit[${index}]`,
                  `is a unit the API was never seen to take for campaigns; only "seconds" was`,
                  {
                    value,
                  },
                ),
              ]
            : [],
        ),
};

const attemptFields = parallelFields.map(({ name }) => name).filter((name) => !selectionFields.includes(name));

/** With one source at most, it may have any number of tags, or as many tags as categories: what of it is a set is not judged. */
const parallelLists: JudgedRule = {
  id: "campaign/parallel-lists",
  severity: "warning",
  what: "Lists that are thought to run in parallel, entry by entry, and are of different lengths, also where no source is named.",
  why: "Entry *i* of each list is thought to speak of the *i*-th source, so people may be called with another source's attempts.",
  mark: "inferred",
  instead: "Give each list one entry for each source.",
  judge: (inputs) => {
    const given = parallelFields.flatMap(({ name }) => {
      const { length } = listIn(inputs, name);
      return length > 0 ? [{ name, length }] : [];
    });
    const lengthOf = (name: string): number => listIn(inputs, name).length;
    const sources = lengthOf("contactsListSource");
    const lengths = (lists: typeof given): number => new Set(lists.map(({ length }) => length)).size;
    const isForAll = sources > 1 || lengths(given.filter(({ length }) => length > 1)) > 1;
    const judgedHere = isForAll ? given : given.filter(({ name }) => attemptFields.includes(name));
    const allowed = sources > 0 ? [sources] : [1, ...selectionFields.map(lengthOf)];
    const isUneven = lengths(judgedHere) > 1;
    const odd = judgedHere.filter(({ length }) => !allowed.includes(length));
    const first = odd[0] ?? (isUneven ? judgedHere[0] : undefined);
    if (first === undefined) return [];
    const shown = sources > 0 ? [{ name: "contactsListSource", length: sources }, ...judgedHere] : judgedHere;
    const words = [...new Map(shown.map((entry) => [entry.name, entry])).values()]
      .map(({ name, length }) => `${name} has ${entries(length)}`)
      .join(", ");
    return [
      found(
        first.name,
        `does not match the other lists: ${words}; entry i of each is thought to speak of the i-th source (inferred)`,
      ),
    ];
  },
};

const entries = (count: number): string => (count === 1 ? "1 entry" : `${count} entries`);

const fixedZone: JudgedRule = {
  id: "campaign/fixed-zone",
  severity: "warning",
  what: "A time zone without daylight saving, such as `EST` or `Etc/GMT+5`.",
  why: "For half of the year people would be called an hour off.",
  mark: "inferred",
  instead: 'Use the name of a place, such as `"America/New_York"`.',
  judge: ({ timeZone: zone }) =>
    known(zone) && /^(EST|MST|HST|Etc\/GMT[+-]\d+)$/i.test(zone)
      ? [
          found("timeZone", "knows no daylight saving", {
            value: zone,
            suggestion: `a place's name such as "America/New_York" does`,
          }),
        ]
      : [],
};

/** Rules that look at one campaign. */
export const campaignRules: readonly JudgedRule[] = [
  noSelection,
  window,
  dates,
  parallelLists,
  oneSidedWindow,
  overMidnight,
  noWindow,
  anyHour,
  startsAtOnce,
  pastDates,
  noDay,
  noNumber,
  noAttempt,
  manyAttempts,
  negativePause,
  shortPause,
  pauseUnit,
  fixedZone,
];

/** Which campaigns, which week and which zone a picture shows. */
import type { Properties } from "../../kinds/normalForm";
import { isCalendarDate } from "../../values/calendarDate";
import { canonicalZone } from "../../values/timeZone";
import type { Action, Change } from "./preview";
import { whenWords } from "./values";
import { statusAfter } from "./totals";
import { barsOf, clocksChange, mondayOf, nightOf, windowOf, type Bar } from "./week";

interface WeekOptions {
  /** IANA name; left out: the zone that most campaigns use. */
  readonly zone?: string | undefined;
  /** Any day of the week to show, `YYYY-MM-DD`; left out: the first week of the campaign that starts next, or this week. */
  readonly week?: string | undefined;
  readonly now: Date;
}

/** What one campaign looks like in the week. */
export interface WeekRow {
  readonly name: string;
  readonly action: Action;
  /** The status it will be in; undefined: it goes. */
  readonly status: string | undefined;
  /** It is called, and calls nobody. */
  readonly isInbound: boolean;
  /** When it is night for those who are called, in the shown zone. */
  readonly night: readonly Bar[];
  /** In words, in the campaign's own zone. */
  readonly hours: string;
  readonly before: readonly Bar[];
  readonly after: readonly Bar[];
  /** What the picture cannot show. */
  readonly remarks: readonly string[];
}

export interface WeekPlan {
  readonly monday: string;
  readonly zone: string;
  readonly clocksChange: boolean;
  readonly rows: readonly WeekRow[];
  /** How many more campaigns there are than rows. */
  readonly left: number;
}

/** More rows would be too long to read. */
const MOST_ROWS = 60;

const order: readonly Action[] = ["delete", "replace", "update", "create", "same"];

/** The plan of a picture, deletions first. */
export function weekPlan(changes: readonly Change[], options: WeekOptions): WeekPlan {
  const campaigns = changes.filter(({ kind }) => kind === "Campaign");
  const zone = options.zone ?? usualZone(campaigns);
  const monday = mondayOf(options.week ?? firstDay(campaigns, options.now));
  const ordered = order.flatMap((action) => campaigns.filter((change) => change.action === action));
  const shown = ordered.slice(0, MOST_ROWS);
  return {
    monday,
    zone,
    clocksChange: clocksChange(monday, zone),
    rows: shown.map((change) => rowOf(change, monday, zone)),
    left: ordered.length - shown.length,
  };
}

/** In the zone that is shown where the campaign's own is not known. */
const nightIn = (timeZone: unknown, monday: string, zone: string): Bar[] =>
  barsOf(
    nightOf(typeof timeZone === "string" && canonicalZone(timeZone) !== undefined ? timeZone : zone),
    monday,
    zone,
  );

const newest = (change: Change): Properties => change.after ?? change.before ?? {};

function usualZone(campaigns: readonly Change[]): string {
  const counts = new Map<string, number>();
  const staying = campaigns.filter(({ after }) => after !== undefined);
  for (const change of staying.length > 0 ? staying : campaigns) {
    const zone = newest(change)["timeZone"];
    if (typeof zone === "string" && canonicalZone(zone) !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([left, most], [right, other]) => other - most || (left < right ? -1 : 1));
  return first?.[0] ?? "UTC";
}

function firstDay(campaigns: readonly Change[], now: Date): string {
  const today = now.toISOString().slice(0, 10);
  const starts = campaigns
    .map((change) => newest(change)["startedAt"])
    .filter((date): date is string => typeof date === "string" && isCalendarDate(date) && date > today);
  return starts.sort()[0] ?? today;
}

function rowOf(change: Change, monday: string, zone: string): WeekRow {
  const before = drawn(change.before, monday, zone);
  const after = drawn(change.after, monday, zone);
  const [old, now] = [change.before, change.after].map((inputs) => inputs && whenWords(inputs));
  return {
    name: change.name,
    action: change.action,
    status: statusAfter(change),
    isInbound: newest(change)["campaignType"] === "inbound",
    night: nightIn(newest(change)["timeZone"], monday, zone),
    hours: old !== undefined && now !== undefined && old !== now ? `${old} → ${now}` : (now ?? old ?? ""),
    before: change.action === "same" ? [] : before.bars,
    after: after.bars,
    remarks: [...new Set([...before.remarks, ...after.remarks])],
  };
}

function drawn(inputs: Properties | undefined, monday: string, zone: string): { bars: Bar[]; remarks: string[] } {
  if (inputs === undefined) return { bars: [], remarks: [] };
  const window = windowOf(inputs);
  if ("reason" in window) return { bars: [], remarks: [`not drawn: ${window.reason}`] };
  const overMidnight = inputs["callTimeOfDayTo"] !== undefined && window.to > 1440 && !window.isDoubtful;
  const oneSided = (inputs["callTimeOfDayFrom"] === undefined) !== (inputs["callTimeOfDayTo"] === undefined);
  return {
    bars: barsOf(window, monday, zone),
    remarks: [
      ...(window.isDoubtful ? ["never or all day: drawn as all day"] : []),
      ...(overMidnight ? ["drawn into the next day, but what it means is not documented"] : []),
      ...(oneSided ? ["one-sided: drawn to the end of the day, but what it means is not documented"] : []),
    ],
  };
}

/**
 * When a campaign may call: on its days, between its first and last day, within its hours, all in its time zone. What is
 * not documented is read as the widest: no hours are all day, a window over midnight belongs to the day it begins, one
 * that begins and ends at the same time is open all day. Pure functions.
 */
import { textOf } from "../json";
import type { StoredObject } from "../store";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clocks of a zone show, in milliseconds since 1970 there. */
function wallClock(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
    formats.set(zone, format);
  }
  return Date.parse(`${format.format(instant).replace(" ", "T")}Z`);
}

/** Whether a campaign may call at an instant, its status apart. */
export function mayCall(campaign: Readonly<StoredObject>, instant: number): boolean {
  const wall = wallClock(instant, textOf(campaign["time_zone"]) ?? "UTC");
  const ofDay = ((wall % DAY) + DAY) % DAY;
  const from = ofTime(campaign["call_time_of_day_from"]) ?? 0;
  const to = ofTime(campaign["call_time_of_day_to"]) ?? DAY;
  if (from < to) return ofDay >= from && ofDay < to && isDay(campaign, wall);
  return (ofDay >= from && isDay(campaign, wall)) || (ofDay < to && isDay(campaign, wall - DAY));
}

function isDay(campaign: Readonly<StoredObject>, wall: number): boolean {
  const { started_at: first, ended_at: last, days_of_week: days } = campaign;
  const date = new Date(wall);
  const day = date.toISOString().slice(0, 10);
  if (typeof first === "string" && day < first) return false;
  if (typeof last === "string" && day > last) return false;
  return Array.isArray(days) && days.includes(date.getUTCDay());
}

function ofTime(time: StoredObject[string] | undefined): number | undefined {
  const match = typeof time === "string" ? /^(\d\d):(\d\d):(\d\d)$/.exec(time) : null;
  return match === null ? undefined : (Number(match[1]) * 60 + Number(match[2])) * MINUTE + Number(match[3]) * 1_000;
}

/** How far ahead of a campaign's next call is looked; a campaign beyond it is looked at again later. */
const HORIZON = 10 * DAY;

/** The first minute from an instant on at which the campaign may call; undefined: none before `end`. */
export function nextMinute(campaign: Readonly<StoredObject>, from: number, end: number): number | undefined {
  let at = Math.ceil(from / MINUTE) * MINUTE;
  const first = textOf(campaign["started_at"]);
  // A day more: somewhere it is the first day already.
  if (first !== undefined) at = Math.max(at, (Date.parse(`${first}T00:00:00Z`) || at) - DAY);
  for (const stop = Math.min(end, at + HORIZON); at <= stop; at += MINUTE) if (mayCall(campaign, at)) return at;
  return undefined;
}

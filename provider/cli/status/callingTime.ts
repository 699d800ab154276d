/**
 * Does a campaign call at this instant, and if not, when next? A pure function of what the API shows of it. What is not
 * documented is read as the worst case: no hours are all day, and so are hours that begin and end at the same time. Whether
 * a status calls that is none of the known words, and when a campaign calls whose days or zone are not known, is not known.
 */
import type { Properties } from "../../kinds/normalForm";
import { isCalling, isRest, statusWord } from "../../kinds/statusWords";
import { addDays, instantOf, localDate, windowOf, type CallingWindow } from "../review/week";

interface CallingTime {
  /**
   * Active, within its dates, and within its hours in its zone. A window over midnight counts to the day it begins. Null: it
   * may be, but whether its status calls or when it calls is not known.
   */
  readonly callingNow: boolean | null;
  /** When its hours begin next (ms since 1970); undefined: now, never, or not known. */
  readonly nextAt: number | undefined;
}

const NEVER: CallingTime = { callingNow: false, nextAt: undefined };
const NOT_KNOWN: CallingTime = { callingNow: null, nextAt: undefined };

/** A week, and a day for the hours that began yesterday. */
const DAYS_TO_LOOK_AT = 9;

/**
 * @param campaign its fields in program names and normal form, `status` among them
 * @param now milliseconds since 1970
 */
export function callingTime(campaign: Properties, now: number): CallingTime {
  const status = statusWord(campaign["status"]);
  if (isRest(status)) return NEVER;
  const window = windowOf(campaign);
  if ("reason" in window || campaign["daysOfWeek"] === undefined)
    return isBetweenItsDates(campaign, now) ? NOT_KNOWN : NEVER;
  const spans = spansAround(campaign, window, now);
  const isOpen = spans.some(({ start, end }) => start <= now && now < end);
  if (!isCalling(status)) return isOpen ? NOT_KNOWN : NEVER;
  return isOpen
    ? { callingNow: true, nextAt: undefined }
    : { callingNow: false, nextAt: spans.find(({ start }) => start > now)?.start };
}

/** Whether it is, somewhere, a day of the campaign's, or the night after its last. */
function isBetweenItsDates(campaign: Properties, now: number): boolean {
  const [first, last] = [dayOf(campaign["startedAt"]), dayOf(campaign["endedAt"])];
  const today = localDate(now, "UTC");
  return (first === undefined || first <= addDays(today, 1)) && (last === undefined || last >= addDays(today, -2));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The windows from yesterday on, or from the campaign's first day where that is later; enough to hold the next one. */
function spansAround(campaign: Properties, window: CallingWindow, now: number): Span[] {
  const [first, last] = [dayOf(campaign["startedAt"]), dayOf(campaign["endedAt"])];
  const yesterday = addDays(localDate(now, window.zone), -1);
  const from = first !== undefined && first > yesterday ? first : yesterday;
  return Array.from({ length: DAYS_TO_LOOK_AT }, (_, index) => addDays(from, index))
    .filter((date) => window.days.has(new Date(`${date}T00:00:00Z`).getUTCDay()))
    .filter((date) => last === undefined || date <= last)
    .map((date) => ({
      start: instantOf(date, window.from, window.zone),
      end: instantOf(date, window.to, window.zone),
    }));
}

const dayOf = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined;

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** `Mon 09:00 Europe/Paris` within seven days, else `2026-12-01 09:00 Europe/Paris`; in the campaign's own zone. */
export function nextInWords(nextAt: number, now: number, zone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(nextAt).map(({ type, value }) => [type, value]));
  const day = nextAt - now < WEEK_MS ? (parts.get("weekday") ?? "") : localDate(nextAt, zone);
  return `${day} ${parts.get("hour") ?? ""}:${parts.get("minute") ?? ""} ${zone}`;
}

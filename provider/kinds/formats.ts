/** What each `format` in schema.json demands of a text in normal form. */
import { isCalendarDate } from "../values/calendarDate";
import { isUuid } from "../values/id";
import { judgePhoneNumber } from "../values/phoneNumberFormat";
import { parseTimeOfDay } from "../values/timeOfDay";
import { canonicalZone } from "../values/timeZone";

export { isUuid };

/** The word that `existingId` takes in place of an ID: none of the objects that a run named is meant. */
export const NO_EXISTING_ID = "none";

/** Whether texts of a format are IDs, and so the same in either letter case. */
export const isIdFormat = (format: string | undefined): boolean => format === "uuid" || format === "existing-id";

export const formats = {
  uuid: isUuid,
  "existing-id": (text: string): boolean => text === NO_EXISTING_ID || isUuid(text),
  date: isCalendarDate,
  "time-of-day": (text: string): boolean => parseTimeOfDay(text) === text,
  "time-zone": (text: string): boolean => canonicalZone(text) !== undefined,
  e164: (text: string): boolean => {
    const verdict = judgePhoneNumber(text);
    return verdict.kind === "valid" || verdict.kind === "unassigned";
  },
  uri: (text: string): boolean => URL.canParse(text) && /^https?:/i.test(text),
  slug: (text: string): boolean => /^\S+$/.test(text),
  "date-time": (): boolean => true,
  weekday: (): boolean => true,
  // Judged in acceptance.ts: which rules there are is known only once all kinds are.
  "rule-id": (): boolean => true,
} as const;

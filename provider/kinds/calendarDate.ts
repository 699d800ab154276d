const pattern = /^(\d{4})-(\d{2})-(\d{2})/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD` (30 February is none). */
export function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** The day of a date or date-time the API answers with; undefined if it is neither. */
export const parseAnsweredDate = (value: unknown): string | undefined =>
  typeof value === "string" && pattern.test(value) ? value.slice(0, 10) : undefined;

/** A day of the calendar in the one writing accepted from programs; common other ones only serve a suggestion. */
export function suggestDate(value: string): string | undefined {
  const loose = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value.trim());
  if (loose === null) return undefined;
  const text = [loose[1], loose[2]?.padStart(2, "0"), loose[3]?.padStart(2, "0")].join("-");
  return isCalendarDate(text) ? text : undefined;
}

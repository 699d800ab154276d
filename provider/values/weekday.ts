/** Days of the week as the API counts them (documented): 0 = Sunday … 6 = Saturday. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

export type Weekday = (typeof weekdays)[number];

/** A weekday from a number 0–6, an English name or its first three letters; undefined for anything else. */
export function parseWeekday(value: unknown): Weekday | undefined {
  if (typeof value === "number") return weekdays[value];
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if (/^[0-6]$/.test(text)) return weekdays[Number(text)];
  return weekdays.find((day) => day === text || day.slice(0, 3) === text);
}

export const weekdayNumber = (day: string): number => weekdays.indexOf(day as Weekday);

/** What each `format` in schema.json demands of a text on the wire. */
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : (days[month - 1] ?? 0));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

const matching =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

export const formats = {
  uuid: matching(/^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
  date: isDate,
  "time-of-day": matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
  "time-zone": isTimeZone,
  uri: (text: string): boolean => URL.canParse(text),
  e164: matching(/^\+[1-9]\d{4,14}$/),
  slug: matching(/^[A-Za-z0-9][A-Za-z0-9_-]*$/),
} as const;

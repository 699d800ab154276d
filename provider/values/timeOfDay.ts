/** Times of a day, `HH:MM:SS`. They carry no zone of their own: an offset of nothing says nothing. */
const pattern = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*(?:Z|[+-]00(?::?00)?))?$/i;

/** `HH:MM:SS` from `9:00`, `09:00`, `09:00:00` (and what servers make of it); undefined if it is no time of a day. */
export function parseTimeOfDay(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const match = pattern.exec(value.trim());
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
}

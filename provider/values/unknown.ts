/**
 * A value that is not known yet (an output of something still to be created). Engines hand it to check and
 * diff as this text, for a property of any type and at any depth; it must stay where it is, is never
 * validated, and counts as changed.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const isUnknown = (value: unknown): boolean => value === UNKNOWN;

/** Whether a value is, or holds at any depth, something not known yet. */
export function holdsUnknown(value: unknown): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some(holdsUnknown);
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsUnknown);
  return false;
}

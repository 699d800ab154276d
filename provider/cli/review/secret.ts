/**
 * Secrets in a preview: the engine writes `[secret]` in their place. States and plans write an object with a
 * signature instead; both are taken for secrets here, so that no value behind them can come into a comment.
 */
export const MASK = "[secret]";
const SIGNATURE = "4dabf18193072939515e22adb298388d";

export const isSecret = (value: unknown): boolean =>
  value === MASK || (typeof value === "object" && value !== null && SIGNATURE in value);

/** Whether a value is, or holds at any depth, a secret. */
export function holdsSecret(value: unknown): boolean {
  if (isSecret(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsSecret);
}

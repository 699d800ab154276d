/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** An object with the API's own names (snake_case), as it travels and as the emulator stores it. */
export type WireObject = { [key: string]: Json };

/** Whether a value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a value if it is one. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

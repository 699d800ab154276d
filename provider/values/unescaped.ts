/**
 * The texts of an answer as they were before the server showed them with HTML entities: one that is written back as it is
 * shown gains an `amp;` each time. Decoded once, since `&amp;lt;` is how `&lt;` is shown. A sign that stands bare in a text
 * says that nothing of it was encoded.
 */
import { isObject } from "./empty";
import { decodedOnce, entity } from "./text";

export function unescaped(value: unknown): unknown {
  // Most texts have no such sign: every text of every list comes by here.
  if (typeof value === "string")
    return !value.includes("&") || /[&<>]/.test(value.replace(entity, "")) ? value : decodedOnce(value);
  if (Array.isArray(value)) return value.map(unescaped);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, unescaped(entry)]));
}

/** When a value is nothing: servers say so in several forms. `0` and `false` are something. */
import { foldedText } from "./text";

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Nothing, in any of the forms in which servers say nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

/** Nothing once a server has trimmed texts and dropped keys whose value is null. */
export const isBlank = (value: unknown): boolean =>
  isEmpty(value) ||
  (typeof value === "string" && foldedText(value) === "") ||
  (isObject(value) && Object.values(value).every((entry) => entry === null || entry === undefined));

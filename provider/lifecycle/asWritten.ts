/** A live value as a program writes it. */
import { isEmpty } from "../values/empty";
import type { Properties } from "../kinds/normalForm";
import type { Field } from "../kinds/schema";
import { inShape } from "../kinds/shape";

/** Undefined where there is nothing to write. A required field always holds something. */
export function asWritten(field: Field, live: unknown, isRequired: boolean): unknown {
  // The API answers a list of variables with one object.
  const value = field.name === "agentDynamicVariables" ? (inShape(field, live) ?? live) : live;
  if (isEmpty(value)) return isRequired ? emptyOf(field) : undefined;
  return field.fields === undefined ? value : nested(field, value);
}

/** Nothing, in the type of a required field. */
function emptyOf(field: Field): unknown {
  if (field.types.includes("array")) return [];
  return field.types.includes("string") ? "" : undefined;
}

/** Objects inside a value without what is not set in them. */
function nested(field: Field, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => nested(field, entry));
  if (typeof value !== "object" || value === null) return value;
  const object = value as Properties;
  const kept = (field.fields ?? []).filter((child) => {
    const entry = object[child.name];
    if (child.node.readOnly === true || entry === undefined || entry === null || entry === "") return false;
    const isWrongType = Array.isArray(entry) && !child.types.includes("array") && child.types.length > 0;
    return !isWrongType && !(child.node.secret === true && isEmpty(entry));
  });
  return Object.fromEntries(kept.map((child) => [child.name, object[child.name]]));
}

/** Which fields of a live object an update can carry: what has a form of its own in answers is not taken. */
import { isEmpty } from "../values/empty";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { validate } from "../kinds/validation";
import { without } from "./state";

/**
 * Written fields whose value no program could declare: a mask, a date that is an empty text, an object that is shown as
 * text.
 */
export function refusedFields(kind: Kind, values: Properties): readonly string[] {
  const wrong = validate(kind, values).filter(({ severity }) => severity === "error");
  const refused = new Set(wrong.map(({ property }) => property.split(/[.[]/, 1)[0]));
  return kind.written.map(({ name }) => name).filter((name) => refused.has(name));
}

/**
 * Live values as an update can carry them. What it cannot is as it is known, since it is mostly the same in another form;
 * what is nothing, or is not known either, is left out.
 */
export function carriable(kind: Kind, values: Properties, known: Properties): Properties {
  const refused = refusedFields(kind, values);
  if (refused.length === 0) return values;
  const isNeeded = (name: string): boolean => kind.node.required?.includes(name) === true;
  const mended = Object.entries(values).flatMap(([name, value]) => {
    if (!refused.includes(name)) return [[name, value] as const];
    const isLeftOut = known[name] === undefined || (isEmpty(value) && !isNeeded(name));
    return isLeftOut ? [] : [[name, known[name]] as const];
  });
  const carried = Object.fromEntries(mended);
  return without(carried, refusedFields(kind, carried));
}

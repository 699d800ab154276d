/**
 * Fields that decide about the calls of an imported object and that its program leaves out: they stay as they are in
 * Callab, so nothing is known of them. The names travel as a note in the inputs, since a check sees no state; a field
 * leaves the note once a program declares it.
 */
import { isEmpty } from "../values/empty";
import { UNKNOWN } from "../values/unknown";
import { NO_EXISTING_ID } from "./formats";
import type { Properties } from "./normalForm";
import { notedNames } from "./notedNames";
import type { KindSchema } from "./schema";

/** The note: names of fields, in the order of the schema. */
export const LEFT_ALONE = "__leftAlone";

export const leftAloneIn = (inputs: Properties): readonly string[] => notedNames(inputs, LEFT_ALONE);

/** The note alone, of what is not declared; nothing where there is nothing to note. */
export function leftAloneNote(noted: readonly string[], declared: Properties): Readonly<Record<string, unknown>> {
  const names = noted.filter((name) => declared[name] === undefined || declared[name] === null);
  return names.length === 0 ? {} : { [LEFT_ALONE]: names };
}

/** Whether the inputs name an object that exists, which may have more than they declare. */
export const namesExisting = ({ existingId }: Properties): boolean =>
  existingId !== undefined && existingId !== null && existingId !== NO_EXISTING_ID;

/** Inputs for rules that warn of what is not set: what is left alone is not known, and such values cause no warning. */
export function asFarAsKnown(inputs: Properties, noted: readonly string[] = leftAloneIn(inputs)): Properties {
  const left = noted.filter((name) => inputs[name] === undefined || inputs[name] === null);
  return left.length === 0 ? inputs : { ...inputs, ...Object.fromEntries(left.map((name) => [name, UNKNOWN])) };
}

/** What a program may leave alone of an object that it imports: all but what the API shows to be empty. */
export const mayBeLeftAlone = (kind: KindSchema, live: Properties): string[] =>
  kind.written
    .filter(({ name, node }) => node.decides !== undefined && (live[name] === undefined || !isEmpty(live[name])))
    .map(({ name }) => name);

/**
 * What a program leaves alone stays as it is, also at an API whose updates replace the whole object. Which of the two an
 * update does is not documented: what it does not name is compared with what was there before, and written again where it was
 * lost. From then on, or where a learned contract says so, every update of the kind carries it.
 */
import { isEmpty } from "../values/empty";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { validate } from "../kinds/validation";
import { text, textOf } from "../words/text";
import { differences, notShown } from "./adoption";
import type { Context } from "./context";
import type { Making } from "./created";
import type { Drift } from "./drift";
import type { Seen } from "./observe";
import { pick } from "./state";
import { statusOf } from "./status";
import { writeAll } from "./write";

/** Fields that an update has no business with, as they were before it. */
export function undeclaredIn(
  kind: Kind,
  inputs: Properties,
  cleared: readonly string[],
  before: Properties,
): Properties {
  const left = kind.content
    .filter(({ name, node }) => node.replaceOnChange !== true && inputs[name] === undefined && !cleared.includes(name))
    .filter(({ name }) => !isEmpty(before[name]));
  return pick(
    before,
    left.map(({ name }) => name),
  );
}

/** What of it an update can carry: a mask stands for another value, and what has a form of its own in answers is not taken. */
export function carried(kind: Kind, undeclared: Properties, inputs: Properties): Properties {
  const wrong = validate(kind, { ...inputs, ...undeclared }).filter(({ severity }) => severity === "error");
  const refused = new Set(wrong.map(({ property }) => property.split(/[.[]/, 1)[0]));
  return Object.fromEntries(Object.entries(undeclared).filter(([name]) => !refused.has(name)));
}

/** What of it is there no more, or is another value. */
export function lost(kind: Kind, undeclared: Properties, inputs: Properties, seen: Seen): Drift[] {
  const names = new Set(Object.keys(undeclared));
  const expected = { ...inputs, ...undeclared };
  const found = [
    ...differences(kind, expected, seen.fields),
    ...(seen.isReadAlone === true ? notShown(kind, undeclared, seen.fields) : []),
  ];
  return found.filter(({ field }) => names.has(field));
}

/**
 * Whether that is by an update which has replaced the object: something of it is empty. A value that is another one may be
 * somebody's who was at it at that moment: it is told of, and left.
 */
export const isReplaced = (gone: readonly Drift[]): boolean => gone.some(({ live }) => isEmpty(live));

/**
 * The same after a write that was to set the status alone: that never carries what it does not need, so that nothing of it
 * can have it refused.
 */
export async function keepUndeclared(
  context: Context,
  making: Making,
  id: string,
  before: Properties,
  seen: Seen | { readonly failure: unknown },
): Promise<void> {
  const { identity, inputs } = making;
  const { kind } = identity;
  if ("failure" in seen) return;
  const undeclared = undeclaredIn(kind, inputs, [], before);
  const gone = lost(kind, undeclared, inputs, seen);
  if (!isReplaced(gone)) return;
  context.client.expectations.sawReplaced(kind.name);
  const update = { status: statusOf(seen), alongside: carried(kind, undeclared, inputs) };
  await writtenAgain(context, making, id, gone, () => writeAll(context, making, id, update));
}

/** What is told of it once it was written again by `again`, or could not be. */
export async function writtenAgain<T>(
  context: Context,
  { identity: { words } }: Making,
  id: string,
  gone: readonly Drift[],
  again: () => Promise<T>,
): Promise<T | undefined> {
  const fields = gone.map(({ field }) => field).join(", ");
  const head = `${words} (ID ${id}): this API sets back what an update does not name. The program leaves ${fields} out.`;
  try {
    const answer = await again();
    context.note(`${head} It was written again as it was. Declare it, so that nothing depends on that.`);
    return answer;
  } catch (error) {
    context.note(text`${head} It could not be written again as it was. ${textOf(error)}`);
    return undefined;
  }
}

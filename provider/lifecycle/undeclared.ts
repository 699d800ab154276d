/**
 * What a program leaves alone stays as it is, also at an API whose updates replace the whole object. Which of the two an
 * update does is not documented: what it does not name is compared with what was there before, and written again where it was
 * lost. From then on, or where a learned contract says so, every update of the kind carries it.
 */
import { isEmpty } from "../values/empty";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { lines, text, textOf } from "../words/text";
import { differences, notShown } from "./adoption";
import { refusedFields } from "./carriable";
import type { Context } from "./context";
import type { Making } from "./created";
import type { Drift } from "./drift";
import type { Seen } from "./observe";
import { secretsOf } from "./secrets";
import { sideBySide } from "./sideBySide";
import type { Sighting } from "./sighting";
import { pick, without } from "./state";
import { statusOf, statusToWrite } from "./status";
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
  return without(undeclared, refusedFields(kind, { ...inputs, ...undeclared }));
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
 * @param named the fields that it named; left out: all inputs
 */
export async function keepUndeclared(
  context: Context,
  making: Making,
  id: string,
  before: Properties,
  seen: Sighting,
  named?: readonly string[],
): Promise<void> {
  const { identity, inputs } = making;
  const { kind } = identity;
  if ("failure" in seen) return;
  const undeclared = undeclaredIn(kind, named === undefined ? inputs : pick(inputs, named), [], before);
  const gone = lost(kind, undeclared, inputs, seen);
  if (gone.length > 0 && !isReplaced(gone)) tellChanged(context, making, id, gone);
  if (!isReplaced(gone)) return;
  context.client.expectations.sawReplaced(kind.name);
  const update = { status: statusToWrite(statusOf(seen), undefined), alongside: carried(kind, undeclared, inputs) };
  await writtenAgain(context, making, id, gone, () => writeAll(context, making, id, update));
}

/** Hours that are others after a pause may be those of a server that sets back what is not named: who goes on must know. */
function tellChanged(context: Context, { identity, inputs }: Making, id: string, changed: readonly Drift[]): void {
  context.note(
    lines([
      `${identity.words} (ID ${id}): what was not to be changed is another value after the pause, by it or by somebody at that moment. It is left so.`,
      sideBySide(changed, secretsOf(identity.kind, inputs), ["before", "now"]),
      "Look at it in the dashboard before the campaign calls again, and declare what must not change.",
    ]),
  );
}

/** What is told of it once it was written again by `again`, or could not be. */
export async function writtenAgain<T>(
  context: Context,
  { identity: { words }, inputs }: Making,
  id: string,
  gone: readonly Drift[],
  again: () => Promise<T>,
): Promise<T | undefined> {
  const fields = gone.map(({ field }) => field).join(", ");
  const left = gone.every(({ field }) => inputs[field] === undefined);
  const head = `${words} (ID ${id}): this API sets back what an update does not name. ${left ? `The program leaves ${fields} out.` : `The pause could not name ${fields}.`}`;
  try {
    const answer = await again();
    context.note(
      `${head} It was written again as it was.${left ? " Declare it, so that nothing depends on that." : ""}`,
    );
    return answer;
  } catch (error) {
    context.note(text`${head} It could not be written again as it was. ${textOf(error)}`);
    return undefined;
  }
}

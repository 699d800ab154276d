/**
 * What an API gives an object of itself in fields that the program leaves out: a selection, hours. A new campaign has it
 * from the beginning, so it is nobody's change and no drift; but it decides who is called and when, and the program's
 * summary says nothing of it. So it is told, once, by the run that brought it about.
 */
import { isEmpty } from "../values/empty";
import { decidesWhoOrWhen } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Context } from "./context";
import type { Making } from "./created";
import { secretsOf } from "./secrets";
import { sideBySide } from "./sideBySide";

/** @param before what was live before the write; nothing for what is new */
export function tellGiven(
  context: Context,
  { identity: { kind, words }, inputs }: Making,
  id: string,
  before: Properties,
  after: Properties,
): void {
  const given = kind.content
    .filter(({ name }) => decidesWhoOrWhen(kind, name))
    .filter(({ name }) => isEmpty(inputs[name]) && isEmpty(before[name]) && !isEmpty(after[name]))
    .map(({ name }) => ({ field: name, declared: null, live: after[name] }));
  if (given.length === 0) return;
  const table = sideBySide(given, secretsOf(kind, inputs), ["program", "stored"]);
  context.note(
    `${words} (ID ${id}): the API has set what the program leaves out, and it decides who is called and when:\n${table}\nDeclare it to have it otherwise.`,
  );
}

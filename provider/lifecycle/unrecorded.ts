/**
 * An update that was sent and that no state tells of: its process was killed between the write and the record. What the
 * API does not show of it would stay as it was written for good, unseen, where the program goes back to what it was.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { heldThen, printsOf } from "../ledger/prints";
import type { Context } from "./context";
import type { Making } from "./created";

/** Notes an update before it is sent; `changed` are the fields in which the state differs from the program. */
export function noteWriting(
  { ledger }: Context,
  { identity, inputs, owner }: Making,
  id: string,
  state: Properties,
  changed: readonly string[],
): void {
  const sent = identity.kind.written.map(({ name }) => name).filter((name) => changed.includes(name));
  const printed = (values: Properties) => printsOf(Object.fromEntries(sent.map((name) => [name, values[name]])));
  ledger.writing(identity, owner, id, { from: printed(state), to: printed(inputs) });
}

/** The fields that are not shown and of which the state has what was there before the last update of its resource. */
export function unrecorded(
  { ledger }: Pick<Context, "ledger">,
  kind: Kind,
  id: string,
  state: Properties,
  { owner, shown }: { readonly owner: string | undefined; readonly shown: Properties },
): readonly string[] {
  const hidden = kind.written.map(({ name }) => name).filter((name) => shown[name] === undefined);
  if (hidden.length === 0) return [];
  const { wrote } = ledger.object(id);
  if (wrote === undefined || wrote.owner !== owner) return [];
  return hidden.filter(
    (name) => heldThen(wrote.from, name, state[name]) === true && heldThen(wrote.to, name, state[name]) === false,
  );
}

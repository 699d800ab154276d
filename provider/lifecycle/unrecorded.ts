/**
 * An update that was sent and that no state tells of: its process was killed between the write and the record. What the
 * API does not show of it would stay as it was written for good, unseen, where the program goes back to what it was.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Change } from "../ledger/memory";
import type { Prints } from "../ledger/prints";
import type { Context } from "./context";
import type { Making } from "./created";
import { secretsOf } from "./secrets";

/** What there is to note of an update that is sent; `changed` are the fields in which the state differs from the program. */
export function changeOf(
  { ledger }: Context,
  { identity, inputs }: Making,
  state: Properties,
  changed: readonly string[],
): Change {
  const sent = identity.kind.written.map(({ name }) => name).filter((name) => changed.includes(name));
  const secrets = secretsOf(identity.kind, state, inputs);
  const printed = (values: Properties) =>
    ledger.printer.print(Object.fromEntries(sent.map((name) => [name, values[name]])), (name) => secrets.mayHold(name));
  return { from: printed(state), to: printed(inputs) };
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
  const isOf = (side: Prints, name: string): boolean | undefined => ledger.printer.heldThen(side, name, state[name]);
  return hidden.filter((name) => isOf(wrote.from, name) === true && isOf(wrote.to, name) === false);
}

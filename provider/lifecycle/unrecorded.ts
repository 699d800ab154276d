/**
 * An update that was sent and that no state tells of: its process was killed between the write and the record. What the
 * API does not show of it would stay as it was written for good, unseen, where the program goes back to what it was. What
 * it does show is nobody else's change.
 */
import type { Kind } from "../kinds/kind";
import { normalField, type Properties } from "../kinds/normalForm";
import { comparedIn } from "../kinds/parallel";
import type { Change } from "../ledger/memory";
import type { Prints } from "../ledger/prints";
import type { Context } from "./context";
import type { Making } from "./created";
import type { Drift } from "./drift";
import { secretsOf } from "./secrets";
import { notesIn } from "./state";

/** What there is to note of an update that is sent; `changed` are the fields in which the state differs from the program. */
export function changeOf(
  { ledger }: Context,
  { identity, inputs }: Making,
  state: Properties,
  changed: readonly string[],
): Change {
  const { kind } = identity;
  const sent = changed.filter((name) => name === "desiredStatus" || kind.written.some((field) => field.name === name));
  const secrets = secretsOf(kind, state, inputs);
  const printed = (values: Properties): Prints => {
    const compared = comparedIn(kind, values);
    return ledger.printer.print(Object.fromEntries(sent.map((name) => [name, compared(name, values[name])])), (name) =>
      secrets.mayHold(name),
    );
  };
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
  const compared = comparedIn(kind, state);
  const isOf = (side: Prints, name: string): boolean | undefined =>
    ledger.printer.heldThen(side, name, compared(name, state[name]));
  return hidden.filter((name) => isOf(wrote.from, name) === true && isOf(wrote.to, name) === false);
}

/** Whether a live value is what the last update of the resource wrote, and the state has what was there before that. */
export function isOwnWriting(
  { ledger }: Pick<Context, "ledger">,
  { kind, id, state }: { readonly kind: Kind; readonly id: string; readonly state: Properties },
  { field, live }: Drift,
  shown: Properties,
): boolean {
  const { wrote } = ledger.object(id);
  // A pause may be somebody's as well, and is not taken back.
  if (wrote === undefined || wrote.owner !== notesIn(state).owner || (field === "desiredStatus" && live !== "active"))
    return false;
  const { printer } = ledger;
  return (
    printer.heldThen(wrote.from, field, comparedIn(kind, state)(field, state[field])) === true &&
    printer.heldThen(wrote.to, field, comparedIn(kind, shown)(field, normalField(kind, field, live))) === true
  );
}

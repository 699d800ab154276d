/** What a create sent, and whether an object still is what it was sent: then it is the program that was edited. */
import type { Kind } from "../kinds/kind";
import { normalField, type Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";
import type { Printer, Prints } from "../ledger/prints";
import type { Drift } from "./drift";
import { secretsOf } from "./secrets";

/** What a create of these inputs sends: the fields that hold something. */
export function sentIn(printer: Printer, kind: Kind, inputs: Properties): Prints {
  const sent = kind.written.flatMap(({ name }) => (isEmpty(inputs[name]) ? [] : [[name, inputs[name]] as const]));
  const secrets = secretsOf(kind, inputs);
  return printer.print(Object.fromEntries(sent), (name) => secrets.mayHold(name));
}

/** Whether each differing field holds what was sent of it. */
export const areAsSent = (printer: Printer, kind: Kind, sent: Prints, found: readonly Drift[]): boolean =>
  found.every(({ field, live }) => {
    const value = normalField(kind, field, live);
    return printer.heldThen(sent, field, value) ?? isEmpty(value);
  });

/** What a create sent, and whether an object still is what it was sent: then it is the program that was edited. */
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import { normalField, type Properties } from "../kinds/normalForm";
import { comparedIn } from "../kinds/parallel";
import { isEmpty } from "../values/empty";
import type { Printer, Prints } from "../ledger/prints";
import type { Drift } from "./drift";
import { secretsOf } from "./secrets";

/** What a create of these inputs sends: the fields that hold something. */
export function sentIn(printer: Printer, kind: Kind, inputs: Properties): Prints {
  const compared = comparedIn(kind, inputs);
  const sent = kind.written.flatMap(({ name }) =>
    isEmpty(inputs[name]) ? [] : [[name, compared(name, inputs[name])] as const],
  );
  const secrets = secretsOf(kind, inputs);
  return printer.print(Object.fromEntries(sent), (name) => secrets.mayHold(name));
}

/** Whether each differing field of an object holds what was sent of it. */
export function areAsSent(
  printer: Printer,
  kind: Kind,
  sent: Prints,
  found: readonly Drift[],
  { fields }: Pick<Live, "fields">,
): boolean {
  const compared = comparedIn(kind, fields);
  return found.every(({ field, live }) => {
    const value = compared(field, normalField(kind, field, live));
    return printer.heldThen(sent, field, value) ?? isEmpty(value);
  });
}

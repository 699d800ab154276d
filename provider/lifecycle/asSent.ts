/** What a create sent, and whether an object still is what it was sent: then it is the program that was edited. */
import type { Kind } from "../kinds/kind";
import { normalField, type Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";
import { heldThen, printsOf, type Prints } from "../ledger/prints";
import type { Drift } from "./drift";

/** What a create of these inputs sends: the fields that hold something. */
export const sentIn = (kind: Kind, inputs: Properties): Prints =>
  printsOf(
    Object.fromEntries(
      kind.written.flatMap(({ name }) => (isEmpty(inputs[name]) ? [] : [[name, inputs[name]] as const])),
    ),
  );

/** Whether each differing field holds what was sent of it. */
export const areAsSent = (kind: Kind, sent: Prints, found: readonly Drift[]): boolean =>
  found.every(({ field, live }) => {
    const value = normalField(kind, field, live);
    return heldThen(sent, field, value) ?? isEmpty(value);
  });

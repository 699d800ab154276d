/**
 * Fields that somebody has emptied, at an API that leaves out what is not set: tags that are gone call everybody, an hour
 * that is gone calls all night. A read by the ID that lacks a deciding field which the API is documented to show, and which
 * the last write was seen to have, says that the field is not there any more. A list says nothing by what it lacks.
 */
import type { Live } from "../api/object";
import { decidesAboutCalls, type Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { notShown } from "./adoption";
import type { Context } from "./context";
import type { Seen } from "./observe";
import { declaredIn, notesIn } from "./state";

/** What is live, with null for what was emptied. */
export function withEmptied(
  { ledger }: Pick<Context, "ledger">,
  kind: Kind,
  state: Properties,
  seen: Seen,
): Live["fields"] {
  const { kept = "", unread } = notesIn(state);
  // Where the last write was not read back, nobody knows what the API shows of it.
  if (seen.isReadAlone !== true || unread !== undefined) return seen.fields;
  const emptied = notShown(kind, declaredIn(kind, state), seen.fields).filter(
    ({ field }) => decidesAboutCalls(kind, field) && ledger.printer.heldThen(kept, field, null) !== true,
  );
  return { ...seen.fields, ...Object.fromEntries(emptied.map(({ field }) => [field, null])) };
}

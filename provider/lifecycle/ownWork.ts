/**
 * Whose work an object is that exists before its create: of this resource itself, in a run that was cut off, or of
 * somebody else. Where it still is what was sent of it, whatever differs is an edit of the program.
 */
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import type { Ledger } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import type { Owner } from "../ledger/owner";
import { areAsSent } from "./asSent";
import type { Context } from "./context";
import type { Drift } from "./drift";
import type { Identity } from "./identity";
import { suspectsIn } from "./locate";

/** Who asks, and what is known of its creates without a clear outcome. */
interface Asker {
  readonly begun: readonly Begun[];
  readonly owner: Owner | undefined;
}

/** Whether this very resource made the object, or began to and nobody else is known to have. */
export function isMadeBy(
  context: Context,
  identity: Identity,
  id: string,
  listed: Live,
  { begun, owner }: Asker,
): boolean {
  const { ledger } = context;
  if (ledger.isMadeByStackOf(id, owner)) return true;
  const mine = begun.filter((entry) => entry.owner === owner);
  return mine.some((entry) =>
    entry.before === undefined
      ? !ledger.isMadeElsewhere(id, owner)
      : suspectsIn(context, identity, [entry], { objects: [{ ...listed, id }] }).length === 1,
  );
}

/** Whether each difference is the program's. */
export const isEditOfTheProgram = (
  ledger: Ledger,
  kind: Kind,
  id: string,
  { begun, owner }: Asker,
  found: readonly Drift[],
  live: Live,
): boolean =>
  // Of a create whose end no run has seen, or of one that had a clear end, and that no state holds.
  begun.some(
    (entry) =>
      entry.owner === owner && entry.sent !== undefined && areAsSent(ledger.printer, kind, entry.sent, found, live),
  ) || isAsMade(ledger, kind, id, owner, found, live);

/** The same of an object whose create had a clear end, in a run that was cut off before any state held it. */
export function isAsMade(
  ledger: Ledger,
  kind: Kind,
  id: string,
  owner: Owner | undefined,
  found: readonly Drift[],
  live: Live,
): boolean {
  const { maker, sent } = ledger.object(id);
  return (
    owner !== undefined &&
    maker?.owner === owner &&
    sent !== undefined &&
    areAsSent(ledger.printer, kind, sent, found, live)
  );
}

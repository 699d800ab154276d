/**
 * A name that an object is to be given, and that another one has: two would answer to it, and nobody could tell them apart
 * again. It is looked for before the rename, as a create looks for what exists.
 */
import { keyOf as hashOf } from "../ledger/ledger";
import { oneLine } from "../words/plainText";
import type { Context } from "./context";
import { matching, type Identity } from "./identity";
import { isSameId } from "../values/id";

/**
 * Throws where another object has the name. One that this run gives another name, or deletes, is on its way out; where a
 * list tells no IDs, what is called so may be the object itself, renamed by a run that never learnt so.
 * @param identity what the object with this ID is to be called
 */
export async function refuseTakenName(
  context: Context,
  identity: Identity,
  former: Identity,
  id: string,
): Promise<void> {
  const { run } = context.ledger;
  const key = hashOf(identity.unique);
  const isLeaving = (other: string): boolean => {
    const holder = run.holders.of(other);
    return run.isGone(key, other) || (holder !== undefined && holder.wants !== key);
  };
  const { objects } = await context.inventory.list(identity.kind, identity.workspace, "now");
  const other = matching(identity, objects).find(
    (live) => live.id !== undefined && !isSameId(live.id, id) && !isLeaving(live.id),
  );
  if (other?.id === undefined) return;
  throw new Error(
    `The name "${oneLine(identity.shownKey)}" is taken: ${identity.words} exists already (ID ${other.id}), so ${former.words} (ID ${id}) was left as it is. ` +
      "Rename or delete that one in the dashboard and run again, or give this one another name.",
  );
}

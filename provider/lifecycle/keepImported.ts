/**
 * An object that is imported belongs to one resource. What another one has in this run is not imported. What another one
 * of the stack had before stays that one's until a program declares this one: nobody here can see whether the state still
 * has the other, so its object is not deleted by a second comer.
 *
 * A read without a state says nothing of that: it may be a `.get`, which holds nothing. A front calls this once the engine
 * has gone on with an import.
 */
import { withArticle } from "../words/article";
import type { Kind } from "../kinds/kind";
import { keyOf as hashOf } from "../ledger/ledger";
import { ownerInWords, type Owner } from "../ledger/owner";
import { hint } from "../words/hint";
import { text, type Text } from "../words/text";
import type { Context } from "./context";
import { identify } from "./identity";
import type { Imported } from "./import";
import { adoptionIn } from "./state";
import { TwoResources } from "./takeOver";

/** Holds an imported object for its resource. Gives what there is to say of another one that had it before. */
export function keepImported(
  context: Context,
  kind: Kind,
  { id, inputs, state }: Pick<Imported, "id" | "inputs" | "state">,
  owner: Owner | undefined,
): Text | undefined {
  const { ledger } = context;
  const { run } = ledger;
  const identity = identify(context, kind, inputs);
  const mark = adoptionIn(state)?.mark;
  const inThisRun = run.holders.otherThan({ owner, mark }, id);
  const elsewhere = ledger.heldInThisRunByAnother(id, owner);
  const holder =
    inThisRun?.wants === undefined ? elsewhere && { owners: [elsewhere.owner] } : { owners: inThisRun.owners };
  if (holder !== undefined) {
    const two = new TwoResources(identity, id, holder, owner);
    // An emergency stop is not held back by mistakes: they are told beside it.
    if (context.settings.pauseAll) return two.text;
    throw two;
  }
  const former = ledger.heldByAnotherOfTheStack(id, owner);
  ledger.imported(identity, { owner, mark }, id);
  run.hold(id, { owners: [owner], mark, wants: hashOf(identity.unique) });
  if (former === undefined) return undefined;
  const who = ownerInWords(former.owner, owner);
  return text`${identity.words} (ID ${id}) belongs to ${who}, as far as this machine knows, and ${withArticle(kind.noun)} belongs to one resource. If the state still has that one: ${hint("remove-from-state")}. Until a program has declared this one without the other, its delete leaves the ${kind.noun} alone.`;
}

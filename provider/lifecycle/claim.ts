/**
 * claim: what a comparison of state and program tells the ledger: which resource holds which object, what the object
 * will be called, and where the state remembers a create without a clear outcome. The fronts call it with each diff, so
 * that a create beside it knows whose an object is. Also a resource that has nothing to write comes to an update where
 * its object is another resource's by now: that says so; and where what another process has sent of it may be carried out
 * yet: that waits for it, and looks.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { holdsUnknown } from "../values/unknown";
import { keyOf as hashOf, type Ledger } from "../ledger/ledger";
import type { Run } from "../ledger/run";
import type { Context } from "./context";
import { isAsked } from "./adoption";
import type { DiffResult } from "./diff";
import { identify, isPlaceholder } from "./identity";
import { deletionPolicyIn, notesIn, ownerIn } from "./state";

/**
 * @param context `ledger`: left out where there is no token, and so nothing is remembered
 * @param isDeclared whether the program of this run declares the resource. After a refresh the engine has what was found
 * compared with what the state had, also for a resource that the program no longer has: that holds and expects nothing.
 * @returns the result of the comparison, as the engine is to have it
 */
export function claim(
  context: Pick<Context, "workspace" | "baseUrl" | "now"> & { readonly run: Run; readonly ledger?: Ledger | undefined },
  kind: Kind,
  id: string,
  state: Properties,
  inputs: Properties,
  result: DiffResult,
  isDeclared = true,
): DiffResult {
  const { run } = context;
  run.noteActivity(context.now());
  const { owner: formerOwner, adoption, begun } = notesIn(state);
  const identity = identify(context, kind, state);
  const key = hashOf(identity.unique);
  const owner = ownerIn(inputs) ?? formerOwner;
  const isKept = isDeclared && result.replaces.length === 0;
  // By the name that the state has: that is the one by which its delete asks.
  if (!isPlaceholder(id))
    context.ledger?.recorded(
      identity,
      formerOwner ?? owner,
      id,
      isKept ? { owner, mark: adoption?.mark } : undefined,
      adoption?.mark,
    );
  // States of earlier releases hold objects without an ID that are known to exist.
  if (isPlaceholder(id)) {
    const known = begun ?? { key, owner: formerOwner, at: 0, before: undefined, sent: undefined, done: true };
    const carried = { ...known, place: known.place ?? hashOf(identity.place), state };
    // An alias calls the resource otherwise by now, and then it is that one that looks for it.
    for (const each of new Set([formerOwner, owner])) run.carry({ ...carried, owner: each });
  }
  if (!isDeclared) return result;
  // In a run that writes, values are only unknown where the engine asks what a replacement would draw after it: that is
  // asked of what the state has, and says nothing of what the program declares.
  if (holdsUnknown(inputs)) return result;
  const declared = identify(context, kind, inputs);
  const wants = hashOf(declared.unique);
  if (isPlaceholder(id)) {
    // In another workspace nothing of it would be found.
    run.expect(key, declared.place === identity.place ? wants : undefined);
    return result;
  }
  if (!isKept)
    run.makesAnew(
      id,
      Object.keys(inputs).filter((name) => (inputs[name] ?? null) !== null),
      deletionPolicyIn(kind, state) === "delete",
    );
  if (isKept) context.ledger?.keeps(identity, owner, id);
  const isShared = run.claim({
    id,
    owner,
    formerOwner,
    mark: adoption?.mark,
    isAsked: isAsked(inputs),
    wants: isKept ? wants : undefined,
  });
  const isOpen = isShared || (context.ledger?.underWay(id) ?? 0) > 0;
  return isOpen ? { ...result, changes: true } : result;
}

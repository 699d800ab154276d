/**
 * An object whose ID is not known: its create had no clear outcome, or an answer without an ID. What can be told of it by
 * now, for a read and a delete; a create goes by locate.ts.
 */
import type { Listing } from "../api/inventory";
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import { newSince } from "../ledger/census";
import type { Holder } from "../ledger/holders";
import { isRemembered, keyOf as hashOf, notedAt } from "../ledger/ledger";
import { isSameId } from "../values/id";
import type { Begun } from "../ledger/memory";
import { sentIn } from "./asSent";
import { patiently, type Context } from "./context";
import { inDoubt, isCalled, type Identity } from "./identity";
import { lackedByAll, readSoFar, type LookedThrough } from "./lacking";
import { Ambiguous, formerlyCalled, isAnothers, onlyOne, suspectsIn } from "./locate";
import { glance } from "./observe";
import { refuseOtherAccount } from "./otherAccount";
import { declaredIn, notesIn } from "./state";

export type Finding =
  /** It is there, with an ID, and is what the create made; `isAsSent`: of what the state says, not of an older program. */
  | { readonly what: "identified"; readonly id: string; readonly live: Live; readonly isAsSent: boolean }
  /** Something of its name is there, and whether it is that one cannot be told; `holder`: another resource has it. */
  | { readonly what: "namesake"; readonly objects: readonly Live[]; readonly holder?: Holder }
  /** Something may be it, under another name. */
  | { readonly what: "suspected"; readonly suspects: readonly Live[] }
  /** The create may still be carried out, or the list may lack it. */
  | { readonly what: "open"; readonly why?: string | undefined }
  /** It was never made, or is gone. */
  | { readonly what: "absent" };

/** @param state what the engine keeps of it */
export async function findUnidentified(context: Context, identity: Identity, state: Properties): Promise<Finding> {
  const { begun } = notesIn(state);
  // What the API said it made is not taken for gone because a list lacks it yet.
  const isAwaited = begun?.done === true && isRemembered(context, begun);
  const isOver = context.now() >= endOf(context, state) && !isAwaited;
  const again = async (): Promise<Look> => {
    const read = readSoFar(context, identity);
    const listing = await context.inventory.list(identity.kind, identity.workspace, "now");
    const finding = await findIn(context, identity, state, listing);
    return { listing, read, finding: finding.what === "absent" && !isOver ? { what: "open" } : finding };
  };
  let last = await again();
  await patiently(context, async (isFirst) => {
    if (!isFirst) last = await again();
    const { what } = last.finding;
    // Something else that is new does not mean that the list shows this one by now.
    return what === "absent" || what === "suspected" ? undefined : what;
  });
  const isFound = ({ finding }: Look): boolean => finding.what !== "absent";
  const end = await lackedByAll(context, identity, last, { again, isOver: isFound });
  if (end.lacking !== undefined) return { what: "open", why: end.lacking };
  const { finding } = end.last;
  if (finding.what === "absent") await refuseOtherAccount(context, identity);
  return finding;
}

/** A look at a list, and what it comes to. */
interface Look extends LookedThrough {
  readonly finding: Finding;
}

/**
 * The resource that has the one object of this name, where the list tells no ID: what it holds by an ID that it was given
 * is called so at this moment.
 */
async function holderOf(context: Context, identity: Identity): Promise<Holder | undefined> {
  for (const [id, holder] of context.ledger.run.holders.wanting(hashOf(identity.unique))) {
    const seen = await glance(context, identity, id, "now");
    if (seen !== undefined && isCalled(identity, seen) === true) return holder;
  }
  return undefined;
}

/** It was proven that the create made nothing, or that it is gone: it is not looked for any more. */
export function nothingCameOf({ ledger }: Context, identity: Identity, state: Properties): void {
  const { owner, begun } = notesIn(state);
  ledger.ended(identity, owner);
  ledger.settle(
    ledger.recall(identity, owner).begun.filter((entry) => entry.owner === owner && entry.key === begun?.key),
  );
}

/** When the create can no longer be carried out, in ms since the epoch. */
export const endOf = (context: Pick<Context, "patience" | "now">, state: Properties): number =>
  notedAt(context, notesIn(state).begun ?? { at: 0 }) + context.patience.interruptedMs;

/** What was named to the user as what may be it, and there is no word on that yet. */
function namedBefore(
  context: Context,
  { kind }: Identity,
  begun: Begun | undefined,
  objects: readonly Live[],
): readonly Live[] {
  if (begun?.suspects === undefined) return [];
  const others = new Set(newSince(begun.suspects, kind.naturalKey, objects));
  return objects.filter((live) => !others.has(live) && !isAnothers(context, live, begun.owner));
}

async function findIn(context: Context, identity: Identity, state: Properties, listing: Listing): Promise<Finding> {
  const { ledger } = context;
  const { owner, begun } = notesIn(state);
  const fresh = begun === undefined ? [] : suspectsIn(context, identity, [begun], listing);
  const suspects = [...new Set([...fresh, ...namedBefore(context, identity, begun, listing.objects)])];
  let live: Live | undefined;
  try {
    live = onlyOne(context, identity, listing.objects);
    if (begun !== undefined && begun.key !== hashOf(identity.unique)) {
      // Sent under another name than it is declared by now. What is called as declared is another one, unless it is
      // what this machine was renaming.
      const isRenamed =
        live !== undefined && isSameId(live.id, ledger.recall(identity, owner).id) && fresh.includes(live);
      live = formerlyCalled(context, identity, [begun], listing) ?? (isRenamed ? live : undefined);
    }
  } catch (error) {
    if (error instanceof Ambiguous) return { what: "namesake", objects: error.objects };
    throw error;
  }
  if (live === undefined) {
    if (suspects.length > 0) return { what: "suspected", suspects };
    const doubtful = inDoubt(identity, listing.objects);
    if (doubtful.length > 0) return { what: "namesake", objects: doubtful };
    return listing.notWhole === undefined ? { what: "absent" } : { what: "open", why: listing.notWhole };
  }
  const namesake: Finding = { what: "namesake", objects: [live] };
  if (live.id === undefined) {
    const holder = await holderOf(context, identity);
    return holder === undefined ? namesake : { ...namesake, holder };
  }
  const holder = ledger.run.holders.of(live.id);
  if (holder !== undefined) return suspects.length > 0 ? { what: "suspected", suspects } : { ...namesake, holder };
  const isNew = begun?.before === undefined || fresh.includes(live);
  if (!isNew || ledger.isMadeElsewhere(live.id, owner)) return namesake;
  const declared = sentIn(ledger.printer, identity.kind, declaredIn(identity.kind, state));
  return { what: "identified", id: live.id, live, isAsSent: begun?.sent === undefined || begun.sent === declared };
}

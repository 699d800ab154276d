/**
 * locate: is there an object that is the declared one, before anything is sent? It is looked for by the ID that the
 * program names, else by its natural key. A list may lag behind what was made, renamed and removed, and may show what
 * was made in another spelling; what the ledger knows decides how far a look is to be trusted.
 */
import type { Freshness, Listing } from "../api/inventory";
import { CallabError } from "../api/errors";
import { readObject, type Live } from "../api/object";
import { NO_EXISTING_ID } from "../kinds/formats";
import { hint } from "../words/hint";
import { HintedError, lines, text } from "../words/text";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { newSince, takeCensus, type Census } from "../ledger/census";
import { keyOf as hashOf, type Recalled } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import type { Owner } from "../ledger/owner";
import { askingUntil, patiently, type Context } from "./context";
import type { Making } from "./created";
import {
  declaredId,
  canBeRenamed,
  identify,
  type Identity,
  idsOf,
  inDoubt,
  isCalled,
  isNumber,
  listOf,
  matching,
} from "./identity";
import { lackedByAll, readSoFar, type LookedThrough } from "./lacking";
import { hasReadRoute, notWhole, observe } from "./observe";
import { isSameId } from "../values/id";

/** What there is before a create. */
export interface Located {
  readonly live: Live | undefined;
  /** What the list showed. */
  readonly before: Census | undefined;
  /** Creates without a clear outcome that this one stands for. */
  readonly begun: readonly Begun[];
  /** An object that may be what one of them has made: nothing may be sent until that is cleared up. */
  readonly suspects: readonly Live[];
  /** What the resource made under another name or elsewhere, in a run that was cut off before any state held it. */
  readonly unrecorded?: readonly Unrecorded[];
}

export interface Unrecorded {
  readonly live: Live;
  /** Whether it is in the workspace that the program says; if not, it is in another one, or in one that cannot be told. */
  readonly isHere: boolean;
  /** Whether it was made in another one. */
  readonly isElsewhere: boolean;
}

const found = (live: Live, begun: readonly Begun[]): Located => ({ live, before: undefined, begun, suspects: [] });

/** The same where something else is in question. Nothing that is there by now is what is recorded of the question. */
const foundBeside = (
  { kind }: Identity,
  live: Live,
  begun: readonly Begun[],
  unrecorded: readonly Unrecorded[],
  listing: Listing | undefined,
): Located => ({
  ...found(live, begun),
  unrecorded,
  before: unrecorded.length > 0 && listing !== undefined ? takeCensus(kind.naturalKey, listing.objects) : undefined,
});

/** The object that the program names by its ID. Nothing is ever made under such an ID. */
export function locateById(context: Context, { identity, inputs, owner }: Making): Promise<Located> | undefined {
  const id = declaredId(inputs["existingId"]);
  if (id === undefined) return undefined;
  return (async () => {
    const live = await observe(context, identity, id, "now", [], "asNamed");
    if (live !== undefined) return found({ ...live, id }, context.ledger.recall(identity, owner).begun);
    const { objects } = await context.inventory.list(identity.kind, identity.workspace);
    const [namesake] = matching(identity, objects);
    throw new HintedError(
      namesake?.id === undefined
        ? text`There is no ${identity.kind.noun} with the ID that the program says, existingId: "${id}". Nothing was created. Look the ID up in the dashboard, or ${hint("leave-id-out")}.`
        : `${identity.words} has the ID ${namesake.id}, but the program says existingId: "${id}". Nothing was changed.`,
    );
  })();
}

/** What must be cleared up before anything is sent: all that may be it, but what the program says is none of it. */
export function notRuledOut({ suspects, begun }: Located, kind: Kind, inputs: Properties): readonly Live[] {
  if (inputs["existingId"] !== NO_EXISTING_ID) return suspects;
  return begun.reduce<readonly Live[]>(
    (left, { suspects: named }) => (named === undefined ? left : newSince(named, kind.naturalKey, left)),
    suspects,
  );
}

/** The object that is called as the declared one. */
export async function locate(context: Context, { identity, inputs, owner }: Making): Promise<Located> {
  const recalled = context.ledger.recall(identity, owner);
  const { begun } = recalled;
  const made = await lastMade(context, identity, recalled);
  if (made !== undefined && isCalled(identity, made) !== false) {
    const unrecorded = await madeUnrecorded(context, identity, owner, made);
    const listing = unrecorded.length > 0 ? await readWhole(context, identity, "shared") : undefined;
    return foundBeside(identity, { id: made.id, fields: {} }, begun, unrecorded, listing);
  }
  const first = begun.length > 0 ? undefined : firstOf(inputs, recalled);
  const listing = await wholeList(context, identity, recalled, first);
  const live =
    onlyOne(context, identity, listing.objects) ??
    formerlyCalled(context, identity, begun, listing) ??
    (await madeByOtherToken(context, identity, recalled));
  const unrecorded = await madeUnrecorded(context, identity, owner, live, listing);
  if (live !== undefined) return foundBeside(identity, live, begun, unrecorded, listing);
  const doubt = inputs["existingId"] === NO_EXISTING_ID ? undefined : notAbsent(context, identity, listing.objects);
  if (doubt !== undefined) throw doubt;
  const rest =
    begun.length === 0
      ? absent(identity, listing, begun)
      : await lookForInterrupted(context, { identity, inputs, owner }, begun);
  // What was made under this name, and is called otherwise by now: by the server, or by somebody.
  // What this resource held before it was to be made anew, and its deletion policy left there, is one, too.
  const suspects = made === undefined || isAnothers(context, made, owner) ? [] : [made];
  return rest.live === undefined ? { ...rest, suspects: [...rest.suspects, ...suspects], unrecorded } : rest;
}

/**
 * What this resource made under another name or elsewhere, and what no state was ever seen to hold: its run was killed,
 * and the program was edited since. Where the one that is declared now is made or taken over, there would be two.
 * @param live the one that is declared now, where there is one
 */
async function madeUnrecorded(
  context: Context,
  identity: Identity,
  owner: Owner | undefined,
  live: Live | undefined,
  listing?: Listing,
): Promise<readonly Unrecorded[]> {
  const ids = canBeRenamed(identity.kind) ? context.ledger.unrecorded(identity, owner) : [];
  const made: Unrecorded[] = [];
  for (const { id, isElsewhere } of ids) {
    if (isSameId(id, live?.id)) continue;
    const stray = await lastMade(context, identity, { id, isRecent: false });
    if (stray === undefined) {
      // No list that is looked into shows it, and nothing reads it alone.
      if (isElsewhere && !hasReadRoute(context, identity.kind))
        made.push({ live: { id, fields: {} }, isHere: false, isElsewhere });
      continue;
    }
    const isHere = await patiently(context, async (isFirst) => {
      const { objects } = (isFirst && listing) || (await readWhole(context, identity, "now"));
      return objects.some((listed) => isSameId(listed.id, id)) || undefined;
    });
    made.push({ live: { ...stray, id }, isHere: isHere === true, isElsewhere });
  }
  return made;
}

/**
 * The object that was last made under this name, if it is there. A list that lags may lack it, or show it under a former
 * name: what was made a moment ago is looked for until it is called so.
 */
async function lastMade(
  context: Context,
  identity: Identity,
  recalled: Pick<Recalled, "id" | "isRecent">,
): Promise<Live | undefined> {
  const { id, isRecent } = recalled;
  const { kind, workspace } = identity;
  const { client } = context;
  if (id === undefined) return undefined;
  const look = async (): Promise<Live | undefined> => {
    if (hasReadRoute(context, identity.kind)) {
      const live = await readObject(client, kind, id, workspace);
      return live === "absent" ? undefined : live;
    }
    // However long ago that was: what is not listed is only sent again after more than one look.
    return observe(context, identity, id, isRecent ? "now" : "shared", []);
  };
  if (!isRecent) return look();
  let last: Live | undefined;
  await patiently(context, async () => {
    last = await look();
    return last === undefined || isCalled(identity, last) !== false || undefined;
  });
  return last === undefined ? undefined : { id, fields: last.fields };
}

/**
 * The object that was made under this name a moment ago by another token, where this one shows it by its ID: the two are of
 * one account then, and a list may lack it yet. An account that shows nothing under the ID is another one.
 */
async function madeByOtherToken(
  context: Context,
  identity: Identity,
  { byOtherTokens }: Recalled,
): Promise<Live | undefined> {
  const { kind, workspace } = identity;
  if (!hasReadRoute(context, kind)) return undefined;
  for (const id of byOtherTokens) {
    const live = await readObject(context.client, kind, id, workspace).catch(refusedAsAbsent);
    if (live !== "absent" && isCalled(identity, live) === true) return { id, fields: live.fields };
  }
  return undefined;
}

/** Whoever asks for another account's object is refused in whatever way. */
function refusedAsAbsent(failure: unknown): "absent" {
  if (failure instanceof CallabError && failure.outcome === "refused") return "absent";
  throw failure;
}

/** Whether another resource of this run has the object. */
export const isAnothers = ({ ledger }: Context, { id }: Live, owner: Owner | undefined): boolean =>
  id !== undefined && ledger.run.holders.otherThan({ owner }, id) !== undefined;

const absent = ({ kind }: Identity, { objects }: Listing, begun: readonly Begun[]): Located => ({
  live: undefined,
  before: takeCensus(kind.naturalKey, objects),
  begun,
  suspects: [],
});

/**
 * The list to look in. Past what was removed a moment ago and tells no ID, it is asked until that must have gone: what
 * is made would pass for having been there before, under whatever name the server shows the two.
 */
async function wholeList(context: Context, identity: Identity, { gone }: Recalled, first: First): Promise<Listing> {
  const key = hashOf(identity.unique);
  const { run } = context.ledger;
  const isRemovedHere = run.removed(key).size > 0;
  // Removed by an earlier run: this run's list is younger, and only one that tells no IDs leaves a doubt.
  if (gone !== undefined) run.gaveUp(key, gone);
  let listing = await readWhole(context, identity, isRemovedHere ? "now" : "shared", first);
  if (!isRemovedHere && run.hasRemoved && listing.objects.some(({ id }) => id === undefined))
    listing = await readWhole(context, identity, "afterWrites", first);
  if (!isRemovedHere && gone === undefined) return listing;
  await patiently(context, async (isFirst) => {
    if (!isFirst) listing = await readWhole(context, identity, "now", first);
    const match = onlyOne(context, identity, listing.objects);
    return match === undefined || match.id !== undefined || undefined;
  });
  return listing;
}

async function readWhole(context: Context, identity: Identity, freshness: Freshness, first?: First): Promise<Listing> {
  const listing = await context.inventory.list(identity.kind, identity.workspace, freshness);
  if (listing.notWhole === undefined || (listing.isOfOthers === true && first === "declared")) return listing;
  const isFirst = listing.isOfOthers === true && first === "possible";
  throw notWhole(identity, listing.notWhole, isFirst ? [[hint("not-there-create")]] : []);
}

/**
 * Whether the object may be the first in a workspace of which a list shows nothing: nothing is known of one, and perhaps
 * the program says that there is none. What a create may have made is not ruled out by that.
 */
type First = "possible" | "declared" | undefined;

function firstOf({ existingId }: Properties, { id }: Recalled): First {
  if (existingId === NO_EXISTING_ID) return "declared";
  return id === undefined ? "possible" : undefined;
}

/**
 * A create of this object was begun and its outcome never learnt: it may turn up late. However long ago that was, a list
 * may need to be asked several times before it shows it.
 */
async function lookForInterrupted(
  context: Context,
  { identity, inputs }: Making,
  begun: readonly Begun[],
): Promise<Located> {
  const { patience } = context;
  // Clocks may have been set back.
  const until = Math.max(...begun.map(({ at }) => Math.min(at, context.now()))) + patience.interruptedMs;
  if (context.now() < until) {
    context.note(
      `The creation of ${identity.words} was interrupted before its outcome was known; looking whether it exists before creating it.`,
    );
  }
  const look = async (): Promise<LookedThrough & { readonly live: Live | undefined }> => {
    const read = readSoFar(context, identity);
    const listing = await readWhole(context, identity, "now");
    const live = onlyOne(context, identity, listing.objects) ?? formerlyCalled(context, identity, begun, listing);
    return { live, listing, read };
  };
  const early = await askingUntil(context, until, async () => (await look()).live);
  if (early !== undefined) return found(early, begun);
  // By now it was made or never will be; what is left is a list that lags.
  let last = await look();
  await patiently(context, async (isFirst) => {
    if (!isFirst) last = await look();
    return last.live;
  });
  const isOver = ({ live }: typeof last): boolean => live !== undefined;
  const { last: end, lacking } = await lackedByAll(context, identity, last, { again: look, isOver });
  if (end.live !== undefined) return found(end.live, begun);
  if (lacking !== undefined && inputs["existingId"] !== NO_EXISTING_ID)
    throw notWhole(identity, lacking, [[hint("there-take-over")], [hint("not-there-create")]]);
  return { ...absent(identity, end.listing, begun), suspects: suspectsIn(context, identity, begun, end.listing) };
}

/** Objects that may be what creates without a clear outcome have made, whatever the server has done to their names. */
export function suspectsIn(
  context: Context,
  identity: Identity,
  begun: readonly Begun[],
  { objects }: Pick<Listing, "objects">,
): readonly Live[] {
  const { kind, workspace } = identity;
  // A number is what it is, in whatever spelling: another one was not made of it.
  const candidates = isNumber(kind)
    ? objects.filter((live) => isCalled(identity, live) === true || inDoubt(identity, [live]).length > 0)
    : objects;
  const named = {
    naturalKey: kind.naturalKey,
    keyOf: (live: Live) => hashOf(identify(context, kind, { ...live.fields, workspace }).unique),
  };
  return [...new Set(begun.flatMap((entry) => context.ledger.suspects(entry, named, candidates)))];
}

/** The object that the same resource began to create under another name, in this workspace. */
export function formerlyCalled(
  context: Context,
  identity: Identity,
  begun: readonly Begun[],
  { objects }: Listing,
): Live | undefined {
  const { kind, workspace } = identity;
  // Another number is another object.
  if (!canBeRenamed(kind)) return undefined;
  const former = begun.filter(({ key }) => key !== hashOf(identity.unique));
  if (former.length === 0) return undefined;
  const matches = objects.filter((live) => {
    const key = hashOf(identify(context, kind, { ...live.fields, workspace }).unique);
    return former.some((entry) => entry.key === key && mayBeOf(context, identity, entry, live, objects));
  });
  return matches.length === 1 ? matches[0] : undefined;
}

/** Whether a live object may be what this create has made. */
const mayBeOf = (context: Context, identity: Identity, begun: Begun, live: Live, objects: readonly Live[]): boolean =>
  begun.before === undefined || suspectsIn(context, identity, [begun], { objects }).includes(live);

/** What there is to say where nothing is called as the declared one, and a number that cannot be read may be it. */
export function notAbsent(
  { ledger }: Pick<Context, "ledger">,
  identity: Identity,
  objects: readonly Live[],
): Error | undefined {
  const doubtful = inDoubt(identity, objects).filter(notRemovedHere(ledger, identity));
  if (doubtful.length === 0) return undefined;
  const isSecret = identity.shownKey !== identity.key;
  return new HintedError(
    lines([
      `Whether there is ${identity.words} cannot be told, so nothing was created: the list shows what may be it, in a writing that cannot be read.`,
      ...listOf(identity.kind, isSecret ? doubtful.map(({ id }) => ({ id, fields: {} })) : doubtful),
      [hint("there-take-over")],
      [hint("not-there-create")],
    ]),
  );
}

/** Several objects are called as the declared one: that is no absence. */
export class Ambiguous extends HintedError {
  override readonly name = "Ambiguous";
  constructor(
    { words }: Identity,
    readonly objects: readonly Live[],
  ) {
    super(
      text`There are ${objects.length} objects that are ${words}: ${idsOf(objects)}. Which one is meant cannot be told. Rename or delete all but one in the dashboard, or ${hint("name-id-of-one")}, then run again.`,
    );
  }
}

/** Whether a listed object counts as there: this run has not removed it, nor given it another name. */
function notRemovedHere({ run }: Context["ledger"], { unique }: Identity): (object: Live) => boolean {
  const key = hashOf(unique);
  return ({ id }) => id === undefined || !run.isGone(key, id);
}

/** The one listed object with this identity. One that was removed here is not there, though a list still shows it. */
export function onlyOne(
  { ledger }: Pick<Context, "ledger">,
  identity: Identity,
  objects: readonly Live[],
): Live | undefined {
  const matches = matching(identity, objects, notRemovedHere(ledger, identity));
  if (matches.length > 1) throw new Ambiguous(identity, matches);
  return matches[0];
}

/** The object after a POST whose answer did not tell: looked for with patience, for a list that lags. */
export async function locateAfter(
  context: Context,
  identity: Identity,
  begun: Begun,
): Promise<{ readonly live: Live | undefined; readonly suspects: readonly Live[] }> {
  let suspects: readonly Live[] = [];
  const live = await patiently(context, async () => {
    const listing = await context.inventory.list(identity.kind, identity.workspace, "now");
    suspects = suspectsIn(context, identity, [begun], listing);
    // What was there before is not it, though a list that lags may show it again.
    const { before } = begun;
    const fresh = before === undefined ? listing.objects : newSince(before, identity.kind.naturalKey, listing.objects);
    const match = onlyOne(context, identity, fresh);
    if (match === undefined && listing.notWhole !== undefined) throw notWhole(identity, listing.notWhole);
    return match;
  });
  return { live, suspects };
}

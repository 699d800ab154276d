/**
 * delete: what the deletion policy says, proven. What another resource holds by now, and what may be somebody else's, is
 * left alone; so is, where the run makes the object anew, what somebody changed unseen (driftGate.ts). An object that is
 * absent is done; one that is still there, whatever the API answered, fails the run with
 * the ways out.
 */
import { CallabError, isRefused, otherRouteOf } from "../api/errors";
import { readObject, type Live } from "../api/object";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, joined, lines, text, textOf, type Text } from "../words/text";
import { otherRoute } from "../api/routes";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Claimant } from "../ledger/holders";
import { keyOf as hashOf, type Ledger } from "../ledger/ledger";
import { ownerInWords, type Owner } from "../ledger/owner";
import type { Run } from "../ledger/run";
import { asItIs } from "./asItIs";
import { patiently, wholeOf, type Context } from "./context";
import { refuseUnseenReplacement } from "./driftGate";
import { canBeRenamed, identify, isPlaceholder, listOf, type Identity } from "./identity";
import { hasReadRoute, isListed, notWhole, observe, observeNow } from "./observe";
import { isOfUnknownAccount, refuseOtherAccount } from "./otherAccount";
import { bringToRest, isAtRest, isKnownOver, type Rested } from "./rest";
import { sendRest, type Rest } from "./sendRest";
import { resting } from "./resting";
import { deletionPolicyIn, isOwn, notesIn } from "./state";
import { isRest, statusOf } from "./status";
import { pauseNow } from "./stop";
import { endOf, findUnidentified, nothingCameOf } from "./unidentified";
import { noneUnderWay } from "./underWay";
import { removeUnlisted, unknownWhether } from "./unlistedKind";
import { notYet, statusAfter } from "./sighting";

/** `owner` is the resource that the state names; a resource without one is of an older release. */
export async function deleteObject(
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  owner: Owner | undefined,
): Promise<void> {
  return context.ledger.run.working(async () => {
    const identity = identify(context, kind, state);
    const { ledger } = context;
    const { adoption } = notesIn(state);
    const claimant = { owner, mark: adoption?.mark };
    if (!isPlaceholder(id)) ledger.recorded(identity, owner, id);
    // What leaves the program in an emergency stop is stopped as well, whatever is to become of it, and whoever has it.
    const isStop = context.settings.pauseAll && kind.hasStatus && !isPlaceholder(id);
    const stopped = async (): Promise<Error | undefined> =>
      isStop ? failureOf(pauseNow(context, kind, id, state, owner)) : undefined;
    const whyLeft = whyLeftAlone(context, identity, claimant, id);
    if (whyLeft !== undefined) {
      const failure = await stopped();
      if (failure !== undefined) throw failure;
      context.note(whyLeft);
      return;
    }
    const policy = deletionPolicyIn(kind, state);
    if (isReplaced(context, kind, id) && !isStop) await refuseUnseenReplacement(context, identity, id, state);
    const failure = await stopped();
    if (isPlaceholder(id) && policy !== "retain") return deleteUnidentified(context, identity, state, owner);
    if (policy !== "delete") {
      if (policy !== "retain") await leaveAs(context, identity, id, state, policy === "pause" ? "paused" : "completed");
      else if (failure !== undefined) throw failure;
      ledger.run.release(id);
      ledger.left(identity, owner, id);
      return;
    }
    const known = { isAsked: ledger.run.isAsked(id), isMadeHere: ledger.isMadeByStackOf(id, owner) };
    if (!isOwn(adoption, known)) throw failure ?? mayBeSomebodyElses(identity, id, adoption?.isWrittenOver);
    await remove(context, identity, id, state, owner);
  });
}

/** A resource gives up its object, which stays as it is. Asks nothing of the API: it may be without a token. */
export function leaveUntouched(
  {
    run,
    ledger,
    ...place
  }: Pick<Context, "workspace" | "baseUrl"> & { readonly run: Run; readonly ledger?: Ledger | undefined },
  kind: Kind,
  id: string,
  state: Properties,
): void {
  const identity = identify(place, kind, state);
  const { owner } = notesIn(state);
  ledger?.recorded(identity, owner, id);
  ledger?.left(identity, owner, id);
  run.release(id);
}

/** Why the object is not this resource's to delete: another one holds it, or it has taken it over anew itself. */
function whyLeftAlone({ ledger }: Context, identity: Identity, claimant: Claimant, id: string): string | undefined {
  const holder = ledger.run.holders.otherThan(claimant, id);
  const taken = ledger.takenFrom(claimant, id);
  if (holder !== undefined || taken !== undefined) {
    const isUnsure = holder === undefined && taken?.step === "held" && taken.isImport === true;
    const left = leftAlone(identity, holder?.owners[0] ?? taken?.owner, claimant.owner, id);
    return isUnsure ? left + ONLY_IMPORTED : left;
  }
  return ledger.run.holders.isTakenAnew(claimant, id) ? notReplaced(identity, id) : undefined;
}

/** Whether this run makes the object anew: its resource is declared, and wants no object of this ID. */
function isReplaced({ ledger }: Context, kind: Kind, id: string): boolean {
  const holder = ledger.run.holders.of(id);
  return kind.isListed && !isPlaceholder(id) && holder !== undefined && holder.wants === undefined;
}

const failureOf = (work: Promise<unknown>): Promise<Error | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new HintedError(textOf(error))),
  );

const leftAlone = (identity: Identity, holder: Owner | undefined, owner: Owner | undefined, id?: string): string =>
  `${identity.words}${id === undefined ? "" : ` (ID ${id})`} was left as it is: ${ownerInWords(holder, owner)} holds it now.`;

/** No state was seen to hold it for that one: its import may have been a mere preview. */
const ONLY_IMPORTED =
  " This is known of an import alone. If the state does not have that resource, delete the object in the dashboard.";

const notReplaced = ({ words, kind }: Identity, id: string): string =>
  `${words} (ID ${id}) was not replaced: the engine created before it deleted, and there is never a second ${kind.noun} of one name. ` +
  "To have it made anew, and people called again, give the resource the option deleteBeforeReplace and replace it once more.";

const mayBeSomebodyElses = (identity: Identity, id: string, isWrittenOver = false): Error =>
  new HintedError(
    isWrittenOver
      ? text`${identity.words} (ID ${id}) was not deleted: it was there before its create, which has written over it, so it may be somebody else's. ${hint("delete-taken-over")}`
      : text`${identity.words} (ID ${id}) was not deleted: it was there already and was taken over because it was equal, so it may be somebody else's. ${hint("delete-taken-over")}`,
  );

/** The object, where it has to be brought to rest: one that is gone, is completed or has the status that is enough has not. */
async function needing(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
  enough: Rest | undefined,
): Promise<Live | "gone" | "nothing"> {
  const live = await observeNow(context, identity, id, ["status"]);
  if (live === undefined) return "gone";
  const now = statusOf(live);
  const isEnough = now !== undefined && now === enough;
  return isEnough || (await isKnownOver(context, { identity, id, state }, now)) ? "nothing" : live;
}

/** Sets a status and leaves the object. */
function leaveAs(...what: Parameters<typeof setStatus>): Promise<void> {
  const [context, identity, id] = what;
  return context.ledger.aloneWith(identity, id, async () => {
    await setStatus(...what);
    if (await noneUnderWay(context, identity, id)) await setStatus(...what);
  });
}

async function setStatus(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
  rest: Rest,
): Promise<void> {
  const live = await needing(context, identity, id, state, undefined);
  if (live === "nothing") return;
  if (live === "gone") {
    // What a look lacks may be there and calling: the write says so. One that fails otherwise is followed by another look.
    const inputs = asItIs(identity.kind, state, { id, fields: {} });
    const { failure } = await sendRest(context, { identity, inputs, owner: undefined }, id, rest);
    if (failure === undefined || isRefused(failure)) return;
    if (!(await isGoneNow(context, identity, id))) throw failure;
    return;
  }
  const before = statusOf(live);
  const what = { identity, id, state, rest };
  const rested = await resting(context, what, live, () => bringToRest(context, what, live));
  const { now, after, failure } = rested;
  if (isAtRest(rested, rest)) return;
  const left = notLeft(identity, id, rest, rested);
  if (failure !== undefined || now !== undefined) throw left;
  // A campaign that rests may not be shown any more.
  if (after === notYet) return;
  // Where it cannot be read, nothing is known of it; nor where an answer that says that it was done is all there is.
  const { verifyWrites } = context.settings;
  if (verifyWrites === "strict" || (before !== undefined && "failure" in after)) throw left;
  if (verifyWrites === "warn") context.note(textOf(left));
}

function notLeft({ words }: Identity, id: string, rest: Rest, { now, failure }: Rested): Error {
  const seen = now === undefined ? "and its status cannot be read" : `and shows that it is ${oneLine(now)}`;
  const what = failure === undefined ? `The API answered that it was done, ${seen}.` : textOf(failure);
  const todo = isRest(now)
    ? "Set it in the dashboard, then run again."
    : now === undefined && failure === undefined
      ? text`It may be calling: pause it in the dashboard now. ${hint("allow-other-values")}`
      : "It may be calling: pause it in the dashboard now, then run again.";
  const left = `${words} (ID ${id}) was to be ${rest} and left.`;
  return new HintedError(joined([left, what, ...otherRouteOf(failure), todo], " "), { cause: failure });
}

const isGoneNow = (context: Context, identity: Identity, id: string): Promise<boolean> =>
  observeNow(context, identity, id, ["status"]).then(
    (live) => live === undefined,
    () => false,
  );

async function remove(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
  owner: Owner | undefined,
): Promise<void> {
  if (!identity.kind.isListed) {
    await removeUnlisted(context, identity, id);
    context.ledger.deleted(identity, owner, id);
    return;
  }
  const pauseFailure = identity.kind.hasStatus ? await pauseFirst(context, identity, id, state, "paused") : undefined;
  // Once it is gone, nothing would show that this is its account.
  if (isOfUnknownAccount(context, identity)) await observe(context, identity, id, "shared", []);
  const wasListed = pauseFailure !== "gone" && (await isOnlyListed(context, identity, id));
  // Also where it is not seen: what one look lacks may be there, and calling.
  const failure = await send(context, identity, id);
  if (await isStillThere(context, identity, id, { wasListed, wasAccepted: failure === undefined })) {
    const isAged = identity.kind.hasStatus && (await noneUnderWay(context, identity, id));
    // What showed it as paused may be older than what somebody has done, and now it stays.
    const isUnsure = isAged || pauseFailure === "rests";
    const again = isUnsure ? await pauseFirst(context, identity, id, state, undefined) : pauseFailure;
    throw await stillThere(context, identity, id, failure, again instanceof Error ? again : undefined);
  }
  await refuseOtherAccount(context, identity);
  context.ledger.deleted(identity, owner, id);
}

/** Nobody should be phoned while a delete is tried. A pause that fails does not stop the delete, which stops the calls too. */
async function pauseFirst(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
  enough: Rest | undefined,
): Promise<Error | "gone" | "rests" | undefined> {
  const live = await needing(context, identity, id, state, enough);
  if (live === "gone") return live;
  if (live === "nothing") return "rests";
  const inputs = asItIs(identity.kind, state, live);
  const { failure } = await resting(context, { identity, id, state, rest: "paused" }, live, () =>
    sendRest(context, { identity, inputs, owner: undefined }, id, "paused"),
  );
  return failure;
}

/** Sends the delete. Gives what the API said against it; that it said nothing against it proves nothing. */
async function send(context: Context, { kind, workspace }: Identity, id: string): Promise<unknown> {
  try {
    const rows = await context.client.send(kind.name, "delete", { id, workspace });
    // The number of rows deleted; 0 = not found (documented for workspaces).
    return rows === 0 ? new Error("The API answered that it deleted nothing.") : undefined;
  } catch (error) {
    if (error instanceof CallabError && (error.status === 401 || error.status === 403)) throw error;
    return error;
  } finally {
    context.inventory.written(kind, workspace);
  }
}

/** Whether a list shows an object of a kind that cannot be read alone: then no list lags behind its create any more. */
const isOnlyListed = async (context: Context, identity: Identity, id: string): Promise<boolean> =>
  !hasReadRoute(context, identity.kind) && (await isListed(context, identity, id, "shared").catch(() => false));

/**
 * By a read where the API is known to read such objects, else by a whole list shared by all who wait; with patience: it
 * may lag behind.
 */
async function isStillThere(
  context: Context,
  identity: Identity,
  id: string,
  { wasListed, wasAccepted }: { readonly wasListed: boolean; readonly wasAccepted: boolean },
): Promise<boolean> {
  const { kind, workspace } = identity;
  const { client, inventory } = context;
  // An API that refuses the delete may refuse the read for the same reason: then the list has to lack it, too.
  if (wasAccepted && inventory.canRead(kind) && (await readObject(client, kind, id, workspace)) === "absent")
    return false;
  // A look has a patience of its own, where a read and the list contradict each other: that is not waited for each time.
  const end = context.now() + 2 * wholeOf(context.patience);
  const outcome = await patiently(context, async () => {
    const isThere = wasListed
      ? await isListed(context, identity, id, "now")
      : (await observe(context, identity, id, "now", [], "readAlone")) !== undefined;
    if (!isThere) return "gone";
    return context.now() < end ? undefined : "there";
  });
  return outcome !== "gone";
}

async function stillThere(
  context: Context,
  identity: Identity,
  id: string,
  failure: unknown,
  pauseFailure: Error | undefined,
): Promise<Error> {
  const { kind } = identity;
  const route = context.client.routes.of(kind.name, "delete")[0];
  const policies = (kind.field("deletionPolicy")?.node.enum ?? []).map(String).filter((policy) => policy !== "delete");
  const sentences: Text[] = [
    `${identity.words} (ID ${id}) was not deleted: it is still there.`,
    failure instanceof Error ? textOf(failure) : "The API answered that it was deleted.",
    ...(route === undefined ? [] : [otherRoute(route)]),
    [hint("keep-on-delete", { policies })],
    ...(pauseFailure !== undefined
      ? [text`It could not be paused either and may still be calling: ${textOf(pauseFailure)}`]
      : kind.hasStatus
        ? [whoIsCalled(await statusAfter(context, identity, id, "paused"))]
        : []),
  ];
  return new HintedError(lines(sentences), { cause: failure });
}

/** What the status means that a campaign is seen in after it was paused. */
function whoIsCalled(status: string): string {
  if (status === "unknown") return "It was paused, as far as the API says.";
  if (isRest(status)) return `It is ${status}: nobody is called by it.`;
  return `The API answered that it was paused, and shows that it is ${oneLine(status)}: it may still be calling. Pause it in the dashboard now.`;
}

const LOOK_YOURSELF = text`If it is the one, delete it in the dashboard and run again. If it is not, ${hint("remove-from-state")}.`;

/**
 * An object whose ID is not known. Where its resource is still declared, this is no delete: the create that follows looks
 * for it, or asks what became of it in another workspace, unless it is proven here that nothing did. Else it is deleted
 * if it can be told by now, and the run fails while it may be there.
 */
async function deleteUnidentified(
  context: Context,
  identity: Identity,
  state: Properties,
  owner: Owner | undefined,
): Promise<void> {
  const key = hashOf(identity.unique);
  const wanted = context.ledger.run.expectedAs(key);
  if (wanted === key) return;
  const expected = canBeRenamed(identity.kind) ? wanted : undefined;
  if (!identity.kind.isListed) {
    if (expected !== undefined) return;
    throw unknownWhether(identity);
  }
  const wait = Math.max(0, endOf(context, state) - context.now());
  if (wait > 0) {
    context.note(
      `It is not known yet whether ${identity.words} was created; waiting until it can no longer be, to leave none behind.`,
    );
  }
  await context.sleep(wait);
  const finding = await findUnidentified(context, identity, state);
  if (context.ledger.run.isExpectedElsewhere(key)) {
    if (finding.what === "absent") nothingCameOf(context, identity, state);
    return;
  }
  switch (finding.what) {
    case "absent":
      if (expected === undefined) nothingCameOf(context, identity, state);
      return;
    case "identified":
      // Under the name that the program gives it now, the create that follows finds it.
      if (expected !== undefined) return;
      await remove(context, identity, finding.id, state, owner);
      nothingCameOf(context, identity, state);
      return;
    case "suspected":
      if (expected !== undefined) return;
      throw new HintedError(
        lines([
          `It is not known whether ${identity.words} exists. What its create made may be this:`,
          ...listOf(identity.kind, finding.suspects),
          LOOK_YOURSELF,
        ]),
      );
    case "open":
      if (finding.why !== undefined) throw notWhole(identity, finding.why);
      throw new Error(
        `${identity.words} was made a moment ago and is not in the list yet. Run again in ten minutes to delete it.`,
      );
    case "namesake":
      // What was made is what that one has, or was never made: nothing else of this name is there.
      if (finding.holder !== undefined) {
        context.note(leftAlone(identity, finding.holder.owners[0], owner));
        return;
      }
      throw new HintedError(
        lines([
          `${identity.words} cannot be deleted: the API never told its ID. Whether this is what the resource made cannot be told:`,
          ...listOf(identity.kind, finding.objects),
          LOOK_YOURSELF,
        ]),
      );
  }
}

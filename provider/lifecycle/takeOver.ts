/**
 * Taking over what exists: whose it is, whether it may be taken, and what is then written to it.
 *
 * | the object is                              | it is taken over                       | fields that the API hides |
 * | ------------------------------------------ | -------------------------------------- | ------------------------- |
 * | held by another resource of this run       | never: the run fails and names both    | –                         |
 * | named by `existingId`, or `adopt: true`    | yes, and made what the program says    | are written again         |
 * | equal, made by this stack or begun by it   | yes                                    | are written again         |
 * | begun by it, still what was sent of it     | yes, and made what the program says    | are written again         |
 * | made by it, recorded by no state, the same | yes, and made what the program says    | are written again         |
 * | equal in all that is shown                 | yes, without a write                   | stay as they are          |
 * | another one                                | no: the differences are shown          | –                         |
 */
import { CallabError, mayBeDone } from "../api/errors";
import type { Live } from "../api/object";
import { otherRoute } from "../api/routes";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, lines, text, textOf } from "../words/text";
import { markAt, type Holder } from "../ledger/holders";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Run } from "../ledger/run";
import { ownerInWords, type Owner } from "../ledger/owner";
import { judged, notCompared } from "./adoption";
import type { Context } from "./context";
import { PartlyCreated, type Created, type Making } from "./created";
import { drift } from "./drift";
import { declaredId, type Identity } from "./identity";
import type { Located } from "./locate";
import { observe } from "./observe";
import { shownFields } from "./shown";
import { secretsOf } from "./secrets";
import { sideBySide } from "./sideBySide";
import type { Adoption } from "./state";
import { isOver, isStatusSet, statusOf } from "./status";
import { stateOf, storedState } from "./stored";
import { sync } from "./sync";
import { noneUnderWay } from "./underWay";
import { NotVerified } from "./stopped";
import { mustNotCall, type Verified } from "./verify";
import { writeAll } from "./write";

/** Two resources of one program come to the same object. Nothing was written for the second one, if the first spoke in time. */
export class TwoResources extends HintedError {
  override readonly name = "TwoResources";
  constructor(
    identity: Identity,
    id: string | undefined,
    holder: Pick<Holder, "owners">,
    owner: Owner | undefined,
    heard: "in time" | "late" | "when both have it" = "in time",
  ) {
    const { noun } = identity.kind;
    const what =
      heard === "late"
        ? "The first was heard of only when the second may have written what it declares: look at what there is now."
        : "Nothing was changed for the second.";
    const wayOut =
      heard === "when both have it"
        ? `Both have it: take one of the two out and run again, which leaves the ${noun} to the other. Then declare that one anew, as another ${noun}.`
        : "Give each resource an object of its own: another name, or take one of the two out.";
    super(
      `${identity.words}${id === undefined ? "" : ` (ID ${id})`} belongs to ${ownerInWords(holder.owners[0], owner)}, and ` +
        `${owner === undefined ? "a second one" : ownerInWords(owner, owner)} declares the same ${noun}. ${what} ${wayOut}`,
    );
  }
}

/** The object is what was looked for, and is this resource's now; `"gone"`: it is not, or not any more. */
export async function takeOver(
  context: Context,
  making: Making,
  located: Located & { readonly live: Live },
): Promise<Created | "gone" | "look again" | "no ID"> {
  const { identity, inputs, owner } = making;
  const { live: listed, begun } = located;
  const named = declaredId(inputs["existingId"]);
  const id = listed.id ?? named;
  if (id === undefined) {
    // Without an ID nothing can be held or changed.
    const { refusal } = judged(context, making, { listed, live: listed, begun });
    if (refusal !== undefined) throw refusal;
    return "no ID";
  }
  if (!(await isFree(context, identity, id, owner, named !== undefined))) return "look again";
  return context.ledger.aloneWith(identity, id, () => takeOverFree(context, making, located, id));
}

/** The same of an object that no resource of this run had a moment ago. */
async function takeOverFree(
  context: Context,
  making: Making,
  { live: listed, begun }: Located & { readonly live: Live },
  id: string,
): Promise<Created | "gone" | "look again"> {
  const { identity, inputs, owner } = making;
  const { kind } = identity;
  const { run } = context.ledger;
  const mode = declaredId(inputs["existingId"]) !== undefined ? "asNamed" : "readAlone";
  const isAged = await noneUnderWay(context, identity, id);
  const since = context.ledger.writesOfOthers(id);
  const live = await observe(context, identity, id, isAged ? "now" : "shared", shownFields(kind, inputs), mode);
  // Deleted a moment ago, and only a lagging list still showed it.
  if (live === undefined) return "gone";
  // Somebody may have spoken for it, or renamed it, meanwhile. From here on until it is held nobody of this process can.
  const isAnothers =
    otherHolder(run, id, owner) !== undefined || context.ledger.heldInThisRunByAnother(id, owner) !== undefined;
  if (isAnothers || run.isGone(hashOf(identity.unique), id)) return "look again";
  const { isAsked, isOurs, different, refusal } = judged(context, making, { listed, live: { ...live, id }, begun });
  if (refusal !== undefined) throw refusal;
  const adoption: Adoption = {
    mark: markAt(context.now()),
    isForeign: !isAsked && !isOurs,
  };
  const { mark } = adoption;
  run.hold(id, { owners: [owner], mark, wants: hashOf(identity.unique) });
  // Who has spoken in another process, at this very moment, is heard before anything is written.
  const other = run.rivalOf({ owner, mark }, id);
  if (other !== undefined) throw new TwoResources(identity, id, other, owner);
  // Recorded only when all of it is done, or is known not to be: a state must not claim what was never written.
  try {
    const end = await writeWhatIsNeeded(live, different.length > 0, isAsked || isOurs);
    tellWhatWasWrittenOver(live);
    tellThatItIsOver(end.live);
    // Whoever speaks late, while it was written, is told of by this one: it may have nothing to write itself.
    const rival = run.rivalOf({ owner, mark }, id);
    if (rival !== undefined) throw new TwoResources(identity, id, rival, owner, "late");
    taken();
    const fields = { ...live.fields, ...end.live.fields };
    return { id, state: stateOf(making, { ...end, live: { id, fields } }, { owner, adoption }) };
  } catch (error) {
    const end = error instanceof NotVerified ? error : isOurs ? unwritten(error) : undefined;
    if (end === undefined) throw error;
    if (error instanceof NotVerified) tellWhatWasWrittenOver(live);
    taken();
    const created = { id, state: storedState(making, end, { owner, adoption }) };
    throw Object.assign(new PartlyCreated(created, textOf(error)), { cause: error });
  }

  /** How its own object is recorded whose update failed: a program that drops the resource then deletes the object. */
  function unwritten(error: unknown): Pick<NotVerified, "live" | "isRead"> | undefined {
    if (live === undefined || error instanceof TwoResources) return undefined;
    const isUnclear = mayBeDone(error) && isStatusSet(live, inputs["desiredStatus"]);
    const { status } = live.fields;
    return { live: { id, fields: { ...live.fields, status: isUnclear ? undefined : status } }, isRead: false };
  }

  /** What a refusal would have shown, where the program had said to take it over all the same. */
  function tellWhatWasWrittenOver({ fields }: Live): void {
    const found = isAsked ? drift(kind, inputs, fields).filter((entry) => entry.class === "configuration") : [];
    if (found.length === 0) return;
    context.note(
      `${identity.words} (ID ${id}) was taken over and made what the program says. What was written over:\n` +
        sideBySide(found, secretsOf(kind, inputs), ["declared", "before"]),
    );
  }

  /** To be equal it needs no status, and calls nobody. */
  function tellThatItIsOver(now: Live): void {
    const status = statusOf(now);
    if (isOver(status))
      context.note(
        `${identity.words} (ID ${id}) was taken over with the status "${oneLine(status ?? "")}": nobody is called by it, and no run sets it calling again. To call these people again, declare a new campaign of another name.`,
      );
  }

  function taken(): void {
    if (isOurs) context.ledger.made(identity, owner, id);
    context.ledger.held(identity, { owner, mark }, id, isAsked);
    const { elsewhere } = context.ledger.recall(identity, owner);
    context.ledger.settle([...begun.filter((entry) => entry.owner === owner), ...elsewhere]);
  }

  /** Gives the object as it is afterwards. */
  async function writeWhatIsNeeded(before: Live, differs: boolean, mayWrite: boolean): Promise<Verified> {
    const asItIs = { live: before };
    const unseen = notCompared(kind, inputs, before.fields);
    const isStatusOff = kind.hasStatus && isStatusSet(before, inputs["desiredStatus"]);
    if (!mayWrite || (!differs && !isStatusOff && unseen.length === 0)) return asItIs;
    context.ledger.naming(identity, owner, id);
    try {
      return await sync(context, making, {
        id,
        isNew: false,
        before,
        write: (update) => writeAll(context, making, id, { ...update, since }),
      });
    } catch (error) {
      if (!(error instanceof CallabError) || !error.mayBeMissingRoute) throw error;
      if (differs || isAsked || isStatusOff) throw notTakenOver(identity, id, error);
      context.note(
        text`${identity.words} (ID ${id}) was made by an interrupted run. The API does not show ${unseen.join(", ")}, and refused to set it again: ${error.text}`,
      );
      await mustNotCall(context, making, before);
      return asItIs;
    }
  }
}

/**
 * Who else holds the object. What the claimant itself held is free for it: its create comes after its delete, which may
 * have been an earlier run's and have left the object where it is.
 */
function otherHolder({ holders }: Run, id: string, owner: Owner | undefined): Holder | undefined {
  const holder = holders.of(id);
  return owner !== undefined && holder?.owners.includes(owner) === true ? undefined : holder;
}

/**
 * Whether nobody else has the object. Who exists speaks first: before something that exists is taken, the run must be
 * quiet. Where its holder is about to rename or delete it, that is waited for: then the look-up begins anew.
 * Throws if another resource keeps it.
 */
async function isFree(
  context: Context,
  identity: Identity,
  id: string,
  owner: Owner | undefined,
  isNamed: boolean,
): Promise<boolean> {
  const { run } = context.ledger;
  const other = (): Holder | undefined => otherHolder(run, id, owner);
  if (other() === undefined) await run.quiet(context);
  const holder = other();
  if (holder === undefined) {
    const taken = context.ledger.heldInThisRunByAnother(id, owner);
    if (taken !== undefined) throw new TwoResources(identity, id, { owners: [taken.owner] }, owner);
    return true;
  }
  const key = hashOf(identity.unique);
  if (holder.wants === key || (isNamed && holder.wants !== undefined))
    throw new TwoResources(identity, id, holder, owner);
  if (await run.waitFor(() => other() !== holder || run.isGone(key, id), context)) return false;
  throw new HintedError(
    text`${identity.words} (ID ${id}) still belongs to ${ownerInWords(holder.owners[0], owner)}, which was to be ${holder.wants === undefined ? "deleted" : "renamed"} in this run and was not. Nothing was created. ${hint("depend-on-it")}`,
  );
}

const notTakenOver = (identity: Identity, id: string, failure: CallabError): Error =>
  new HintedError(
    lines([
      `${identity.words} (ID ${id}) exists and was not made what the program says.`,
      failure.text,
      otherRoute(failure.route),
    ]),
    { cause: failure },
  );

/**
 * update: the live object is looked at, what somebody changed unseen stops it (driftGate.ts), and all that is declared
 * is written in one request, with the status it must carry, and null for what was taken out; then it is read back.
 */
import { CallabError, mayBeDone } from "../api/errors";
import type { Live } from "../api/object";
import { otherRoute } from "../api/routes";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Holder } from "../ledger/holders";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Owner } from "../ledger/owner";
import { isAsked } from "./adoption";
import { asksToCallAgain, callsNoMore, meantBy, withUndoneEnd } from "./callsNoMore";
import { normalInputs } from "./check";
import type { Context } from "./context";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, lines, text, textOf } from "../words/text";
import { PartlyUpdated, type Making } from "./created";
import { changedFields, statusIsOff } from "./diff";
import { lookBefore, refuseUnseen } from "./driftGate";
import { tellGiven } from "./given";
import { withEmptied } from "./emptied";
import { identify, isPlaceholder, type Identity } from "./identity";
import { asLive, heeded, ignoredIn, ignoredNote, neverSet, refuseMixed } from "./ignored";
import { refuseMoved } from "./moved";
import { mayBeAnother, observe, type Seen } from "./observe";
import { marksOthers, secretsOf } from "./secrets";
import {
  declaredIn,
  makeState,
  notesIn,
  openNote,
  pick,
  reportedIn,
  without,
  type Adoption,
  type Notes,
} from "./state";
import { isLeftAsItIs, isOver, isStatusSet, statusOf } from "./status";
import { stateOf, storedState } from "./stored";
import { sync } from "./sync";
import { refuseTakenName } from "./takenName";
import { TwoResources } from "./takeOver";
import { noneUnderWay } from "./underWay";
import { changeOf } from "./unrecorded";
import { NotVerified } from "./stopped";
import { untold, whatLacks } from "./unlistedKind";
import { writeAll, type Update } from "./write";

/** Makes the live object what `inputs` declare, but for what they say is ignored (ignored.ts); gives its new state. */
export async function update(
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  given: Properties,
  owner: Owner | undefined,
): Promise<Record<string, unknown>> {
  const inputs = normalInputs(kind, given, context.workspace);
  const identity = identify(context, kind, inputs);
  if (isPlaceholder(id)) {
    throw new HintedError(
      text`${identity.words} cannot be updated: the API never told its ID. For a new one, ${hint("remove-from-state")}, and run again.`,
    );
  }
  const former = identify(context, kind, state);
  const { ledger } = context;
  const compared = heeded(kind, state, { ...inputs, ...ignoredNote(ignoredIn(given)) });
  const work = (): Promise<Record<string, unknown>> =>
    bring(context, { identity, inputs, owner }, former, { id, state, compared });
  // A new name is taken as a create takes it: while nobody else makes an object of that name.
  return former.unique === identity.unique ? ledger.run.working(work) : ledger.alone(identity, work);
}

/** What is known of an object before an update. */
interface Known {
  readonly id: string;
  readonly state: Properties;
  /** State and program without what the program ignores, of which the program has a note. */
  readonly compared: ReturnType<typeof heeded>;
}

async function bring(
  context: Context,
  making: Making,
  former: Identity,
  { id, state, compared }: Known,
): Promise<Record<string, unknown>> {
  const { identity, inputs, owner } = making;
  const { kind } = identity;
  const notes = notesIn(state);
  const adoption = ownedNow(notes.adoption, inputs);
  const changed = changedFields(kind, declaredIn(kind, compared.state), compared.inputs, compared.state);
  if (adoption?.isForeign === true && adoption.isWrittenOver === true)
    throw writtenOver(identity, id, state, pick(inputs, changed));
  await hold(context, former, identity, id, { owner, formerOwner: notes.owner, mark: adoption?.mark });
  if (isForStateAlone(kind, compared.state, compared.inputs) && context.ledger.underWay(id) === 0)
    return makeState(inputs, reportedIn(kind, state), { ...notes, begun: undefined, owner, adoption });
  return context.ledger.aloneWith(identity, id, () =>
    write(context, making, former, { id, state, compared, changed, record: { owner, adoption } }),
  );
}

/** What is written over, and what of it is to be another by the program. */
interface Edit extends Known {
  readonly changed: readonly string[];
  /** For the notes of the new state. */
  readonly record: Notes;
}

async function write(
  context: Context,
  making: Making,
  former: Identity,
  { id, state, compared, changed, record }: Edit,
): Promise<Record<string, unknown>> {
  const { identity, inputs, owner } = making;
  const { kind } = identity;
  const reported = reportedIn(kind, state);
  await noneUnderWay(context, former, id);
  const since = context.ledger.writesOfOthers(id);
  const before = await liveNow(context, { identity: former, inputs: compared.inputs, owner }, id, state, changed);
  const live = withEmptied(context, kind, state, before);
  const writing = { ...making, inputs: asLive(kind, compared.inputs, live, compared.inputs) };
  refuseMixed(identity, id, compared.inputs, writing.inputs, live);
  const { desiredStatus: wanted } = writing.inputs;
  const isStatusAsked = lacksStatus(kind, compared.state, compared.inputs) || changed.includes("desiredStatus");
  const now = statusOf(before);
  if (!isStatusAsked && isLeftAsItIs(now, wanted))
    context.note(
      `${identity.words} (ID ${id}) has the status "${oneLine(now ?? "")}", of which is not known whether it calls. It is left so.`,
    );
  const unset = neverSet(identity, id, { state, inputs: compared.inputs }, inputs, now);
  if (unset !== undefined) context.note(unset);
  // What the state tells was told by the comparison.
  if (asksToCallAgain(kind, compared.state, compared.inputs, now) && !isOver(statusOf({ fields: state })))
    context.note(callsNoMore(identity, id, now, true));
  const cleared = changed.filter((name) => inputs[name] === undefined && kind.field(name)?.node.providerOnly !== true);
  const isRenamed = former.unique !== identity.unique;
  // A list may show the former name for a while, also after a run that never learnt how this ended.
  if (isRenamed) context.ledger.naming(identity, owner, id);
  const change = changeOf(context, writing, state, changed);
  const rename = (): void => {
    if (isRenamed) context.ledger.renamed(former, identity, owner, id);
  };
  const then = {
    reported: { ...reported, unmanaged: without(reported.unmanaged, cleared) },
    cleared: pick(state, cleared),
  };
  let isWritten = false as boolean;
  try {
    const verified = await sync(context, writing, {
      id,
      isNew: false,
      before,
      isStatusAsked,
      cleared,
      state,
      kept: notesIn(state).kept,
      write: async (more) => {
        const answer = await writeOrExplain(context, writing, id, { ...more, change, since });
        isWritten = true;
        return answer;
      },
    });
    rename();
    tellGiven(context, writing, id, before.fields, verified.live.fields);
    const result = stateOf(making, verified, record, then);
    const lacking = untold(kind, result);
    if (lacking.length > 0) throw new PartlyUpdated({ ...result, ...openNote }, whatLacks(identity, id, lacking));
    return result;
  } catch (error) {
    if (error instanceof NotVerified) {
      rename();
      throw new PartlyUpdated(storedState(making, error, record, { ...then, reported }), error.text);
    }
    if (error instanceof PartlyUpdated) throw error;
    // It was done, or may have been: the next run has to look, also where the program is what it was before.
    if (isWritten || mayBeDone(error))
      throw new PartlyUpdated(
        { ...stateBefore(kind, state, before, writing.inputs, isStatusAsked), ...openNote },
        textOf(error),
      );
    throw error;
  }
}

/**
 * The state before an update that may have been done: with what it may have added, so that it can be taken out again, and
 * without a status that it may have set.
 */
function stateBefore(
  kind: Kind,
  state: Properties,
  before: Live,
  inputs: Properties,
  isStatusAsked: boolean,
): Properties {
  const written = kind.written.map(({ name }) => name);
  const maybe = { ...pick(inputs, written), ...state };
  return isStatusSet(before, inputs["desiredStatus"], isStatusAsked)
    ? without(maybe, ["status", "desiredStatus"])
    : maybe;
}

/**
 * The object as it is before the write, of which nothing is known that somebody changed unseen. Throws if it is gone, or
 * if there is such a change.
 */
async function liveNow(
  context: Context,
  { identity, inputs }: Making,
  id: string,
  state: Properties,
  touched: readonly string[],
): Promise<Seen> {
  const { kind } = identity;
  if (!kind.isListed) return { id, fields: {} };
  const asking = { state, inputs, touched };
  const meant = meantBy(asking);
  const looked = await lookBefore(context, identity, id, state, inputs, meant);
  if (looked === undefined) throw gone(identity, id);
  // What is to be paused is, and read back after that.
  if (inputs["desiredStatus"] !== "paused") refuseMoved(context, identity, id, inputs, looked.live);
  const found = withUndoneEnd(looked.found, asking, looked.live.fields);
  const edit = { touched: meant, isRead: notesIn(state).unread === undefined, asListed: looked.asListed };
  refuseUnseen(context, identity, id, found, edit, secretsOf(kind, state, inputs));
  return looked.live;
}

/** What was taken over because it was equal is ours once the program says so. */
const ownedNow = (adoption: Adoption | undefined, inputs: Properties): Adoption | undefined =>
  adoption !== undefined && isAsked(inputs) ? { mark: adoption.mark, isForeign: false } : adoption;

/** Whether the wanted status may not be the live one, as far as the state tells. */
const lacksStatus = (kind: Kind, state: Properties, inputs: Properties): boolean =>
  kind.hasStatus &&
  inputs["desiredStatus"] !== undefined &&
  (state["status"] === undefined || statusIsOff(kind, state, inputs));

/** Whether a field is read by this package alone: the status that is wanted comes to the API by another name. */
const isReadHere = (kind: Kind, name: string): boolean =>
  name !== "desiredStatus" && kind.field(name)?.node.providerOnly === true;

/** Whether an update sends nothing, as far as the state tells. */
export function isForStateAlone(kind: Kind, known: Properties, given: Properties): boolean {
  const { state, inputs } = heeded(kind, known, given);
  const { adoption, unread } = notesIn(state);
  const changed = changedFields(kind, declaredIn(kind, state), inputs, state);
  // What only this package reads (how to delete, whether to adopt) is for the state alone. But what was taken over because
  // it was equal was never compared in what the API hides: when it becomes ours, that is written.
  const becomesOurs = adoption?.isForeign === true && isAsked(inputs);
  if (becomesOurs || unread === "open" || lacksStatus(kind, state, inputs)) return false;
  // So is what the program marks secret.
  return changed.length > 0 ? changed.every((name) => isReadHere(kind, name)) : marksOthers(state, inputs);
}

interface Who {
  readonly owner: Owner | undefined;
  readonly formerOwner: Owner | undefined;
  readonly mark: string | undefined;
}

/** An object belongs to one resource; so does the name it is given. Throws before anything is written. */
async function hold(
  context: Context,
  former: Identity,
  identity: Identity,
  id: string,
  { owner, formerOwner, mark }: Who,
): Promise<void> {
  const { run } = context.ledger;
  const wants = hashOf(identity.unique);
  const claimant = { owner, mark };
  const refuse = (holder: Holder | undefined, held?: string): void => {
    const heard = held === undefined ? "in time" : "when both have it";
    if (holder !== undefined) throw new TwoResources(identity, held, holder, owner, heard);
  };
  refuse(run.rivalOf(claimant, id), id);
  run.hold(id, { owners: [owner, formerOwner], mark, wants });
  if (former.unique === identity.unique) return;
  // Whoever is called so, or means to be, speaks first.
  await run.quiet(context);
  refuse(run.rivalOf(claimant, id), id);
  refuse(run.holders.whoWants(wants, claimant));
  if (identity.kind.isListed) await refuseTakenName(context, identity, former, id);
}

/** A refused update may mean that the object is gone, or that the route is another one: both are told. */
async function writeOrExplain(context: Context, making: Making, id: string, update: Update): Promise<Live> {
  const { identity } = making;
  try {
    return await writeAll(context, making, id, update);
  } catch (error) {
    if (!(error instanceof CallabError) || !error.mayBeMissingRoute) throw error;
    const live = identity.kind.isListed ? await observe(context, identity, id, "now", []) : { id };
    if (live === undefined) throw gone(identity, id);
    const status = identity.kind.hasStatus && update.status === undefined ? [[hint("set-status")]] : [];
    const another = live.id === undefined ? [mayBeAnother(identity)] : [];
    throw new HintedError(
      lines([
        `${identity.words} (ID ${id}) was not updated.`,
        error.text,
        ...status,
        ...another,
        otherRoute(error.route),
      ]),
      { cause: error },
    );
  }
}

/** What only this package reads, how to delete it say, is recorded all the same. */
function writtenOver({ kind, words }: Identity, id: string, state: Properties, changes: Properties): Error {
  const own = pick(
    changes,
    Object.keys(changes).filter((name) => isReadHere(kind, name)),
  );
  return new PartlyUpdated(
    { ...state, ...own },
    lines([
      `${words} (ID ${id}) was there before its create, which has written over it, so it may be somebody else's. Nothing was written.`,
      [hint("written-over")],
    ]),
  );
}

const gone = (identity: Identity, id: string): Error =>
  new HintedError(
    lines([
      `${identity.words} (ID ${id}) is no longer there. Nothing was written.`,
      [hint("gone-on-purpose")],
      [hint("make-anew", { calls: identity.kind.hasStatus })],
    ]),
  );

/**
 * read: what is live, in the terms of what was declared. Never invents drift, and drops an object only on proof
 * that it is gone.
 */
import type { Live } from "../api/object";
import { routeKey } from "../api/routes";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { hint } from "../words/hint";
import { HintedError, text } from "../words/text";
import { borneOut } from "./borneOut";
import { askingUntil, patiently, type Context } from "./context";
import { drift } from "./drift";
import { identify, isPlaceholder, type Identity } from "./identity";
import { withEmptied } from "./emptied";
import { tellMoved } from "./moved";
import { hasReadRoute, observe, type Seen } from "./observe";
import { seenCalling } from "./resting";
import { reportedOf, shownFields, withDrift } from "./shown";
import { declaredIn, makeState, notesIn, reportedIn } from "./state";
import { findUnidentified, nothingCameOf } from "./unidentified";
import { readUnlisted } from "./unlistedKind";
import { unrecorded } from "./unrecorded";

export interface ReadResult {
  /** Another one than was asked for where the ID of the object has only become known now. */
  readonly id: string;
  readonly state: Record<string, unknown>;
  /** The declared inputs as they are live: where they differ from the program, that is drift. */
  readonly inputs: Record<string, unknown>;
}

/** The live object, or undefined if it is gone. */
export async function read(
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
): Promise<ReadResult | undefined> {
  const identity = identify(context, kind, state);
  if (!kind.isListed) return readUnlisted(context, identity, id, state);
  if (isPlaceholder(id)) return readUnidentified(context, identity, id, state);
  context.ledger.recorded(identity, notesIn(state).owner, id);
  const declared = declaredIn(kind, state);
  const { shown = [] } = notesIn(state);
  const seen = await lookFor(context, identity, id, [...shownFields(kind, declared), ...shown]);
  if (seen !== undefined) {
    const live = await borneOut(context, identity, id, declared, seen);
    tellMoved(context, identity, id, declared, live);
    seenCalling(context, identity, { id, fields: live.fields });
    return readResult(context, identity, id, live, { state, declared });
  }
  if (isNeverSeen(context, identity, state)) throw neverSeen(identity, id);
  context.ledger.left(identity, notesIn(state).owner, id);
  return undefined;
}

/**
 * The object, or undefined once several looks have lacked it: what a state has lost is made anew, and would call beside
 * what one look has missed. Where nothing is read alone, one look at the lists is as patient. What this machine made a
 * moment ago is looked for as long as an interrupted create is.
 */
async function lookFor(
  context: Context,
  identity: Identity,
  id: string,
  wanted: readonly string[],
): Promise<Seen | undefined> {
  const { ledger, patience, now } = context;
  const look = (isFirst = false): Promise<Seen | undefined> =>
    observe(context, identity, id, isFirst ? "afterWrites" : "now", wanted);
  const live = hasReadRoute(context, identity.kind) ? await patiently(context, look) : await look(true);
  const { at = Number.NEGATIVE_INFINITY } = ledger.object(id).maker ?? {};
  // Clocks may have been set back.
  return live ?? askingUntil(context, Math.min(at, now()) + patience.interruptedMs, look);
}

/**
 * Whether no list has shown the object since it was written, and the list may be that of `default`: one that knows no
 * workspaces is, as the documentation has it. Then it tells nothing by what it lacks, and nothing reads it alone.
 */
const isNeverSeen = (context: Context, { kind, workspace }: Identity, state: Properties): boolean =>
  notesIn(state).unread !== undefined &&
  kind.listedByWorkspace &&
  workspace !== "default" &&
  !context.inventory.isPlaced(kind, workspace) &&
  !hasReadRoute(context, kind);

const neverSeen = ({ kind, words }: Identity, id: string): Error =>
  new HintedError(
    text`No list has shown ${words} (ID ${id}) since it was written, so that it is gone is not concluded from a list that lacks it. If it is not there, ${hint("remove-from-state")}. If it is, and the API lists it in another way, ${hint("set-list-route", { key: routeKey(kind.name, "list") })}`,
  );

interface Known {
  readonly state: Properties;
  /** What the state says that the program declared. */
  readonly declared: Properties;
}

function readResult(context: Context, identity: Identity, id: string, seen: Seen, known: Known): ReadResult {
  const { kind } = identity;
  const { state, declared } = known;
  const live: Live = { id: seen.id, fields: withEmptied(context, kind, state, seen) };
  // What is not shown this time is as it was known; and a write whose end nobody has seen is still to be made.
  const { account, owner, adoption, kept, shown, unread } = notesIn(state);
  const lost = unrecorded(context, kind, id, state, { owner, shown: live.fields });
  if (lost.length > 0) {
    context.note(
      text`${identity.words}: an earlier run was cut off after it had sent ${lost.join(", ")}, and the API does not show what is stored. ${hint("next-run-writes")}`,
    );
  }
  const isOpen = unread === "open" || lost.length > 0;
  const notes = { account, owner, adoption, kept, shown, ...(isOpen ? { unread: "open" as const } : {}) };
  const found = drift(kind, declared, live.fields);
  const inputs = withDrift(kind, declared, found);
  return { id, inputs, state: makeState(inputs, reportedOf(kind, found, live, reportedIn(kind, state)), notes) };
}

/**
 * An object without an ID: with its ID if that can be told by now. It is only gone when its create can no longer be
 * carried out, and a whole list has neither it nor anything that may be it.
 */
async function readUnidentified(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
): Promise<ReadResult | undefined> {
  const { kind } = identity;
  const { ledger } = context;
  const { owner } = notesIn(state);
  const finding = await findUnidentified(context, identity, state);
  // Made of an older program, it may differ in what the API hides: then only a create, which writes that again, takes it.
  if (finding.what === "identified" && finding.isAsSent) {
    // The state has it from now on; whether the program still declares it is not said by a read.
    ledger.found(identity, owner, finding.id);
    const declared = declaredIn(kind, state);
    const live = await observe(context, identity, finding.id, "shared", shownFields(kind, declared));
    return readResult(context, identity, finding.id, live ?? finding.live, { state, declared });
  }
  if (finding.what !== "absent") return { id, state: { ...state }, inputs: declaredIn(kind, state) };
  nothingCameOf(context, identity, state);
  return undefined;
}

/**
 * The drift gate: an update carries all that is declared, so it would set back what somebody has changed meanwhile in
 * fields that the edit does not touch: an emergency stop, narrower hours. Before it writes, the live object is compared
 * with what the last read or write showed. Nothing is written over a change that nobody was shown.
 *
 * | somebody changed                                         | `callab:onDrift` `fail`           | `overwrite`          |
 * | -------------------------------------------------------- | --------------------------------- | -------------------- |
 * | a declared field that the edit does not touch            | the update fails and shows it     | told, and set back   |
 * | a status that the program manages, untouched by the edit | the update fails and shows it     | told, and set back   |
 * | a field that the edit sets, changes or takes out         | told: the edit is written         | the same             |
 * | an end that the state has, and the edit asks to call      | the update fails and shows it     | told, and it calls   |
 * | a field whose changes the program has ignored            | it is left (ignored.ts)           | the same             |
 *
 * A replacement deletes the object and makes it as declared, so it passes the same gate before the delete. Without a
 * declared status the new campaign may call at once: then a pause made by hand is a change that it would undo. Nor does
 * the new one have what the program leaves out.
 */
import type { Live } from "../api/object";
import { hint } from "../words/hint";
import { HintedError, lines } from "../words/text";
import { decidesWhoOrWhen, type Kind } from "../kinds/kind";
import { normalField, type Properties } from "../kinds/normalForm";
import { besideRead, unsure, type Looked } from "./besideRead";
import { patiently, type Context } from "./context";
import { drift, type Drift } from "./drift";
import type { Identity } from "./identity";
import { asLive } from "./ignored";
import { withEmptied } from "./emptied";
import { observeNow, type Seen } from "./observe";
import { asRested, seenCalling } from "./resting";
import { secretsOf, type Secrets } from "./secrets";
import { sideBySide } from "./sideBySide";
import { declaredIn, notesIn, reportedIn } from "./state";
import { inDocumentedWords, statusOf } from "./status";
import { isOwnWriting } from "./unrecorded";

/**
 * Looks at the live object before something is written over it: by its ID where the API can do that, and in a list beside
 * it (besideRead.ts). A list alone may lag behind what this program wrote last: it is asked again. Undefined: the object is
 * gone.
 * @param touched what the edit changes anyway
 */
export async function lookBefore(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
  inputs: Properties,
  touched: readonly string[],
): Promise<Looked | undefined> {
  const { kind } = identity;
  const changedIn = (seen: Seen): Drift[] =>
    changedByOthers(context, { kind, id, state }, inputs, withEmptied(context, kind, state, seen));
  const look = async (): Promise<Looked | undefined> => {
    const live = await observeNow(context, identity, id, kind.hasStatus ? ["status"] : []);
    return live === undefined ? undefined : { live, found: changedIn(live) };
  };
  let looked: Looked | undefined;
  await patiently(context, async () => {
    looked = await look();
    const isUnseen = looked?.found.some(({ field }) => !touched.includes(field)) === true;
    return !isUnseen || looked?.live.isReadAlone === true || undefined;
  });
  if (looked?.live.isReadAlone !== true) return looked;
  const { desiredStatus: wantedStatus } = inputs;
  const judged = (fields: Seen["fields"]): Drift[] => changedIn({ id, fields, isReadAlone: true });
  return besideRead(context, identity, id, looked, { again: look, changedIn: judged, wantedStatus, touched });
}

/** Throws where the replacement of an object would undo, unseen, what somebody has changed of it. */
export async function refuseUnseenReplacement(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
): Promise<void> {
  const { kind } = identity;
  const declared = declaredIn(kind, state);
  const anew = kind.hasStatus ? { desiredStatus: "active", ...declared } : declared;
  const looked = await lookBefore(context, identity, id, asRested(context, id, state), anew, []);
  if (looked !== undefined) seenCalling(context, identity, { id, fields: looked.live.fields });
  const edit = { touched: [], isRead: notesIn(state).unread === undefined, asListed: looked?.asListed };
  refuseUnseen(context, identity, id, looked?.found ?? [], edit, secretsOf(kind, state));
  refuseLost(context, identity, id, declared, looked?.live.fields ?? {});
}

/**
 * An update leaves alone what the program leaves out; a new object does not have it. Throws where that decides who is
 * called or when: a campaign that was narrowed in the dashboard would call at all hours.
 */
function refuseLost(
  context: Context,
  { kind, words }: Identity,
  id: string,
  declared: Properties,
  live: Properties,
): void {
  const named = context.ledger.run.namedAnew(id) ?? new Set(Object.keys(declared));
  // A default is given to the new one again.
  const lost = drift(kind, declared, live)
    .filter((entry) => entry.class === "unmanaged" && decidesWhoOrWhen(kind, entry.field) && !named.has(entry.field))
    .map(({ field, live: now }) => ({ field, declared: now, live: null }));
  if (lost.length === 0) return;
  const shown = sideBySide(lost, secretsOf(kind, declared), ["live", "anew"]);
  if (context.settings.onDrift === "fail")
    throw new HintedError(
      lines([
        `${words} (ID ${id}) is to be made anew, and the new one would be without what the program leaves out. Nothing was deleted.`,
        shown,
        [hint("keep-what-is-left-out")],
      ]),
    );
  context.note(`${words} (ID ${id}) is made anew, and the new one is without what the program leaves out:\n${shown}`);
}

/**
 * What somebody has changed since the state was written, of what the update would write: also of what the program has
 * left out until now, or takes out. `declared` is what was known, null for nothing.
 */
function changedByOthers(
  context: Context,
  known: { readonly kind: Kind; readonly id: string; readonly state: Properties },
  inputs: Properties,
  live: Live["fields"],
): Drift[] {
  const { kind, state } = known;
  const { printer } = context.ledger;
  const { kept = "" } = notesIn(state);
  const declared = asLive(kind, declaredIn(kind, state), live, inputs);
  const { unmanaged } = reportedIn(kind, state);
  // What is live as it is declared now is not set back; what the program has taken out is cleared.
  const off = drift(kind, asLive(kind, inputs, live, inputs), live)
    .filter(({ field, class: of }) => of === "configuration" || (of === "unmanaged" && declared[field] !== undefined))
    .map(({ field }) => field);
  const fields = drift(kind, { ...unmanaged, ...declared }, live)
    .filter(
      (entry) =>
        entry.field !== "desiredStatus" &&
        off.includes(entry.field) &&
        entry.class !== "spelling" &&
        // What an update cannot change it does not set back.
        kind.field(entry.field)?.node.replaceOnChange !== true &&
        // What the API made of a field is nobody's change.
        printer.heldThen(kept, entry.field, normalField(kind, entry.field, entry.live)) !== true,
    )
    .map((entry) => ({ ...entry, declared: entry.declared ?? null }));
  const changed = [...fields, ...statusChange(kind, state, inputs, live)];
  return changed.filter((entry) => !isOwnWriting(context, known, entry, live));
}

/** Completed is reached by running, and is nobody's change. */
function statusChange(kind: Kind, state: Properties, inputs: Properties, live: Live["fields"]): Drift[] {
  const now = inDocumentedWords(statusOf({ fields: live }));
  const wanted = inputs["desiredStatus"];
  if (!kind.hasStatus || wanted === undefined || wanted === now || (now !== "active" && now !== "paused")) return [];
  const seen = inDocumentedWords(statusOf({ fields: reportedIn(kind, state).runtime }));
  // Where no run has seen a status, it is taken to be as it was wanted; but a pause that may be left to do is done.
  const known = seen ?? (wanted === "paused" ? undefined : declaredIn(kind, state)["desiredStatus"]);
  return known === undefined || known === now
    ? []
    : [{ field: "desiredStatus", class: "configuration", declared: known, live: now }];
}

/** What is known of an edit before it is written. */
interface Edit {
  readonly touched: readonly string[];
  readonly isRead: boolean;
  readonly asListed?: readonly string[] | undefined;
}

/**
 * Throws where the update would set back, unseen, what somebody has changed.
 * @param edit `touched`: what the edit changes; `isRead`: whether the last write was read back. Where it was not, what
 * differs may be what it made. `asListed`: in what a list was believed, and a read shows another value
 */
export function refuseUnseen(
  context: Context,
  identity: Identity,
  id: string,
  found: readonly Drift[],
  { touched, isRead, asListed = [] }: Edit,
  secrets: Secrets,
): void {
  const { words } = identity;
  const unseen = found.filter(({ field }) => !touched.includes(field) && (field === "desiredStatus" || isRead));
  if (unseen.length > 0 && context.settings.onDrift === "fail") {
    throw new HintedError(
      lines([
        `${words} (ID ${id}) was changed since the last run, and not by this program. Nothing was written.`,
        sideBySide(unseen, secrets, ["last known", "live"]),
        ...unsure(asListed),
        [hint("show-drift")],
      ]),
    );
  }
  if (found.length === 0) {
    if (asListed.length > 0) context.note(lines([`${words} (ID ${id}):`, ...unsure(asListed)]));
    return;
  }
  const table = sideBySide(found, secrets, ["last known", "live"]);
  context.note(
    isRead
      ? `${words} (ID ${id}) was changed since the last run, and not by this program. That is written over:\n${table}`
      : `${words} (ID ${id}) is not as the last run left it, which could not look. That is written over:\n${table}`,
  );
}

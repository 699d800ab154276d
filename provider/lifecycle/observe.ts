/**
 * observe: is the object with this ID there, and what does the API show of it? "Gone" is only ever proven by a whole
 * list that lacks the object, together with a read that does not find it where the API can read one object. Every other
 * failure is a failure.
 */
import type { Freshness } from "../api/inventory";
import { readObject, type Live, type LiveById } from "../api/object";
import { decidesAboutCalls, type Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { keyOf as hashOf } from "../ledger/ledger";
import { routeKey } from "../api/routes";
import { isEmpty } from "../values/empty";
import { hint } from "../words/hint";
import { HintedError, joined, text, type Text } from "../words/text";
import type { Context } from "./context";
import { patiently } from "./context";
import { identify, inDoubt, isCalled, isPlaceholder, matching, type Identity } from "./identity";
import { refuseOtherAccount, sawOf } from "./otherAccount";
import { IdMap, isSameId } from "../values/id";

/** An object as it was seen. */
export interface Seen extends Live {
  /** Whether it was read by its ID: then what is not shown is not there. */
  readonly isReadAlone?: boolean;
}

/**
 * The live object, or undefined if it is gone. `wanted` names fields the caller needs: where the list does not show
 * them, the object is read alone as well; with `readAlone` it always is, where the API can do that; so it is with
 * `asNamed`, for an ID that the program names.
 */
export async function observe(
  context: Context,
  identity: Identity,
  id: string,
  freshness: Freshness,
  wanted: readonly string[],
  mode: Mode = "listIfEnough",
): Promise<Seen | undefined> {
  const seen = await seenIn(context, identity, id, freshness, wanted, mode);
  if (seen === undefined) await refuseOtherAccount(context, identity);
  else sawOf(context, identity, id, seen);
  return seen;
}

type Mode = "listIfEnough" | "readAlone" | "asNamed";

async function seenIn(
  context: Context,
  identity: Identity,
  id: string,
  freshness: Freshness,
  wanted: readonly string[],
  mode: Mode,
): Promise<Seen | undefined> {
  // Where a list tells no IDs, what the ledger knows of this name decides; the program's own word goes before it.
  const known = mode === "asNamed" || isPlaceholder(id) ? () => undefined : lastKnown(context.ledger, identity);
  let isMixedUp = false as boolean;
  const found = await patiently(context, async (isFirst): Promise<Seen | "gone" | undefined> => {
    const { listed, missing, isOfOthers } = await lookFor(context, identity, id, isFirst ? freshness : "now", known);
    const alone = mode === "listIfEnough" ? listed : undefined;
    const read = await readAlone(context, identity, id, alone, wanted, "shared");
    isMixedUp = read === "another";
    if (read === "another") return listed;
    if (read === "absent") {
      if (listed !== undefined) return undefined; // A list that lags behind a delete, perhaps. Look again.
      // Of a list that shows other workspaces alone, what the read says is all that can be had.
      if (missing !== undefined && !isOfOthers) throw notWhole(identity, missing);
      return "gone";
    }
    // Not listed, and not to be read alone: a list that lags behind a create, perhaps. Look again.
    return read ?? listed;
  });
  if (found !== undefined) return found === "gone" ? undefined : found;
  const { listed, missing } = await lookFor(context, identity, id, "now", known);
  if (listed === undefined && isMixedUp) throw mixedUp(identity, id);
  if (missing !== undefined) throw notWhole(identity, missing);
  if (listed === undefined || isSameId(listed.id, id)) return listed;
  throw new HintedError(
    text`${identity.words} is still listed, but reading it by its ID ${id} says that it is not there. Nothing was changed. If somebody deleted it and made another of this name, ${hint("remove-from-state")}.`,
  );
}

/** Nothing is known of the object: what was asked for by its ID is answered with another one. */
const mixedUp = ({ words, kind }: Identity, id: string): Error =>
  new HintedError(
    text`What was asked for as ${words} by its ID ${id} shows another name and no ID, and no list shows this one. Something on the way mixes answers up, or the ${kind.noun} was renamed. Nothing is concluded, and nothing was changed. Run again. If somebody has renamed it, give it its name back in the dashboard; if it is gone, ${hint("remove-from-state")}.`,
  );

/** The object as it is at this moment: read alone where the API can do that, else from a list that is read now. */
export async function observeNow(
  context: Context,
  identity: Identity,
  id: string,
  wanted: readonly string[],
): Promise<Seen | undefined> {
  const read = await readAlone(context, identity, id, undefined, wanted, "now");
  if (isSeen(read) && wanted.every((name) => read.fields[name] !== undefined)) {
    sawOf(context, identity, id, read);
    return read;
  }
  const live = await observe(context, identity, id, "now", []);
  return live === undefined || !isSeen(read)
    ? live
    : { id, fields: { ...live.fields, ...read.fields }, isReadAlone: true };
}

const isSeen = (read: Seen | string | undefined): read is Seen => typeof read === "object";

/** The object as it is after a write: read alone where the API can do that, else from a list that begins after it. */
export async function glance(
  context: Context,
  identity: Identity,
  id: string,
  freshness: Freshness,
): Promise<Seen | undefined> {
  const read = await readAlone(context, identity, id, undefined, [], freshness);
  if (isSeen(read)) return read;
  return (await lookFor(context, identity, id, freshness)).listed;
}

/** Whether a list shows the object. Throws where one that may not be whole does not. */
export async function isListed(
  context: Context,
  identity: Identity,
  id: string,
  freshness: Freshness,
): Promise<boolean> {
  const { listed, missing } = await lookFor(context, identity, id, freshness);
  if (missing !== undefined) throw notWhole(identity, missing);
  return listed !== undefined;
}

/** What a list shows of the object with this ID; undefined where it tells no IDs, lacks it or cannot be had. */
export async function listedAs(
  { inventory }: Context,
  { kind, workspace }: Identity,
  id: string,
  freshness: Freshness,
): Promise<Live["fields"] | undefined> {
  try {
    const look = await inventory.look(kind, workspace, freshness);
    const idIn = (objects: readonly Live[]): Live | undefined => byIds(objects).get(id);
    const isWithoutIds = byIds(look.shown).size === 0;
    return (idIn(look.shown) ?? (isWithoutIds ? undefined : idIn((await look.whole()).objects)))?.fields;
  } catch {
    return undefined;
  }
}

/** The object as a list shows it; undefined where that does not. */
export const listedNow = async (context: Context, identity: Identity, id: string): Promise<Live | undefined> =>
  (await lookFor(context, identity, id, "now")).listed;

/** What a list says of an object. */
interface Sight {
  readonly listed: Live | undefined;
  /** Where it is not listed: why it may be there all the same, as half a sentence. */
  readonly missing: string | undefined;
  /** Whether that is that it shows other workspaces alone. */
  readonly isOfOthers: boolean;
}

/** Looks for an object in a list: in its first answer by the ID, which is no other's; else in the whole of it. */
async function lookFor(
  { inventory, ledger }: Context,
  identity: Identity,
  id: string,
  freshness: Freshness,
  known: () => string | undefined = lastKnown(ledger, identity),
): Promise<Sight> {
  const look = await inventory.look(identity.kind, identity.workspace, freshness);
  const shown = byIds(look.shown).get(id);
  if (shown !== undefined) return { listed: shown, missing: undefined, isOfOthers: false };
  const { objects, notWhole: why, isOfOthers = false } = await look.whole();
  const listed = find(identity, id, objects, known);
  return { listed, missing: listed === undefined ? why : undefined, isOfOthers };
}

/** What there is to say where an ID is not found, and a list that tells no IDs shows an object of that name. */
export const mayBeAnother = ({ words }: Identity): Text =>
  text`The list shows ${words} without an ID. If this one was deleted and that is another of its name, ${hint("remove-from-state")}.`;

/**
 * Nothing can be concluded from what such a list lacks.
 * @param wayOut another way than another list
 */
export const notWhole = ({ kind, words }: Identity, why: string, wayOut: readonly Text[] = []): Error => {
  const said = text`The list of ${kind.plural} may not be whole: ${why}. What it lacks may exist all the same, so nothing is concluded about ${words}. If the API gives its whole list in another way, ${hint("set-list-route", { key: routeKey(kind.name, "list") })}`;
  return new HintedError(joined([said, ...wayOut], " "));
};

/**
 * The listed object with this ID; where the list tells no IDs, the one with the natural key, unless the ledger knows that
 * it is another one of that name. Several of that name, or a number that cannot be read and may be it: it is there, and
 * what it holds cannot be told.
 */
function find(
  identity: Identity,
  id: string,
  objects: readonly Live[],
  lastKnownId: () => string | undefined,
): Live | undefined {
  const exact = byIds(objects).get(id);
  if (exact !== undefined) return exact;
  const mayBeIt = (object: Live): boolean => object.id === undefined || isPlaceholder(id);
  const [match, ...others] = matching(identity, objects).filter(mayBeIt);
  if (others.length > 0) return { id: undefined, fields: {} };
  const known = lastKnownId();
  if (known !== undefined && !isSameId(known, id)) return undefined;
  return match ?? (inDoubt(identity, objects).some(mayBeIt) ? { id: undefined, fields: {} } : undefined);
}

/** The ID that the ledger knows of the name; it is only asked where a list tells none. */
const lastKnown =
  (ledger: Context["ledger"], identity: Identity): (() => string | undefined) =>
  () =>
    ledger.recall(identity, undefined).id;

/** Memory of a list by its IDs: a thousand reads share it. */
const indexes = new WeakMap<readonly Live[], IdMap<Live>>();

function byIds(objects: readonly Live[]): IdMap<Live> {
  let index = indexes.get(objects);
  if (index === undefined) {
    index = new IdMap(objects.flatMap((live) => (live.id === undefined ? [] : [[live.id, live] as const])));
    indexes.set(objects, index);
  }
  return index;
}

/** Whether there is a route that reads one object of the kind by its ID. Whether the API has it is another matter. */
export const hasReadRoute = ({ client }: Pick<Context, "client">, kind: Kind): boolean =>
  client.routes.of(kind.name, "read").length > 0;

/** The object as a read by its ID shows it, and what it lacks as a list does, unless that shows it empty; undefined where no read can be had. */
export async function readOver(
  context: Context,
  identity: Identity,
  id: string,
  listed: Seen,
): Promise<Seen | undefined> {
  const read = await readAlone(context, identity, id, undefined, [], "shared").catch(() => undefined);
  if (!isSeen(read)) return undefined;
  return { ...read, fields: { ...withoutEmpty(listed.fields), ...read.fields } };
}

const withoutEmpty = (fields: Properties): Properties =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));

/** What reading the object by its ID says; undefined where that was not needed or is not possible. */
async function readAlone(
  context: Context,
  identity: Identity,
  id: string,
  listed: Live | undefined,
  wanted: readonly string[],
  freshness: Freshness,
): Promise<Seen | "absent" | "another" | undefined> {
  const { client, inventory } = context;
  const { kind, workspace, key, words } = identity;
  if (isPlaceholder(id) || !hasReadRoute({ client }, kind)) return undefined;
  const missing =
    listed !== undefined && isSameId(listed.id, id)
      ? wanted.filter((name) => listed.fields[name] === undefined)
      : undefined;
  // What decides about calls and was left out by the list is always looked for: it may have been emptied.
  const isDeciding = missing?.some((name) => decidesAboutCalls(kind, name)) === true;
  if (missing !== undefined && !isDeciding && !(await inventory.readMayShow(kind, missing))) return undefined;
  let shown: Live["fields"] = {};
  try {
    const live = await readObject(client, kind, id, workspace);
    if (live === "absent") return live;
    if (await isOfAnother(context, identity, id, live, freshness)) return "another";
    inventory.wasRead(kind, workspace, { id, key, words });
    shown = live.fields;
    return {
      id,
      fields: { ...(listed !== undefined && isSameId(listed.id, id) ? listed.fields : {}), ...shown },
      isReadAlone: true,
    };
  } finally {
    inventory.readShowed(kind, Object.keys(shown).length === 0 ? [] : (missing ?? []), shown);
  }
}

/**
 * Whether the answer to a read by an ID is about another object: something on the way mixes answers up. One that tells the
 * ID is not. One that tells none and shows another name may be: or somebody has renamed the object, or the server has
 * respelled it.
 *
 * | the list                                                           | the answer is about |
 * | ------------------------------------------------------------------ | ------------------- |
 * | shows the ID, by the name of the answer                            | the object          |
 * | shows the ID by another name, or tells IDs and not this one        | another one         |
 * | tells no IDs, and shows an object of the name that was asked for   | another one         |
 * | tells no IDs, and the name of the answer is known to be another's  | another one         |
 * | tells no IDs, and nothing of that is so                            | the object          |
 */
async function isOfAnother(
  context: Context,
  identity: Identity,
  id: string,
  live: LiveById,
  freshness: Freshness,
): Promise<boolean> {
  if (live.isIdTold !== false || isCalled(identity, live) !== false) return false;
  const { kind, workspace } = identity;
  const { inventory, ledger } = context;
  const { objects } = await inventory.list(kind, workspace, freshness);
  const shown = identify(context, kind, { ...live.fields, ...workspaceOf(identity) });
  const listed = byIds(objects).get(id);
  if (listed !== undefined) return isCalled(shown, listed) !== true;
  if (byIds(objects).size > 0 || matching(identity, objects).length > 0) return true;
  const holders = [...ledger.run.holders.wanting(hashOf(shown.unique))];
  const known = ledger.recall(shown, undefined).id;
  return holders.some(([holder]) => !isSameId(holder, id)) || (known !== undefined && !isSameId(known, id));
}

const workspaceOf = ({ kind, workspace }: Identity): Properties => {
  const { placeField } = kind;
  return placeField === "" ? {} : { [placeField]: workspace };
};

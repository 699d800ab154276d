/**
 * A read by an ID may come from a replica that lags, while the list is fresh: a pause that somebody made would be undone
 * by an update that believes the read alone. So a list of this run is asked as well, one for all updates. Where it shows
 * a change that the read does not, both are asked anew, with patience for either to catch up. Of a field that both show,
 * that is so where it decides about calls or says who talks in them: a list may cut or round what does not. Of a field that
 * the read lacks, the list is all there is.
 *
 * | both, in the end        | what counts                                                                 |
 * | ----------------------- | --------------------------------------------------------------------------- |
 * | say the same            | that                                                                        |
 * | still contradict        | the status that calls nobody, and the value that the state does not know of |
 *
 * What a list does not show, or shows empty, contradicts nothing: briefer lists are no evidence. Nor does one that tells
 * no IDs, or that cannot be had.
 */
import { decidesAboutCalls, type Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";
import { patiently, type Context } from "./context";
import type { Drift } from "./drift";
import type { Identity } from "./identity";
import { listedAs, type Seen } from "./observe";
import { pick } from "./state";
import { isCalling, isOver, statusOf } from "./status";

/** A live object, and what somebody has changed of it. */
export interface Looked {
  readonly live: Seen;
  readonly found: readonly Drift[];
  /** The fields in which it is as a list shows it, of which a read by its ID shows another value. */
  readonly asListed?: readonly string[];
}

/** What there is to say where a read and a list contradict each other. */
export const unsure = (fields: readonly string[]): readonly string[] =>
  fields.length === 0
    ? []
    : [
        `Only the list shows ${fields.join(", ")} so, and a read by the ID does not: one of the two lags behind. It is not known which; the list was believed.`,
      ];

/** How an object is looked at, and judged. */
export interface Judge {
  /** Looks at it once more. */
  readonly again: () => Promise<Looked | undefined>;
  /** What somebody has changed of it, if it is so. */
  readonly changedIn: (fields: Seen["fields"]) => readonly Drift[];
  readonly wantedStatus: unknown;
  /** What the edit changes anyway. */
  readonly touched: readonly string[];
}

/** The object, with what a list shows of it taken in. Undefined: it is gone. */
export async function besideRead(
  context: Context,
  identity: Identity,
  id: string,
  first: Looked,
  judge: Judge,
): Promise<Looked | undefined> {
  const { kind } = identity;
  const listed = await listedAs(context, identity, id, "thisRun");
  let last: Sights = { looked: first, other: contradicting(kind, first, listed, judge) };
  if (isEmpty(last.other)) return first;
  await patiently(context, async () => {
    const now = await listedAs(context, identity, id, "now");
    const looked = await judge.again();
    last = { looked, other: looked === undefined ? {} : contradicting(kind, looked, now, judge) };
    return isEmpty(last.other) || undefined;
  });
  const { looked, other } = last;
  if (looked === undefined || isEmpty(other)) return looked;
  const live = { ...looked.live, fields: { ...looked.live.fields, ...other } };
  const asListed = Object.keys(other).filter((name) => looked.live.fields[name] !== undefined);
  return { live, found: judge.changedIn(live.fields), asListed };
}

/** What a read shows, and what of a list contradicts it. */
interface Sights {
  readonly looked: Looked | undefined;
  readonly other: Properties;
}

/** The values of a list that show a change which the read does not. */
function contradicting(
  kind: Kind,
  { live, found }: Looked,
  listed: Properties | undefined,
  { changedIn, wantedStatus, touched }: Judge,
): Properties {
  if (listed === undefined || live.isReadAlone !== true || isOlder(listed, live.fields)) return {};
  const status = isCalmer(live.fields, listed, touched.includes("desiredStatus") ? "paused" : wantedStatus)
    ? pick(listed, ["status"])
    : {};
  const shown = Object.keys(listed).filter(
    (name) => !isEmpty(listed[name]) && (live.fields[name] === undefined || isHeld(kind, name)),
  );
  const known = new Set([...touched, ...found.map(({ field }) => field)]);
  const changed = changedIn({ ...live.fields, ...pick(listed, shown) })
    .map(({ field }) => field)
    .filter((field) => shown.includes(field) && !known.has(field));
  return { ...pick(listed, changed), ...status };
}

/** Whether a list counts beside a read that shows the field as well: it decides about calls, or says who talks in them. */
const isHeld = (kind: Kind, name: string): boolean =>
  decidesAboutCalls(kind, name) || kind.field(name)?.node.refersTo !== undefined;

/** Whether a list shows a status that calls nobody, which the update would undo. A completed campaign never calls again. */
function isCalmer(read: Properties, listed: Properties, wanted: unknown): boolean {
  const [there, here] = [statusOf({ fields: listed }), statusOf({ fields: read })];
  if (there === undefined || here === undefined || there === here) return false;
  return isOver(there) || (wanted !== "paused" && isCalling(here) && !isCalling(there));
}

/** Whether a list is known to show the object as it was before the read: it still lags behind the last write, say. */
function isOlder(listed: Properties, read: Properties): boolean {
  const [there, here] = [listed["updatedAt"], read["updatedAt"]].map((time) => Date.parse(String(time)));
  return there !== undefined && here !== undefined && there < here;
}

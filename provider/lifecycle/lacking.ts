/**
 * A list that lacks what this process has read by its ID is not whole, whatever it says of itself: it may show only what
 * is active. Then a create that has made something is taken for one that made nothing, and sent again. Only that
 * conclusion asks: elsewhere a list that lags is waited for, or what it lacks is read.
 */
import type { Listing, ReadAlone } from "../api/inventory";
import { readObject } from "../api/object";
import { isWorkspace } from "../api/place";
import { keyOf as hashOf } from "../ledger/ledger";
import { patiently, type Context } from "./context";
import { isCalled, matching, type Identity } from "./identity";
import { IdSet } from "../values/id";

/** What was read by an ID before a list was asked for. */
export type Read = readonly ReadAlone[];

/** How many of what a list lacks are read again. */
const MOST = 5;

export const readSoFar = ({ inventory }: Context, { kind, workspace }: Identity): Read =>
  inventory.readSoFar(kind, workspace);

/** A look at a list. */
export interface LookedThrough {
  readonly listing: Listing;
  readonly read: Read;
}

/**
 * The last look, and what it lacks after all patience, as half a sentence. What was made and read meanwhile has a patience
 * of its own.
 * @param isOver whether what was looked for is there, so that nothing matters that is lacking
 */
export async function lackedByAll<Look extends LookedThrough>(
  context: Context,
  identity: Identity,
  first: Look,
  { again, isOver }: { readonly again: () => Promise<Look>; readonly isOver: (look: Look) => boolean },
): Promise<{ readonly last: Look; readonly lacking: string | undefined }> {
  const judged = async (last: Look) => ({
    last,
    lacking: isOver(last) ? undefined : await lackedBy(context, identity, last),
  });
  let end = await judged(first);
  await patiently(context, async (isFirst) => {
    if (!isFirst) end = await judged(await again());
    return end.lacking === undefined || undefined;
  });
  return end;
}

/** What the list lacks, and a read by its ID still shows. */
async function lackedBy(
  context: Context,
  identity: Identity,
  { listing: { objects }, read }: LookedThrough,
): Promise<string | undefined> {
  const { run } = context.ledger;
  const key = hashOf(identity.unique);
  const ids = new IdSet(objects.flatMap(({ id }) => id ?? []));
  const isShown = (object: ReadAlone): boolean =>
    ids.has(object.id) ||
    matching({ kind: identity.kind, key: object.key }, objects).some(({ id }) => id === undefined);
  const lacked = read.filter((object) => !isShown(object) && !run.isGone(key, object.id));
  for (const { id, key: name, words } of lacked.slice(-MOST).toReversed())
    if (await isThere(context, { ...identity, key: name }, id))
      return `it lacks ${words} (ID ${id}), which a read by its ID shows`;
  return undefined;
}

/** Whether a read shows it in this workspace. One that fails shows nothing. */
async function isThere({ client }: Context, identity: Identity, id: string): Promise<boolean> {
  const { kind, workspace } = identity;
  const live = await readObject(client, kind, id, workspace).catch(() => "absent" as const);
  const place = kind.placeField;
  if (live === "absent" || isWorkspace(live.fields[place], workspace) === false) return false;
  return live.isIdTold !== false || isCalled(identity, live) !== false;
}

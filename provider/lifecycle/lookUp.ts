/**
 * Looking an object up by its natural key, before and after a create. A list may lag behind what was made, renamed and
 * removed; what this run did and what the journal remembers of earlier ones decide how far a look is to be trusted.
 */
import type { Live } from "../api/inventory";
import type { Context } from "./context";
import { matching, type Identity } from "./identity";
import { observe } from "./observe";

/** The object as it exists before anything was sent. */
export async function lookBefore(context: Context, identity: Identity): Promise<Live | undefined> {
  const { claims, journal, patience } = context;
  const noted = journal.known(identity.unique);
  const known = noted !== undefined && context.now() - noted.at < REMEMBERED_MS ? noted : undefined;
  const made = claims.madeHere(identity.unique) ?? (known?.step === "made" ? known.id : undefined);
  if (made !== undefined && (await isStillThere(context, identity, made))) return { id: made, fields: {} };
  if (claims.removedHere(identity.unique).size > 0) return lookPastRemoved(context, identity);
  if (known?.step === "gone") {
    // An earlier run removed it: this run's list is younger, and only one that tells no IDs leaves a doubt.
    claims.removed(identity.unique, known.id);
    const listed = onlyOne(context, identity, await context.inventory.list(identity.kind, identity.workspace));
    return listed === undefined || listed.id !== undefined ? listed : lookPastRemoved(context, identity);
  }
  const found = onlyOne(context, identity, await context.inventory.list(identity.kind, identity.workspace));
  const begun = journal.begunAt(identity.unique);
  if (found !== undefined || begun === undefined) return found;
  return lookForInterrupted(context, identity, begun + patience.interruptedMs);
}

/** How long an earlier run's note of what it made or removed is worth more than a list that may lag, in milliseconds. */
const REMEMBERED_MS = 600_000;

/** Whether an object that was made here is there and is called so. A list that lags may show it under a former name. */
async function isStillThere(context: Context, identity: Identity, id: string): Promise<boolean> {
  for (const pause of [0, ...context.patience.pauses]) {
    if (pause > 0) await context.sleep(pause);
    const live = await observe(context, identity, id, "now", []);
    if (live === undefined) return false;
    if (live.fields[identity.kind.naturalKey] === undefined || matching(identity, [live]).length === 1) return true;
  }
  return false;
}

/** The object was removed a moment ago, perhaps to make it anew; a list that lags may still show it. */
async function lookPastRemoved(context: Context, identity: Identity): Promise<Live | undefined> {
  for (const pause of [0, ...context.patience.pauses]) {
    if (pause > 0) await context.sleep(pause);
    const found = onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace));
    if (found?.id !== undefined || found === undefined) return found;
    // Without an ID it cannot be told from the removed one: look until that one must have gone from the list.
  }
  return onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace));
}

/**
 * A create of this object was begun and its outcome never learnt: it may turn up late. However long ago that was, a
 * list may need to be asked several times before it shows it.
 */
async function lookForInterrupted(context: Context, identity: Identity, until: number): Promise<Live | undefined> {
  if (context.now() < until) {
    context.note(
      `The creation of ${identity.words} was interrupted before its outcome was known; looking whether it exists before creating it.`,
    );
  }
  const longest = context.patience.pauses.at(-1) ?? 1_000;
  while (context.now() < until) {
    const object = onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace));
    if (object !== undefined) return object;
    await context.sleep(Math.max(1, Math.min(longest, until - context.now())));
  }
  // By now it was made or never will be; what is left is a list that lags.
  return lookAfter(context, identity);
}

/** The one listed object with this identity. One that was removed here is not there, though a list still shows it. */
export function onlyOne({ claims }: Context, identity: Identity, objects: readonly Live[]): Live | undefined {
  const [first, ...others] = matching(identity, objects).filter(
    ({ id }) => id === undefined || !claims.isGone(identity.unique, id),
  );
  if (others.length === 0) return first;
  const ids = [first, ...others].map((object) => object?.id ?? "(no ID shown)").join(", ");
  throw new Error(
    `There are ${others.length + 1} objects that are ${identity.words}: ${ids}. Which one is meant cannot be told, and nothing was created. ` +
      "Rename or delete all but one in the dashboard, then run again.",
  );
}

/** The object after a POST whose answer did not tell: looked for with patience, for a list that lags. */
export async function lookAfter(context: Context, identity: Identity): Promise<Live | undefined> {
  for (const pause of [0, ...context.patience.pauses]) {
    if (pause > 0) await context.sleep(pause);
    const found = onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace));
    if (found !== undefined) return found;
  }
  return undefined;
}

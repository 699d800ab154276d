/**
 * A sighting: what a look at an object comes to. A look never throws: that it failed, or was ended before, is what is known
 * then, and a status that nobody has seen is none.
 */
import { sentence, textOf, type Text } from "../words/text";
import { patiently, type Context } from "./context";
import type { Identity } from "./identity";
import { glance, listedNow, type Seen } from "./observe";
import { isOver, isRest, statusOf } from "./status";

/** What a look after a write comes to: the object, or why it cannot be seen. */
export type Sighting = Seen | { readonly failure: Text };

/** It is not shown, and may be by the next look. */
export const notYet: Sighting = { failure: "it is not shown." };

export async function sight(
  context: Context,
  identity: Identity,
  id: string,
  freshness: "afterWrites" | "now",
): Promise<Sighting> {
  try {
    return (await glance(context, identity, id, freshness)) ?? notYet;
  } catch (error) {
    return { failure: sentence(textOf(error)) };
  }
}

/** Looks with patience until that is enough. Where the work was ended before, it is not known. */
export async function lookUntil(
  context: Context,
  look: (isFirst: boolean) => Promise<Sighting>,
  isEnough: (seen: Sighting) => boolean,
): Promise<Sighting> {
  let seen: Sighting = notYet;
  try {
    await patiently(context, async (isFirst) => {
      seen = await look(isFirst);
      return isEnough(seen) || undefined;
    });
  } catch (error) {
    return { failure: sentence(textOf(error)) };
  }
  return seen;
}

/** With the status that a list shows, where a read by the ID fails or shows none. */
export async function withStatus(context: Context, identity: Identity, id: string, seen: Sighting): Promise<Sighting> {
  if (shownStatus(seen) !== undefined || seen === notYet) return seen;
  const listed = await listedNow(context, identity, id).catch(() => undefined);
  if (listed === undefined || statusOf(listed) === undefined) return seen;
  return "failure" in seen ? listed : { ...seen, fields: { ...seen.fields, status: listed.fields["status"] } };
}

/** The status that is seen, if any is. */
export const shownStatus = (seen: Sighting): string | undefined => ("failure" in seen ? undefined : statusOf(seen));

/** The object after a write that set its status, looked at while it is not shown yet, or with another one than was wanted. */
export const seenAfter = (context: Context, identity: Identity, id: string, wanted: string): Promise<Sighting> =>
  lookUntil(
    context,
    async () => withStatus(context, identity, id, await sight(context, identity, id, "now")),
    (seen) => {
      const now = shownStatus(seen);
      return seen !== notYet && (now === undefined || now === wanted || isOver(now));
    },
  );

/** Its status then; "unknown": none is shown. */
export const statusAfter = async (...what: Parameters<typeof seenAfter>): Promise<string> =>
  shownStatus(await seenAfter(...what)) ?? "unknown";

/** The status in which a list shows an object; undefined where none does. */
export const listedStatus = (context: Context, identity: Identity, id: string): Promise<string | undefined> =>
  listedNow(context, identity, id).then(
    (listed) => listed && statusOf(listed),
    () => undefined,
  );

/** The status in which a list has the campaign that a read by its ID shows at rest, where that is none, looked at with patience. */
export async function listedElse(context: Context, identity: Identity, id: string): Promise<string | undefined> {
  let listed: string | undefined;
  await patiently(context, async () => {
    listed = await listedStatus(context, identity, id);
    return listed === undefined || isRest(listed) || undefined;
  });
  return isRest(listed) ? undefined : listed;
}

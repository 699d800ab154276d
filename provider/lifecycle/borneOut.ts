/**
 * What a refresh believes of what it has seen. A list may show less than there is: a prompt cut short, no tags, no hours,
 * an empty flow. So where a list alone shows drift, the object is read by its ID, and drift is what the two say together,
 * as they do to an update (besideRead.ts): then a refresh shows all that an update would not write over. Where the read
 * cannot be had, the list is all there is. Of what is as the state has it nothing is read.
 */
import type { Properties } from "../kinds/normalForm";
import { lines } from "../words/text";
import { besideRead, unsure, type Looked } from "./besideRead";
import type { Context } from "./context";
import { drift } from "./drift";
import type { Identity } from "./identity";
import { readOver, type Seen } from "./observe";

/** @param declared what the state says that the program declared */
export async function borneOut(
  context: Context,
  identity: Identity,
  id: string,
  declared: Properties,
  seen: Seen,
): Promise<Seen> {
  const judged = (live: Seen): Looked => ({ live, found: changedIn(live.fields) });
  const changedIn = (fields: Seen["fields"]): Looked["found"] =>
    drift(identity.kind, declared, fields).filter((entry) => entry.class === "configuration");
  const again = async (): Promise<Looked | undefined> => {
    const read = await readOver(context, identity, id, seen);
    return read === undefined ? undefined : judged(read);
  };
  const first = judged(seen);
  const looked = seen.isReadAlone === true || first.found.length === 0 ? first : await again();
  if (looked?.live.isReadAlone !== true) return seen;
  const judge = { again, changedIn, wantedStatus: declared["desiredStatus"], touched: [] };
  const { live, asListed = [] } = (await besideRead(context, identity, id, looked, judge)) ?? looked;
  if (asListed.length > 0) context.note(lines([`${identity.words} (ID ${id}):`, ...unsure(asListed)]));
  return live;
}

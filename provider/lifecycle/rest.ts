/**
 * Bringing a campaign to rest, and seeing it there: for an emergency stop, and for a campaign that leaves the program. What
 * somebody changed by hand stays as it is.
 */
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import { asItIs } from "./asItIs";
import type { Context } from "./context";
import type { Identity } from "./identity";
import { sendRest, type Rest } from "./sendRest";
import { declaredIn } from "./state";
import { isOver, isRest, statusOf } from "./status";
import { keepUndeclared } from "./undeclared";
import { listedElse, listedStatus, seenAfter, shownStatus, type Sighting } from "./sighting";

/** What the sending of a rest came to. */
export interface Rested {
  /** The status that is seen after it; undefined: none is. */
  readonly now: string | undefined;
  readonly after: Sighting;
  /** Why the write failed; it may have been done all the same. */
  readonly failure: Error | undefined;
}

/** What is brought to rest, and to which one. */
export interface Resting {
  readonly identity: Identity;
  readonly id: string;
  readonly state: Properties;
  readonly rest: Rest;
}

/** Whether the rest that was wanted, or one that is as good, is seen. */
export const isAtRest = ({ now }: Pick<Rested, "now">, rest: Rest): boolean =>
  rest === "completed" ? isOver(now) : isRest(now);

/** @param live the campaign as it was seen just before; undefined: it was not */
export async function bringToRest(
  context: Context,
  { identity, id, state, rest }: Resting,
  live: Live | undefined,
): Promise<Rested> {
  const { kind } = identity;
  const inputs = live === undefined ? declaredIn(kind, state) : asItIs(kind, state, live);
  const making = { identity, inputs, owner: undefined };
  const { failure, named } = await sendRest(context, making, id, rest);
  const after = await seenAfter(context, identity, id, rest);
  const now = shownStatus(after);
  if (!isAtRest({ now }, rest)) return { now, after, failure };
  // A read may be older than what is said no to.
  const listed = failure === undefined ? undefined : await listedElse(context, identity, id);
  if (listed !== undefined) return { now: listed, after, failure };
  await keepUndeclared(context, making, id, live?.fields ?? {}, after, named);
  return { now, after, failure };
}

/**
 * Whether a campaign has come to its end. What shows it may be older than what the state knows: then a list must not show
 * another status.
 */
export async function isKnownOver(
  context: Context,
  { identity, id, state }: Pick<Resting, "identity" | "id" | "state">,
  now: string | undefined,
): Promise<boolean> {
  if (!isOver(now)) return false;
  if (isOver(statusOf({ fields: state }))) return true;
  const listed = await listedStatus(context, identity, id);
  if (listed === undefined || isRest(listed)) return true;
  context.note(
    `${identity.words} (ID ${id}) is shown as ${now ?? ""} by its ID, and as ${listed} in the list. So it may be calling, and is brought to rest. If it was completed, resuming it would call again.`,
  );
  return false;
}

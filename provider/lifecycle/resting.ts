/**
 * A campaign is paused before it is deleted, and the delete may be refused, or its run stopped: no state tells of the pause
 * then. It is noted, so that the run that deletes it after all does not take it for somebody else's. What is seen calling
 * after that, and paused later, was paused by somebody else; so was what has another state by now, by a run elsewhere.
 */
import { isRefused } from "../api/errors";
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import type { Context } from "./context";
import type { Identity } from "./identity";
import type { Resting, Rested } from "./rest";
import { notesIn } from "./state";
import { isCalling, statusOf } from "./status";

/** Brings a campaign to rest because it is to go. @param live as it was seen just before */
export async function resting<Result extends Pick<Rested, "failure">>(
  { ledger }: Context,
  { identity, id, state, rest }: Resting,
  live: Live,
  bring: () => Promise<Result>,
): Promise<Result> {
  if (rest !== "paused" || !isCalling(statusOf(live))) return bring();
  // Before it is sent: the run may be stopped at any moment from then on.
  ledger.resting(identity, notesIn(state).owner, id, state);
  const result = await bring();
  if (isRefused(result.failure)) ledger.roused(identity, id);
  return result;
}

/** Notes that a campaign is seen calling. */
export function seenCalling({ ledger }: Context, identity: Identity, { id = "", fields }: Live): void {
  if (isCalling(statusOf({ fields }))) ledger.roused(identity, id);
}

/** What is known of a campaign, with the pause that no state tells of. */
export const asRested = ({ ledger }: Context, id: string, state: Properties): Properties =>
  ledger.isResting(id, notesIn(state).owner, state) ? { ...state, status: "paused" } : state;

/**
 * read in a run that is an emergency stop. An engine that is told to refresh reads everything before it has anything
 * paused, and the first read that fails ends the run. So what cannot be looked at stays as the state has it, and so does
 * what is not seen: a campaign that the state has lost is paused by nobody.
 */
import { isStopped, unlessStopped } from "../api/stop";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { identify } from "../lifecycle/identity";
import type { ReadResult } from "../lifecycle/read";
import { secretsOf } from "../lifecycle/secrets";
import { declaredIn, OWNER, ownerIn } from "../lifecycle/state";
import { textOf, worded } from "../words/text";
import type { Operations } from "./operations";
import type { Session } from "./session";

/** How long the reads of a kind may take in all, from the first on, in milliseconds: meanwhile people are called. */
const LOOKING_MS = 30_000;

/** @param ordinary the read of a run that is none */
export function stoppingRead(kind: Kind, session: Session, ordinary: Operations["read"]): Operations["read"] {
  let over: AbortSignal | undefined;
  let isTold = false;

  function tell(failure: unknown, state: Properties): void {
    if (isTold) return;
    isTold = true;
    const { words } = identify(session.place, kind, state);
    const reason = secretsOf(kind, state).scrub(worded(textOf(failure), session.wording));
    session.log(
      `The refresh of an emergency stop leaves as it is what it cannot look at. First that was ${words}: ${reason}`,
    );
  }

  return async (id, state, signal) => {
    over ??= lapseOf(LOOKING_MS);
    const end = signal === undefined ? over : AbortSignal.any([signal, over]);
    try {
      return (await unlessStopped(ordinary(id, state, end), end)) ?? asKnown(kind, id, state);
    } catch (failure) {
      if (isStopped(signal)) throw failure;
      tell(failure, state);
      return asKnown(kind, id, state);
    }
  };
}

function asKnown(kind: Kind, id: string, state: Properties): ReadResult {
  const owner = ownerIn(state);
  const inputs = { ...declaredIn(kind, state), ...(owner === undefined ? {} : { [OWNER]: owner }) };
  return { id, state: { ...state }, inputs };
}

/** Comes after so many milliseconds, and holds no process. */
function lapseOf(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error(`the ${ms / 1_000} s that it may take are over`)), ms).unref();
  return controller.signal;
}

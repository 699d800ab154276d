/** The state of an object after a write: as it was declared, or as it is stored where that is another thing. */
import type { Live } from "../api/object";
import type { Making } from "./created";
import { liveInputs, reportedBy } from "./read";
import { makeState, nothingReported, type Notes, type Reported } from "./state";
import { statusOf } from "./status";

/** All that was wanted is done. */
export const stateOf = (
  { identity: { kind }, inputs }: Making,
  live: Live,
  notes: Notes,
  before: Reported = nothingReported,
): Record<string, unknown> => makeState(inputs, reportedBy(kind, inputs, live, before), notes);

/**
 * What is stored, so that the next run sees what is left to do. A status of which nobody knows whether it was set is
 * left out: to set it is what that run is for, and no change that somebody made.
 */
export function storedState(
  { identity: { kind }, inputs }: Making,
  live: Live,
  notes: Notes,
  before: Reported = nothingReported,
): Record<string, unknown> {
  const { desiredStatus, ...rest } = liveInputs(kind, inputs, live.fields);
  const stored = desiredStatus === undefined || statusOf(live) === undefined ? rest : { ...rest, desiredStatus };
  return makeState(stored, reportedBy(kind, inputs, live, before), notes);
}

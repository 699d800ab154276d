/** The live status of an object that has one, and which status a write carries. */
import type { Live } from "../api/object";

/** The status as the API shows it, in lower case; undefined where it shows none. */
export function statusOf(live: Pick<Live, "fields">): string | undefined {
  const status = live.fields["status"];
  return typeof status === "string" && status !== "" ? status.toLowerCase() : undefined;
}

/**
 * The status an update carries: the live one, so that an edit neither resumes what somebody paused nor starts a
 * completed campaign again; or the wanted one, except that completed stays completed.
 * @param isAsked whether to bring the object to the wanted status is what the update is for. Else a status of which
 * nobody knows what it means (`stopped`, `failed`) is not written over to have it call.
 */
export const statusToWrite = (live: string | undefined, wanted: unknown, isAsked = true): string | undefined =>
  live !== "completed" && typeof wanted === "string" && (isAsked || !isLeftAsItIs(live, wanted)) ? wanted : live;

/** Words by which servers say that a campaign calls, or will by itself; the API documents `active` alone. */
const callingWords = ["active", "running", "scheduled", "starting", "started", "in_progress", "ongoing", "live"];

export const isCalling = (status: unknown): boolean => typeof status === "string" && callingWords.includes(status);

/** Whether nobody is called in this status. */
export const isRest = (status: unknown): boolean => status === "paused" || status === "completed";

/** A status in the documented words, as far as its meaning is known: to be compared, and not to be sent. */
export const inDocumentedWords = (status: string | undefined): string | undefined =>
  isCalling(status) ? "active" : status;

/** Whether an edit that is for something else leaves a status as it is that it cannot judge. */
export const isLeftAsItIs = (live: string | undefined, wanted: unknown): boolean =>
  wanted === "active" && live !== undefined && !isRest(live) && !isCalling(live);

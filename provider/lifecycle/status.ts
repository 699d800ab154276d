/** The live status of an object that has one, and which status a write carries. */
import type { Live } from "../api/object";
import { asSent, inDocumentedWords, isCalling, isOver, isRest, statusWord } from "../kinds/statusWords";

export { inDocumentedWords, isCalling, isOver, isRest } from "../kinds/statusWords";

/** The status that the API shows, as the table of its words has it; undefined where it shows none. */
export const statusOf = (live: Pick<Live, "fields">): string | undefined => statusWord(live.fields["status"]);

/**
 * The status an update carries: the live one, so that an edit neither resumes what somebody paused nor starts a
 * completed campaign again; or the wanted one, except that what has come to its end stays so. Undefined: it carries none, since
 * none is shown, or one of a word that the API may not take for what it means by it.
 * @param isAsked whether to bring the object to the wanted status is what the update is for. Else a status of which
 * nobody knows what it means (`stopped`, `failed`) is not written over to have it call.
 */
export function statusToWrite(live: string | undefined, wanted: unknown, isAsked = true): string | undefined {
  if (!isOver(live) && typeof wanted === "string" && (isAsked || !isLeftAsItIs(live, wanted))) return wanted;
  return live === undefined ? undefined : asSent(live);
}

/** Whether an update for the wanted status sets another one than the object has. */
export function isStatusSet(live: Pick<Live, "fields">, wanted: unknown, isAsked?: boolean): boolean {
  const now = statusOf(live);
  const sent = statusToWrite(now, wanted, isAsked);
  return sent !== undefined && sent !== inDocumentedWords(now);
}

/** Whether an edit that is for something else leaves a status as it is that it cannot judge. */
export const isLeftAsItIs = (live: string | undefined, wanted: unknown): boolean =>
  wanted === "active" && live !== undefined && !isRest(live) && !isCalling(live);

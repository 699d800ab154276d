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
 */
export const statusToWrite = (live: string | undefined, wanted: unknown): string | undefined =>
  live !== "completed" && typeof wanted === "string" ? wanted : live;

/**
 * What the status of a campaign means. The API documents `active`, `paused` and `completed`; servers of its kind say the
 * first in other words, too. The lifecycle, a review and `callab status` read them by this one table.
 *
 * | words                                    | meaning                                       |
 * | ---------------------------------------- | --------------------------------------------- |
 * | `active`, `running`, `in-progress`, …    | people are called                             |
 * | `scheduled`, `starting`                  | people are called, once the time has come     |
 * | `paused`, `completed`                    | nobody is called                              |
 * | any other word or number, in any language | not known: it is not taken for any of those  |
 */

const calling = new Set([
  ...["active", "running", "started", "resumed", "in_progress", "ongoing", "live", "processing"],
  ...["enabled", "on", "calling", "dialing", "dialling"],
]);
const soonCalling = new Set(["scheduled", "starting"]);
const resting = new Set(["paused", "completed"]);

/** A status as the words of the table are written: `In Progress` and `in-progress` are `in_progress`. */
export const statusWord = (shown: unknown): string | undefined =>
  typeof shown === "string" && shown.trim() !== ""
    ? shown
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, "_")
    : undefined;

/** Whether a campaign of this status calls, or will by itself. */
export const isCalling = (status: unknown): boolean =>
  typeof status === "string" && (calling.has(status) || soonCalling.has(status));

/** Whether nobody is called in this status. */
export const isRest = (status: unknown): boolean => typeof status === "string" && resting.has(status);

/** A status in the documented words, as far as its meaning is known: to be compared, and not to be sent. */
export const inDocumentedWords = (status: string | undefined): string | undefined =>
  isCalling(status) ? "active" : status;

/**
 * What is sent to leave a campaign in its status; undefined: nothing is. An API may take a word that it shows, and that is
 * not documented, for another one: a number say for "active". And `active` may start what is only scheduled.
 */
export const asSent = (status: string): string | undefined =>
  calling.has(status) ? "active" : resting.has(status) ? status : undefined;

/**
 * What the status of a campaign means. The API documents `active`, `paused` and `completed`; servers of its kind say the
 * first and the last in other words, too. The lifecycle, a review and `callab status` read them by this one table.
 *
 * | words                                    | meaning                                       |
 * | ---------------------------------------- | --------------------------------------------- |
 * | `active`, `running`, `in-progress`, …    | people are called                             |
 * | `scheduled`, `starting`                  | people are called, once the time has come     |
 * | `paused`                                 | nobody is called                              |
 * | `completed`, `finished`, `archived`, …   | nobody is called, and nobody is to be again   |
 * | any other word or number, in any language | not known: it is not taken for any of those  |
 */
import { isObject } from "../values/empty";

const calling = new Set([
  ...["active", "running", "started", "resumed", "in_progress", "ongoing", "live", "processing"],
  ...["enabled", "on", "calling", "dialing", "dialling"],
]);
const soonCalling = new Set(["scheduled", "starting"]);
const over = new Set([
  ...["completed", "finished", "done", "ended", "expired"],
  ...["cancelled", "canceled", "archived", "closed"],
]);
const documentedRests = new Set(["paused", "completed"]);

/** Where an answer has an object in the place of the word, it stands under one of these. */
const wordKeys = ["code", "name", "value", "status", "slug"];

/** A status as the words of the table are written: `In Progress` and `in-progress` are `in_progress`. */
export function statusWord(shown: unknown): string | undefined {
  if (isObject(shown)) {
    const words = wordKeys.flatMap((key) => (typeof shown[key] === "string" ? (statusWord(shown[key]) ?? []) : []));
    // A code of the server's own may stand beside a word that says something.
    return words.find(isKnown) ?? words[0];
  }
  return typeof shown === "string" && shown.trim() !== ""
    ? shown
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, "_")
    : undefined;
}

const isKnown = (word: string): boolean => isCalling(word) || isRest(word);

/** Whether a campaign of this status calls, or will by itself. */
export const isCalling = (status: unknown): boolean =>
  typeof status === "string" && (calling.has(status) || soonCalling.has(status));

/** Whether a campaign of this status has come to its end: it is never paused, and never set calling again. */
export const isOver = (status: unknown): boolean => typeof status === "string" && over.has(status);

/** Whether nobody is called in this status. */
export const isRest = (status: unknown): boolean => status === "paused" || isOver(status);

/** A status in the documented words, as far as its meaning is known: to be compared, and not to be sent. */
export const inDocumentedWords = (status: string | undefined): string | undefined =>
  isCalling(status) ? "active" : isOver(status) ? "completed" : status;

/**
 * What is sent to leave a campaign in its status; undefined: nothing is. An API may take a word that it shows, and that is
 * not documented, for another one: a number say for "active". And `active` may start what is only scheduled.
 */
export const asSent = (status: string): string | undefined =>
  calling.has(status) ? "active" : documentedRests.has(status) ? status : undefined;

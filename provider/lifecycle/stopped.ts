/** What becomes of a campaign that is not known to be what was declared: it is brought to rest, and its run fails. */
import { otherRouteOf } from "../api/errors";
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import { HintedError, joined, lines, text, textOf, type Text } from "../words/text";
import type { Context } from "./context";
import type { Making } from "./created";
import { sendRest } from "./sendRest";
import { listedElse, seenAfter, shownStatus, sight } from "./sighting";
import { isCalling, isOver, isRest, statusOf } from "./status";
import { keepUndeclared } from "./undeclared";

/** The object is there, and must not be taken for what the program declares. */
export class NotVerified extends HintedError {
  override readonly name: string = "NotVerified";
  constructor(
    said: Text,
    /** The object as it is stored, as far as it was read back; with the status that it has now, where that is known. */
    readonly live: Live,
    readonly isRead: boolean,
  ) {
    super(said);
  }
}

/** A create has come to an object that was there before: it may be somebody else's. */
export class WasThere extends NotVerified {
  override readonly name = "WasThere";
}

/**
 * Nobody may be called by what is not known to be what was declared.
 * @param was `sent`: the status that was sent before: one that was completed is so again, and would call anew once it is
 * resumed; `undeclared`: what the program leaves alone and is as it was
 */
export async function stopped(
  context: Context,
  making: Making,
  live: Live,
  why: readonly Text[],
  isRead: boolean,
  { sent, undeclared = {} }: { readonly sent?: string | undefined; readonly undeclared?: Properties } = {},
): Promise<NotVerified> {
  const { identity } = making;
  const rest = isOver(sent) ? "completed" : "paused";
  const id = live.id ?? "";
  const [head = "", ...remarks] = why;
  const told = (end: Text, status: string | undefined): NotVerified =>
    new NotVerified(lines([text`${head} ${end}`, ...remarks]), { id, fields: { ...live.fields, status } }, isRead);
  const shown = statusOf(live);
  // After it was set calling, what shows it paused may be older than that.
  if (isOver(shown) || (isRest(shown) && !isCalling(sent)))
    return told(`It is ${shown ?? ""}: nobody is called by it.`, shown);
  const { failure, named } = await sendRest(context, making, id, rest);
  if (failure !== undefined) {
    // A server that says no may have done it; a read may be older than that.
    const now = shownStatus(await sight(context, identity, id, "now"));
    const isSeen = isRest(now) && (await listedElse(context, identity, id)) === undefined;
    if (isSeen) return told(`It is ${now ?? ""}: nobody is called by it.`, now);
    const why = joined([textOf(failure), ...otherRouteOf(failure)], " ");
    return told(text`It could not be ${rest} and ${PAUSE_IT} ${why}`, undefined);
  }
  const after = await seenAfter(context, identity, id, rest);
  const now = shownStatus(after);
  if (now === undefined)
    return told(`It was ${rest}, as far as the API says, which shows no status of it: it ${PAUSE_IT}`, undefined);
  if (!isRest(now))
    return told(`The API answered that it was ${rest}, and shows that it is ${now}: it ${PAUSE_IT}`, now);
  const before = named === undefined ? undeclared : { ...live.fields, ...undeclared };
  await keepUndeclared(context, making, id, before, after, named);
  return told(`It was ${now}: nobody is called by it.`, now);
}

const PAUSE_IT = "may be calling: pause it in the dashboard now.";

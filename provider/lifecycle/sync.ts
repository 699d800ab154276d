/**
 * sync: a live object becomes what the program declares. All of it is written and read back. What sets a campaign calling
 * is sent last: the very same update was sent without it before, and read back. Then it is looked at once more.
 */
import type { Live } from "../api/object";
import { isRefused } from "../api/errors";
import type { Context } from "./context";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { text, textOf } from "../words/text";
import type { Making } from "./created";
import { tellLostInside } from "./lostInside";
import { carried, undeclaredIn } from "./undeclared";
import type { Seen } from "./observe";
import { isCalling, isOver, isRest, statusOf, statusToWrite } from "./status";
import { lookUntil, notYet, shownStatus, sight, type Sighting } from "./sighting";
import { NotVerified } from "./stopped";
import { verify, verifyCalling, verifyFailed, type Verified, type Written } from "./verify";
import type { Update } from "./write";

interface Sync extends Pick<Written, "id" | "isNew" | "birth" | "cleared" | "state" | "kept"> {
  /** The object as it is at this moment. */
  readonly before: Live;
  /** Whether it is to be brought to the wanted status; left out: it is. */
  readonly isStatusAsked?: boolean;
  /** Sends one update. */
  readonly write: (update: Omit<Update, "change">) => Promise<Live>;
}

/** Throws NotVerified, and what the first `write` throws. */
export async function sync(
  context: Context,
  making: Making,
  { before, write, isStatusAsked, ...rest }: Sync,
): Promise<Verified> {
  const { identity, inputs } = making;
  const { id, cleared = [] } = rest;
  const now = statusOf(before);
  const status = identity.kind.hasStatus ? statusToWrite(now, inputs["desiredStatus"], isStatusAsked) : undefined;
  const isResumed = status === "active" && !isCalling(now) && context.settings.verifyWrites !== "off";
  // Not the live one: it may be of a word that the API shows and does not take.
  const first = isResumed ? "paused" : status;
  // Nobody has set anything of what was just made.
  const undeclared = rest.isNew ? {} : undeclaredIn(identity.kind, inputs, cleared, before.fields);
  const { expectations } = context.client;
  const send = async (update: Omit<Update, "change" | "alongside">): Promise<Live["fields"]> => {
    const alongside = expectations.updatesReplace(identity.kind.name) ? carried(identity.kind, undeclared, inputs) : {};
    const { fields } = await write({ ...update, cleared, alongside });
    return { ...fields, ...(update.status === undefined ? {} : { status: update.status }) };
  };
  /** The status that was sent and not refused. */
  let given = first;
  /** Without the status, where that is a pause which is refused of what does not call. */
  const sendOrLeavePaused = async (update: Parameters<typeof send>[0]): Promise<Live["fields"]> => {
    try {
      return await send(update);
    } catch (error) {
      if (!isRefused(error) || !(await isNoPause(context, making, id, update.status))) throw error;
      given = undefined;
      // What was just made is as it was sent; whether it is, is read back all the same.
      return rest.isNew ? before.fields : send({ ...update, status: undefined });
    }
  };
  const isCarried = expectations.updatesReplace(identity.kind.name);
  const restore = (seen: Seen): Promise<Live["fields"]> => {
    expectations.sawReplaced(identity.kind.name);
    const shown = statusOf(seen);
    // Somebody may have paused it meanwhile, or it has come to its end.
    return sendOrLeavePaused({
      status: isOver(shown) || (isRest(shown) && isCalling(given)) ? shown : given,
      from: now,
    });
  };
  const written = { ...rest, cleared, before: before.fields, undeclared };
  const sent = async (update: Parameters<typeof send>[0]): Promise<Live["fields"]> => {
    try {
      return await sendOrLeavePaused(update);
    } catch (error) {
      await verifyFailed(context, making, { ...written, status: update.status }, error);
      throw error;
    }
  };
  const tellLost = ({ fields }: Live): void => {
    if (!rest.isNew) tellLostInside(context, making, id, rest.state, before.fields, fields);
  };
  const answer = await sent({ status: first, from: now });
  const verified = await verify(context, making, {
    ...written,
    answer,
    status: given,
    restore: isCarried ? undefined : restore,
  }).catch((error: unknown) => {
    if (error instanceof NotVerified && error.isRead) tellLost(error.live);
    throw error;
  });
  if (verified.unread === undefined) tellLost(verified.live);
  if (!isResumed) return verified;
  const seenNow = statusOf(verified.live);
  if (isOver(seenNow)) {
    context.note(
      `${identity.words} (ID ${id}) was to be set calling, and is ${oneLine(seenNow ?? "")} by now. It stays so: nobody is called by it.`,
    );
    return verified;
  }
  try {
    await sent({ status, from: given ?? now });
  } catch (error) {
    if (error instanceof NotVerified) throw error;
    // What is stored was seen; whether it calls was not.
    throw new NotVerified(
      text`${identity.words} (ID ${id}) is stored as it was declared, but its status could not be set to "${status}". ${textOf(error)} ${hint("next-run-sets-status")}`,
      { id, fields: { ...verified.live.fields, status: undefined } },
      true,
    );
  }
  const { shown, seen } = await statusOnceSet(context, making, id, status);
  await verifyCalling(context, making, seen, {
    ...written,
    answer: verified.live.fields,
    kept: verified.kept ?? rest.kept,
    status,
  });
  return { ...verified, live: { id, fields: { ...verified.live.fields, status: shown } } };
}

/**
 * Whether a pause that was refused is of what does not call: a server may refuse to pause what is paused, or a draft, and
 * take the same update without a status.
 */
async function isNoPause(
  context: Context,
  { identity, inputs }: Making,
  id: string,
  status: unknown,
): Promise<boolean> {
  if (status !== "paused") return false;
  const shown = shownStatus(await sight(context, identity, id, "now"));
  // What a word means that nobody knows does not matter on the way to a campaign that calls, and else it does.
  const isOnItsWay = inputs["desiredStatus"] === "active";
  return shown === "paused" || (isOnItsWay && shown !== undefined && !isOver(shown) && !isCalling(shown));
}

/**
 * The status of a campaign that was set calling: the one that was sent, unless another one is shown. Where it stays paused,
 * the state says so, and the next preview.
 */
async function statusOnceSet(
  context: Context,
  { identity }: Making,
  id: string,
  sent: string,
): Promise<{ readonly shown: string; readonly seen: Sighting }> {
  const seen = await lookUntil(
    context,
    (isFirst) => sight(context, identity, id, isFirst ? "afterWrites" : "now"),
    (now) => now !== notYet && shownStatus(now) !== "paused",
  );
  const shown = shownStatus(seen) ?? sent;
  if (shown === "paused")
    context.note(
      text`${identity.words} (ID ${id}) was set to "${sent}", and the API shows that it is paused. ${hint("next-run-sets-status")}`,
    );
  return { shown, seen };
}

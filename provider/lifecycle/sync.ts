/**
 * sync: a live object becomes what the program declares. All of it is written and read back; a status that sets a
 * campaign calling goes along only where what decides about the calls is live already, and else after it was read back.
 */
import type { Live } from "../api/object";
import type { Context } from "./context";
import type { Making } from "./created";
import { statusOf, statusToWrite } from "./status";
import { mayCall, verify, type Verified } from "./verify";

export interface Sync {
  readonly id: string;
  /** The object as it is at this moment. */
  readonly before: Live;
  /** Fields that the program has taken out. */
  readonly cleared?: readonly string[];
  /** Sends one update. */
  readonly write: (more: { readonly status: string | undefined; readonly cleared: readonly string[] }) => Promise<Live>;
}

/** Throws NotVerified, and what `write` throws. */
export async function sync(
  context: Context,
  making: Making,
  { id, before, cleared = [], write }: Sync,
): Promise<Verified> {
  const { identity, inputs } = making;
  const now = statusOf(before);
  const status = identity.kind.hasStatus ? statusToWrite(now, inputs["desiredStatus"]) : undefined;
  const isResumed = status === "active" && now !== undefined && now !== "active";
  const comesLater =
    isResumed &&
    context.settings.verifyWrites !== "off" &&
    !mayCall(identity.kind, inputs, { fields: before.fields, cleared });
  const first = comesLater ? now : status;
  const answer = await write({ status: first, cleared });
  const fields = { ...answer.fields, ...(first === undefined ? {} : { status: first }) };
  const verified = await verify(context, making, { id, answer: fields, before: before.fields, cleared });
  if (!comesLater) return verified;
  await write({ status, cleared: [] });
  return { ...verified, live: { id, fields: { ...verified.live.fields, status } } };
}

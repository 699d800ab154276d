/**
 * What follows a create that has come to an object: it is held, read back, and its status brought to the wanted one. A
 * pause comes first, since nobody should be called meanwhile; what sets it calling comes last (sync.ts).
 */
import type { Live } from "../api/object";
import { markAt } from "../ledger/holders";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import type { Context } from "./context";
import { hint } from "../words/hint";
import { text, textOf } from "../words/text";
import { MadeAsAnother } from "./birth";
import { PartlyCreated, type Created, type Making } from "./created";
import { tellGiven } from "./given";
import { sendRest } from "./sendRest";
import { isOver, isRest, statusOf } from "./status";
import { stateOf, storedState } from "./stored";
import { sync } from "./sync";
import { notIdentified } from "./unclear";
import { NotVerified, WasThere } from "./stopped";
import { verify, type Verified } from "./verify";
import { writeAll, type Update } from "./write";

export async function finish(context: Context, making: Making, made: Live, begun: Begun): Promise<Created> {
  const { identity, inputs, owner } = making;
  const { id } = made;
  if (id === undefined) throw notIdentified({ ...making, begun }, "neither the answer nor the list tells its ID");
  context.ledger.made(identity, owner, id);
  context.ledger.run.hold(id, { owners: [owner], mark: undefined, wants: hashOf(identity.unique) });
  const birth = { sentAt: begun.at, before: begun.before };
  const write = (update: Update): Promise<Live> => writeAll(context, making, id, update);
  const readBack = (status?: string, answer = made.fields): Promise<Verified> =>
    verify(context, making, { id, isNew: true, birth, status, before: made.fields, answer });
  const withStatus = async (): Promise<Verified> => {
    const wanted = identity.kind.hasStatus ? inputs["desiredStatus"] : undefined;
    const now = statusOf(made);
    if (typeof wanted !== "string") return readBack();
    // What the answer tells of a rest must be seen, as one that was sent.
    if (now === wanted || isOver(now)) return readBack(isRest(wanted) ? wanted : undefined);
    try {
      if (wanted !== "active") {
        const { failure } = await sendRest(context, making, id, "paused");
        if (failure !== undefined) throw failure;
        return await readBack("paused", { ...made.fields, status: "paused" });
      }
      return await sync(context, making, { id, isNew: true, birth, before: made, write });
    } catch (error) {
      if (error instanceof NotVerified || error instanceof MadeAsAnother) throw error;
      // Whether it calls is not known, nor by what: that must be seen all the same.
      const verified = await readBack();
      const { live } = verified;
      if (statusOf(live) === wanted) return verified;
      // A new campaign calls, unless it is seen that it does not.
      const mayCall =
        wanted === "active" || isRest(statusOf(live)) ? "" : " It may be calling: pause it in the dashboard now.";
      throw new NotVerified(
        text`${identity.words} exists (ID ${id}), but its status could not be set to "${wanted}".${mayCall} ${textOf(error)} ${hint("next-run-sets-status")}`,
        { id: live.id, fields: { ...live.fields, status: undefined } },
        true,
      );
    }
  };
  try {
    const verified = await withStatus();
    tellGiven(context, making, id, {}, verified.live.fields);
    return { id, state: stateOf(making, verified, { owner }) };
  } catch (error) {
    if (error instanceof MadeAsAnother) throw error;
    const adoption =
      error instanceof WasThere ? { mark: markAt(context.now()), isForeign: true, isWrittenOver: true } : undefined;
    // It is there, whatever failed.
    const unseen = { live: { id, fields: { ...made.fields, status: undefined } }, isRead: false };
    const end = error instanceof NotVerified ? error : unseen;
    const created = { id, state: storedState(making, end, { owner, adoption }) };
    throw Object.assign(new PartlyCreated(created, textOf(error)), { cause: error });
  }
}

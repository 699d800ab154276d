/**
 * What follows a create that has come to an object: it is held, read back, and its status brought to the wanted one. A
 * pause comes first, since nobody should be called meanwhile; what sets it calling comes last.
 */
import type { Live } from "../api/object";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import type { Context } from "./context";
import { messageOf, PartlyCreated, type Created, type Making } from "./created";
import { stateOf, storedState } from "./stored";
import { statusOf, statusToWrite } from "./status";
import { notIdentified } from "./unclear";
import { NotVerified, verify } from "./verify";
import { writeAll } from "./write";

export async function finish(context: Context, making: Making, made: Live, begun: Begun): Promise<Created> {
  const { identity, inputs, owner } = making;
  const { id } = made;
  if (id === undefined) throw notIdentified({ ...making, begun }, "neither the answer nor the list tells its ID");
  context.ledger.made(identity, owner, id);
  context.ledger.run.hold(id, { owners: [owner], mark: undefined, wants: hashOf(identity.unique) });
  const wanted = inputs["desiredStatus"];
  const live = wanted === "paused" ? await withStatus(made) : made;
  try {
    const verified = await verify(context, making, { id, answer: live.fields });
    const end = await withStatus(verified.live);
    return { id, state: stateOf(making, end, { owner, kept: verified.kept }) };
  } catch (error) {
    if (!(error instanceof NotVerified)) throw error;
    throw new PartlyCreated({ id, state: storedState(making, error.live, { owner }) }, error.message);
  }

  /** The object with the wanted status. */
  async function withStatus(now: Live): Promise<Live> {
    const status = identity.kind.hasStatus ? statusToWrite(statusOf(now), wanted) : undefined;
    if (status === undefined || status === statusOf(now)) return now;
    try {
      await writeAll(context, identity, id ?? "", inputs, { status });
    } catch (error) {
      throw new PartlyCreated(
        { id: id ?? "", state: storedState(making, now, { owner }) },
        `${identity.words} exists (ID ${id}), but its status could not be set to "${status}". ${messageOf(error)} The next \`pulumi up\` tries again.`,
      );
    }
    return { id, fields: { ...now.fields, status } };
  }
}

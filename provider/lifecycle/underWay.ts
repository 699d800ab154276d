/**
 * An update that another process has sent, and whose answer nobody has had: it was killed, or it gave up waiting. It may
 * be carried out as late as a create in the same plight, and would set back unseen what is written before that: a pause,
 * too. So what writes waits for it, and what stops the calls stops them at once, waits, and looks again.
 */
import type { Context } from "./context";
import type { Identity } from "./identity";

const LOOK_EVERY_MS = 1_000;

/** Waits until no such update can come any more. False: there was nothing to wait for. */
export async function noneUnderWay(context: Context, identity: Identity, id: string): Promise<boolean> {
  const { ledger, now, sleep } = context;
  const left = ledger.underWay(id);
  if (left === 0) return false;
  context.note(
    `An update of ${identity.words} (ID ${id}) that another run sent was not answered. Waiting until it is done or cannot be done any more: it would undo what this run does.`,
  );
  const end = now() + left;
  while (now() < end && ledger.underWay(id) > 0) await sleep(Math.min(end - now(), LOOK_EVERY_MS));
  // By a clock that was set back since, it would be waited for again and again.
  ledger.overdue(identity, id);
  context.inventory.written(identity.kind, identity.workspace);
  return true;
}

/**
 * An update that another run has sent, and whose answer nobody has had: the process was killed, or it gave up waiting. It
 * may be carried out as late as a create in the same plight, and would set back unseen what is written before that: a
 * pause, too. So what writes waits for it, and what stops the calls stops them at once, waits, and looks again.
 */
import type { Context } from "./context";
import type { Identity } from "./identity";

const LOOK_EVERY_MS = 1_000;

/** Waits until no update of another run can come any more. False: there was nothing to wait for. */
export async function noneUnderWay(context: Context, identity: Identity, id: string): Promise<boolean> {
  const { ledger, patience, now, sleep } = context;
  // By this machine's clock of today, whatever it was when that was sent.
  const latest = now() + patience.interruptedMs;
  const left = (): number => {
    const at = ledger.underWay(id);
    return at === undefined ? 0 : Math.min(at + patience.interruptedMs, latest) - now();
  };
  if (left() <= 0) return false;
  context.note(
    `An update of ${identity.words} (ID ${id}) that another run sent was not answered. Waiting until it is done or cannot be done any more: it would undo what this run does.`,
  );
  for (let ms = left(); ms > 0; ms = left()) await sleep(Math.min(ms, LOOK_EVERY_MS));
  context.inventory.written(identity.kind, identity.workspace);
  return true;
}

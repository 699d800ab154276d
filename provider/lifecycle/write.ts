/** Writing the full desired state, with the status where the kind has one. Safe to repeat. */
import { CallabError } from "../api/errors";
import { readLive, soleObject, type Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { isUuid } from "../kinds/formats";
import { toWire } from "../kinds/wire";
import type { Change } from "../ledger/memory";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, text } from "../words/text";
import type { Context } from "./context";
import type { Making } from "./created";
import type { Identity } from "./identity";
import { glance, type Seen } from "./observe";
import { secretsOf } from "./secrets";
import { pick } from "./state";
import { isCalling, isOver, isRest, statusOf } from "./status";
import { within } from "./within";

export interface Update {
  readonly status?: string | undefined;
  readonly cleared?: readonly string[];
  /** What the program leaves alone and the update must name all the same, so that it stays. */
  readonly alongside?: Properties;
  /** Names of the inputs that it names; left out: all of them. */
  readonly only?: readonly string[] | undefined;
  /** The status of the object before it. */
  readonly from?: string | undefined;
  /** What it changes of what the state has. */
  readonly change?: Change;
  /** What other runs of this machine had written when the object was looked at (see Ledger): what was seen is written over. */
  readonly since?: string;
}

/** Sends one update. Gives what the answer shows of the object, which may be nothing. */
export async function writeAll(
  context: Context,
  { identity, inputs, owner }: Making,
  id: string,
  { status, cleared, alongside = {}, only, from, change, since }: Update = {},
): Promise<Live> {
  const { kind, workspace } = identity;
  const { ledger } = context;
  const body = {
    ...toWire(kind, alongside),
    ...toWire(kind, only === undefined ? inputs : pick(inputs, only), cleared),
    ...(status === undefined ? {} : { status }),
  };
  const failures: unknown[] = [];
  try {
    const data = await context.client.send(kind.name, "update", {
      id,
      workspace,
      body,
      isUrgent: isRest(status),
      secrets: secretsOf(kind, inputs).texts,
      onSend: () => {
        // A stop and a delete wait for nobody. To bring a campaign to rest undoes nothing of that.
        if (since !== undefined && !isRest(status) && ledger.writesOfOthers(id) !== since)
          throw writtenMeanwhile(identity, id);
        ledger.writing(identity, owner, id, change);
      },
      beforeRepeating: async (failure) => {
        failures.push(failure);
        if (status !== undefined) await stopUnlessAsBefore(context, identity, id, { status, from }, failure);
      },
    });
    return objectIn(kind, data);
  } catch (error) {
    failures.push(error);
    throw error;
  } finally {
    if (failures.some(mayBeUnderWay)) ledger.unanswered(id);
    else ledger.answered(identity, id);
    context.inventory.written(kind, workspace);
  }
}

const writtenMeanwhile = ({ words }: Identity, id: string): Error =>
  new HintedError(
    text`${words} (ID ${id}) was written by another run on this machine while this one was at it: it may have been stopped. Nothing more was written. ${hint("show-drift")}`,
  );

const mayBeUnderWay = (failure: unknown): boolean => failure instanceof CallabError && failure.mayBeUnderWay;

/**
 * What was to happen to a campaign may have been overtaken while an update of it was tried: it may have been paused or
 * stopped by hand, or have completed, and the status that another try carries would undo that. A pause is sent again
 * unseen, too: nobody is called by it.
 */
async function stopUnlessAsBefore(
  context: Context,
  identity: Identity,
  id: string,
  { status, from }: Required<Pick<Update, "status" | "from">>,
  failure: Error,
): Promise<void> {
  const look = (at: Context): Promise<Seen | undefined> => glance(at, identity, id, "now");
  const looking = isRest(status) ? within(context, context.patience.beforePauseMs, look, true) : look(context);
  const seen = await looking.catch(() => undefined);
  const now = seen && statusOf(seen);
  if (isRest(status)) {
    if (!isOver(now) || isOver(status)) return;
  } else {
    if (seen === undefined) throw failure;
    if (isCalling(now) || now === from) return;
  }
  context.note(
    `${identity.words} (ID ${id}) is ${oneLine(now ?? "without a status")} by now, while an update of it was under way. It was not sent again.`,
  );
  throw failure;
}

/** What an answer's `data` shows of an object; nothing if it holds none. */
export function objectIn(kind: Kind, data: unknown): Live {
  const item = soleObject(data, kind);
  return item === undefined ? { id: undefined, fields: {} } : readLive(kind, item);
}

/** What the `data` of a create's answer shows of the object: some answers hold its ID alone, as a text. */
export function createdIn(kind: Kind, data: unknown): Live {
  const { id, fields } = objectIn(kind, data);
  return { id: id ?? (typeof data === "string" && isUuid(data.trim()) ? data.trim() : undefined), fields };
}

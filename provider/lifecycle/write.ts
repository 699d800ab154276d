/** Writing the full desired state, with the status where the kind has one. Safe to repeat. */
import { readLive, soleObject, type Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { isUuid } from "../kinds/validation";
import { toWire } from "../kinds/wire";
import type { Context } from "./context";
import type { Identity } from "./identity";
import { glance } from "./observe";
import { secretsOf } from "./secrets";
import { statusOf } from "./status";

/** Sends one update. Gives what the answer shows of the object, which may be nothing. */
export async function writeAll(
  context: Context,
  identity: Identity,
  id: string,
  declared: Properties,
  more: { status?: string | undefined; cleared?: readonly string[]; unlessPaused?: boolean } = {},
): Promise<Live> {
  const { kind, workspace } = identity;
  const body = {
    ...toWire(kind, declared, more.cleared),
    ...(more.status === undefined ? {} : { status: more.status }),
  };
  try {
    const data = await context.client.send(kind.name, "update", {
      id,
      workspace,
      body,
      secrets: secretsOf(kind, declared).texts,
      ...(more.unlessPaused === true
        ? { beforeRepeating: (failure) => stopIfPaused(context, identity, id, failure) }
        : {}),
    });
    return objectIn(kind, data);
  } finally {
    context.inventory.written(kind, workspace);
  }
}

/** A campaign that was calling may have been paused while an update of it was tried: it is not resumed by another try. */
async function stopIfPaused(context: Context, identity: Identity, id: string, failure: Error): Promise<void> {
  const seen = await glance(context, identity, id, "now").catch(() => undefined);
  if (seen === undefined || statusOf(seen) !== "paused") return;
  context.note(`${identity.words} (ID ${id}) was paused while an update of it was under way. It was not sent again.`);
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

/** Work that has an end from outside: a signal, or a time that is over. */
import { clientWithin, type Client } from "../api/client";
import { listsWithin } from "../api/inventory";
import { unlessStopped } from "../api/stop";
import type { Run } from "../ledger/run";
import type { Context } from "./context";

/** The same context for one piece of work that the signal ends: nothing that it waits for holds it up any longer. */
export const contextWithin = (context: Context, signal: AbortSignal): Context => ({
  ...context,
  client: clientWithin(context.client, signal),
  inventory: listsWithin(context.inventory, signal),
  sleep: (ms) => unlessStopped(context.sleep(ms), signal),
});

/** Work that took too long, and was not waited for. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

/** What of a run's work is timed once it has been sent, and waits yet. */
const unsent = new WeakMap<Run, Set<() => void>>();
/** Runs in which something was sent and not answered in time. */
const hanging = new WeakSet<Run>();

/**
 * Does work that may take so long, by the clock on the wall: an answer that never comes moves no other one on. It is timed
 * from its first request on, since many others may have their turn before it; once one was not answered in time, from now
 * on.
 * @param isListed whether it may be that it sends nothing itself, and waits for a list: then it is timed at once
 */
export async function within<T>(
  context: Context,
  ms: number,
  work: (context: Context) => Promise<T>,
  isListed = false,
): Promise<T> {
  const { run } = context.ledger;
  const waiting = unsent.get(run) ?? new Set();
  unsent.set(run, waiting);
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    waiting.delete(begin);
    timer ??= setTimeout(() => {
      hanging.add(run);
      for (const other of [...waiting]) other();
      end.abort(new TookTooLong(`it took longer than ${ms / 1_000} s`));
    }, ms);
  };
  waiting.add(begin);
  if (isListed || hanging.has(run)) begin();
  const { client, ...brief } = contextWithin(context, end.signal);
  const timed: Client = {
    ...client,
    send: (kind, operation, request) =>
      client.send(kind, operation, {
        ...request,
        onSend: () => {
          begin();
          request.onSend?.();
        },
      }),
  };
  try {
    return await unlessStopped(work({ ...brief, client: timed }), end.signal);
  } finally {
    waiting.delete(begin);
    clearTimeout(timer);
  }
}

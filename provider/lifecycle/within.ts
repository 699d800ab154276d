/** Work that has an end from outside: a signal, or a time that is over. */
import { clientWithin } from "../api/client";
import { unlessStopped } from "../api/stop";
import type { Context } from "./context";

/**
 * The same context for one piece of work that the signal ends. What is shared with other work, such as the reading of a
 * list, goes on without it.
 */
export const contextWithin = (context: Context, signal: AbortSignal): Context => ({
  ...context,
  client: clientWithin(context.client, signal),
  sleep: (ms) => unlessStopped(context.sleep(ms), signal),
});

/** Work that took too long, and was not waited for. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

/** Does work that may take so long, by the clock on the wall: an answer that never comes moves no other one on. */
export async function within<T>(context: Context, ms: number, work: (context: Context) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new TookTooLong(`it took longer than ${ms / 1_000} s`)), ms);
  try {
    return await unlessStopped(work(contextWithin(context, end.signal)), end.signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Stopping from outside: a run that somebody cancels, a time that is over. The signal's reason says which, as an Error.
 * What has been sent may have been done all the same; nothing more is sent.
 */

/** Why work was stopped, as half a sentence: the reason of a signal. Of what was under way it says nothing. */
export class Stopped extends Error {}

/** Why work was stopped, as half a sentence. */
export const whyStopped = ({ reason }: AbortSignal): string =>
  reason instanceof Error ? reason.message : "it was stopped";

export const isStopped = (signal: AbortSignal | undefined): signal is AbortSignal => signal?.aborted === true;

/** Waits no longer than until the signal: then it rejects with the signal's reason. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error(whyStopped(signal)));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

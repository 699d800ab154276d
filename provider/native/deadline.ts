/** The end of a call: the time that `customTimeouts` gives it, or a run that somebody cancels. */
import { Stopped, unlessStopped } from "../api/stop";

/** How long work that was told to stop may take to say what has become of it, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * Runs work that stops when its signal says so. It then says itself what it leaves behind; where it does not in time,
 * this fails for it, and it sends nothing more.
 * @param seconds 0: no limit
 */
export async function untilDeadline<T>(
  seconds: number,
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer =
    seconds > 0
      ? setTimeout(
          () => limit.abort(new Stopped(`the ${seconds} s that \`customTimeouts\` gives are over`)),
          Math.min(seconds * 1_000, 2 ** 31 - 1),
        )
      : undefined;
  const signal = AbortSignal.any([limit.signal, cancelled]);
  const last = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const stopping = (): void => {
    grace = setTimeout(() => last.abort(signal.reason), GRACE_MS);
  };
  if (signal.aborted) stopping();
  else signal.addEventListener("abort", stopping, { once: true });
  try {
    return await unlessStopped(work(signal), last.signal);
  } finally {
    clearTimeout(timer);
    clearTimeout(grace);
  }
}

/** The one place that decides whether a request is sent again, and when. */
import type { CallabError } from "./errors";

export interface RetryPolicy {
  readonly maxRetries: number;
  /** First pause, in milliseconds; doubled each time up to `capMs`. */
  readonly baseMs: number;
  readonly capMs: number;
  /** Longest wait asked for by the API that is honoured; a longer one is failed with instead. */
  readonly retryAfterCapMs: number;
  /** 0 to 1. */
  readonly random: () => number;
}

export const retryPolicy = (maxRetries: number): RetryPolicy => ({
  maxRetries,
  baseMs: 250,
  capMs: 8_000,
  retryAfterCapMs: 60_000,
  random: Math.random,
});

/**
 * The pause in milliseconds before a request is sent again, or undefined if it is not. A request that is not
 * repeatable (a create) is only sent again if it surely was not done; an answer that says no is final.
 * Full jitter: anything from 0 to the doubled pause, so that many clients do not come back as one.
 */
export function pauseBeforeRetry(
  error: CallabError,
  repeatable: boolean,
  attempt: number,
  policy: RetryPolicy,
): number | undefined {
  if (attempt >= policy.maxRetries || error.outcome === "refused") return undefined;
  if (!repeatable && error.outcome !== "notDone") return undefined;
  if (error.retryAfter !== undefined) return error.retryAfter <= policy.retryAfterCapMs ? error.retryAfter : undefined;
  return policy.random() * Math.min(policy.capMs, policy.baseMs * 2 ** attempt);
}

/** What can go wrong between a request and its answer, and when it does. */
import type { Kind } from "./kinds";
import type { Operation } from "./routes";

/** Whether the work behind a faulty answer is left undone (`before`) or done (`after`). */
export type FaultMoment = "before" | "after";

/** How a server writes into its answer what it was sent. */
export type Writing = "plain" | "address" | "page" | "base64";

/** What goes wrong. */
export type Fault =
  /** The connection breaks before any work. */
  | { readonly fault: "dropBefore" }
  /** The work is done, then the connection breaks: the lost answer. */
  | { readonly fault: "dropAfter" }
  /** No answer for `ms` milliseconds, then the connection breaks. `when` (default `before`): was the work done? */
  | { readonly fault: "stall"; readonly ms: number; readonly when?: FaultMoment }
  /** The work is done; the right answer comes `ms` milliseconds late. */
  | { readonly fault: "slow"; readonly ms: number }
  /** HTTP 429, nothing done. `retryAfter` in seconds; `httpDate`: told as a date instead. */
  | { readonly fault: "rateLimit"; readonly retryAfter?: number; readonly httpDate?: boolean }
  /** HTTP 403, nothing done. */
  | { readonly fault: "forbidden" }
  /**
   * HTTP `status` (default 422) with `text` alone instead of the envelope, nothing done. `{sent}` in it stands for what was
   * sent, written as `sentAs` says (default `plain`).
   */
  | { readonly fault: "refusal"; readonly text: string; readonly status?: number; readonly sentAs?: Writing }
  /** HTTP `status` (default 302) to another address, nothing done. */
  | { readonly fault: "redirect"; readonly location: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** HTTP 500; the work may be done (`when`, default `before`). */
  | { readonly fault: "error500"; readonly when?: FaultMoment }
  /** HTTP 503, with or without `retryAfter` seconds; the work may be done (`when`, default `before`). */
  | { readonly fault: "unavailable"; readonly when?: FaultMoment; readonly retryAfter?: number }
  /** A proxy's HTML page with HTTP `status` (default 502); the work may be done (`when`, default `before`). */
  | { readonly fault: "html"; readonly status?: 200 | 502; readonly when?: FaultMoment }
  /** Work done; the answer breaks off: `body` (default) is cut JSON, `connection` also breaks the promised length. */
  | { readonly fault: "truncated"; readonly cut?: "body" | "connection" }
  /** HTTP 200 without a body; the work is done (`when`, default `after`). */
  | { readonly fault: "emptyBody"; readonly when?: FaultMoment }
  /** HTTP 200 with JSON that is no envelope; the work is done (`when`, default `after`). */
  | { readonly fault: "wrongEnvelope"; readonly when?: FaultMoment };

/** Name of a fault. */
export type FaultName = Fault["fault"];

/** Which requests a rule speaks of: all conditions must hold; none: every request. */
export interface FaultMatch {
  readonly kind?: Kind;
  readonly operation?: Operation;
  readonly method?: string;
  /** Path below /v1, a route pattern such as `/campaigns/by-id/{id}`, or either with `*` for any text. */
  readonly path?: string;
  /** Text that the request's body must contain, e.g. an object's name. */
  readonly bodyContains?: string;
}

/**
 * A fault and when it strikes: from the `nth` matching request on (default 1), `times` times. `times` is 1 by default,
 * `"always"` where a `probability` is given. A rule counts only while it stands.
 */
export type FaultRule = Fault & {
  readonly match?: FaultMatch;
  readonly nth?: number;
  readonly times?: number | "always";
  /** Chance from 0 to 1 to strike at a matching request; drawn from the emulator's seed, so a run can be repeated. */
  readonly probability?: number;
};

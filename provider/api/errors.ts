/**
 * Every failure of a request is one CallabError: what was asked, what came back, whether the work may have been
 * done all the same, and what to do. It never holds a token.
 */
import { HintedError, text, withCodes, type Text } from "../words/text";
import { otherRoute, routeName, type Route } from "./routes";

/**
 * What a failure says about the work asked for:
 * - `notDone`: surely not begun (no connection, 429);
 * - `refused`: the API answered and said no;
 * - `unknown`: no answer, or one that does not tell.
 */
export type Outcome = "notDone" | "refused" | "unknown";

export interface Failure {
  readonly route: Route;
  /** Where the request went, without credentials. */
  readonly address?: string | undefined;
  readonly outcome: Outcome;
  /** HTTP status, where an answer came. */
  readonly status?: number | undefined;
  /** What happened, in words: "the connection was reset". */
  readonly reason: Text;
  /** What the API itself said, where it said something. */
  readonly apiMessage?: string | undefined;
  /** What to do about it. */
  readonly hint?: Text | undefined;
  /** How long the API asked to wait, in milliseconds. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** Whether an HTTP status is one by which servers say that they have no such route. */
export const saysNoRoute = ({ status }: { readonly status?: number | undefined }): boolean =>
  status === 404 || status === 405 || status === 501;

/** A request failed. */
export class CallabError extends HintedError {
  override readonly name: string = "CallabError";
  readonly route: Route;
  readonly address: string | undefined;
  readonly outcome: Outcome;
  readonly status: number | undefined;
  readonly apiMessage: string | undefined;
  /** What happened where, in words of this package alone: what the API said may hold anybody's secret. */
  readonly unquoted: Text;
  /** What happened, and what the API said, without the route, its address and what to do. */
  readonly happened: Text;
  readonly retryAfter: number | undefined;

  constructor(failure: Failure) {
    const { route, address, reason, apiMessage, hint } = failure;
    // Where nothing answered, the reason names the address itself.
    const where = address === undefined || withCodes(reason).includes(address) ? "" : `${address}: `;
    const quoted = apiMessage === undefined ? "" : `: "${apiMessage}"`;
    const happened = text`${reason}${quoted}`;
    const request = `${routeName(route)}: ${where}`;
    super(text`${request}${happened}.${hint === undefined ? "" : text` ${hint}`}`);
    this.route = route;
    this.address = address;
    this.outcome = failure.outcome;
    this.status = failure.status;
    this.apiMessage = apiMessage;
    this.unquoted = text`${request}${reason}.`;
    this.happened = happened;
    this.retryAfter = failure.retryAfter;
    if (failure.cause !== undefined) this.cause = failure.cause;
  }

  /** Whether the route may simply not be there: told by 404 or 405, or by an error in an envelope that answers 200. */
  get mayBeMissingRoute(): boolean {
    return saysNoRoute(this) || (this.outcome === "refused" && this.status === 200);
  }

  /**
   * Whether the API said that the object is not there, as far as it says such things: in whatever words, but not in those
   * of a server that is asked too much, or not now.
   */
  get mayBeAbsentObject(): boolean {
    const said = this.apiMessage ?? "";
    return this.refusedRequest && (notThere.test(said) || !notNow.test(said));
  }

  /** Whether what was asked for may be done yet: nothing came back, or a gateway's word that it has waited long enough. */
  get mayBeUnderWay(): boolean {
    return this.outcome === "unknown" && (this.status === undefined || gaveUpWaiting.has(this.status));
  }

  /**
   * Whether the API itself said no to what was asked for: not to the token, and the request was not stopped on its way,
   * by a redirect, a proxy or a certificate.
   */
  get refusedRequest(): boolean {
    const { outcome, status = 0 } = this;
    const isAnswer = (status >= 200 && status < 300) || (status >= 400 && status < 500);
    return outcome === "refused" && isAnswer && !notAboutTheRequest.has(status);
  }
}

/** The failed request that a failure is, or tells of. */
const requestIn = (failure: unknown): CallabError | undefined =>
  [failure, failure instanceof Error ? failure.cause : undefined].find((error) => error instanceof CallabError);

/** Whether what failed may have been done all the same. */
export const mayBeDone = (failure: unknown): boolean => requestIn(failure)?.outcome === "unknown";

/** Whether the API has had what failed: then it may have been done in part, whatever was answered. */
export const wasSent = (failure: unknown): boolean => {
  const request = requestIn(failure);
  return request !== undefined && request.outcome !== "notDone";
};

/** Whether the API has refused what failed, for what it is. */
export const isRefused = (failure: unknown): boolean => requestIn(failure)?.refusedRequest === true;

/** What there is to do about a failure that may come of a route which is not there: a sentence, or none. */
export const otherRouteOf = (failure: unknown): readonly Text[] =>
  failure instanceof CallabError && failure.mayBeMissingRoute ? [otherRoute(failure.route)] : [];

/** What stands between says that no answer came to it in time, or a broken one. */
export const gaveUpWaiting: ReadonlySet<number> = new Set([408, 499, 502, 504, 520, 522, 524]);

/** What servers say that will answer another time, also with a 200 or a 4xx of their own. */
const notNow =
  /too many (?:requests|attempts|calls)|rate.?limit|throttl|slow down|try (?:it )?again|temporarily|\bbusy\b|overload|maintenance|timed.?out|quota/i;

/** What they say of an object whose name may hold any words. */
const notThere = /not found|does(?:n't| not) exist|no such|no longer|deleted|unknown/i;

/** No or no allowed token, no paid account, a proxy that wants to know who asks. */
const notAboutTheRequest = new Set([401, 402, 403, 407]);

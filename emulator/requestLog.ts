/** The request log: what was asked and what was answered, in order. Tokens are never in it. */
import type { FaultName } from "./fault";
import type { Json } from "./json";
import type { Kind } from "./kinds";
import type { Operation } from "./routes";

/** One request to /v1. */
export interface LoggedRequest {
  /** 1, 2, 3 … in the order of arrival. */
  readonly sequence: number;
  /** When it arrived (ISO 8601, by the emulator's clock). */
  readonly at: string;
  readonly method: string;
  /** Path below /v1, with the query. */
  readonly path: string;
  /** Pattern of the route, e.g. `/campaigns/by-id/{id}`; null: no such route. */
  readonly route: string | null;
  readonly kind: Kind | null;
  readonly operation: Operation | null;
  /** The body as JSON, or its text where it is none; null: no body. */
  readonly body: Json;
  /** 2, 3 … if a further account asked; absent: the first one, or a token that nobody knows. */
  readonly account?: number;
  /** HTTP status; null: not answered (yet). */
  readonly status: number | null;
  /** False: dropped, stalled, or still under way. */
  readonly answered: boolean;
  /** Whether the request was carried out (reads too); false: refused, or a fault struck first. */
  readonly worked: boolean;
  /** The fault that struck. */
  readonly fault?: FaultName;
  /** The body that was sent: JSON, or text. Not kept where it is longer than 100,000 characters. */
  readonly response?: Json;
}

/** What is found out about a request after it was logged. */
export type Outcome = Partial<Pick<LoggedRequest, "status" | "answered" | "worked" | "fault" | "response">>;

/** Requests kept, and characters of what was sent and answered; older ones are forgotten. */
const most = 100_000;
const mostCharacters = 32 * 1024 * 1024;

/** The log. */
export class RequestLog {
  readonly entries: LoggedRequest[] = [];
  private readonly sizes: number[] = [];
  private size = 0;
  private last = 0;

  /**
   * Logs an arrival; the returned function notes what became of it, and gives what is known of it by then.
   * @param length characters of the body; told again with a response.
   */
  open(
    request: Pick<LoggedRequest, "at" | "method" | "path" | "route" | "kind" | "operation" | "body" | "account">,
    length = 0,
  ): (outcome: Outcome, length?: number) => LoggedRequest {
    const entry: LoggedRequest = { sequence: ++this.last, ...request, status: null, answered: false, worked: false };
    this.entries.push(entry);
    this.sizes.push(0);
    this.grow(entry, length);
    return (outcome, more = 0) => {
      Object.assign(entry, outcome);
      this.grow(entry, more);
      return entry;
    };
  }

  /** Forgets the requests; the numbering goes on. */
  clear(): void {
    this.entries.length = this.sizes.length = this.size = 0;
  }

  private grow({ sequence }: LoggedRequest, length: number): void {
    const index = sequence - (this.entries[0]?.sequence ?? 0);
    const before = this.sizes[index];
    if (before === undefined || this.entries[index]?.sequence !== sequence) return;
    this.sizes[index] = before + length;
    this.size += length;
    while (this.entries.length > most || (this.size > mostCharacters && this.entries.length > 1)) {
      this.entries.shift();
      this.size -= this.sizes.shift() ?? 0;
    }
  }
}

/**
 * Asking one way of doing something and looking at the answer itself: for who learns what an API does. A no is an answer
 * like any other; what is no answer throws, as everywhere.
 */
import type { Request } from "./client";
import { readEnvelope } from "./envelope";
import type { Operation, Route } from "./routes";
import { saidIn } from "./said";

/** An answer as it came. */
export interface Raw {
  readonly status: number;
  readonly text: string;
  /** Their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What an answer comes in. */
export type Form = "envelope" | "text" | "json" | "page" | "nothing";

/** An answer, looked at. */
export interface Probed {
  readonly route: Route;
  /** HTTP status. */
  readonly status: number;
  readonly form: Form;
  readonly isSuccess: boolean;
  /** The envelope's status word, in lower case. */
  readonly word: string | undefined;
  /** What a success holds. */
  readonly data: unknown;
  /** What stands in the envelope beside its status, message and data. */
  readonly beside: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it says more than that there is an error. */
  readonly saysWhy: boolean;
}

export interface ProbeRequest extends Omit<Request, "onAnswer"> {
  /** What is asked for: a create is never repeated on a guess. */
  readonly operation: Operation;
  /** Of its query, beside what the route has. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** Whoever can ask one way of doing something. */
export interface ProbeClient {
  /** Throws a CallabError where no answer came, or one that stands for none: a 5xx, a refused token, no envelope. */
  probe(route: Route, request: ProbeRequest): Promise<Probed>;
}

export function probedFrom(route: Route, { status, text, headers }: Raw): Probed {
  const envelope = readEnvelope(text);
  const isSuccess = status >= 200 && status < 300 && envelope.kind === "success";
  const words = envelope.kind === "failure" ? envelope.message : saidIn(text);
  return {
    route,
    status,
    form: formOf(text, envelope.kind === "unreadable"),
    isSuccess,
    word: envelope.kind === "unreadable" ? undefined : wordIn(text),
    data: envelope.kind === "success" ? envelope.data : undefined,
    beside: envelope.kind === "success" ? envelope.beside : {},
    headers,
    saysWhy: words !== undefined && !/^\s*(?:error)?\s*$/i.test(words),
  };
}

function formOf(text: string, isUnreadable: boolean): Form {
  if (text.trim() === "") return "nothing";
  if (!isUnreadable) return "envelope";
  if (/^\s*</.test(text)) return "page";
  return /^\s*[[{]/.test(text) ? "json" : "text";
}

/** The envelope was read before: it is JSON of the right form. */
const wordIn = (text: string): string => (JSON.parse(text) as { readonly status: string }).status.toLowerCase();

/** One request to the API, from arrival to answer: log, fault, token, route, work, answer. */
import { setTimeout as sleep } from "node:timers/promises";
import { error, type Answer } from "./answers";
import type { Fault, Writing } from "./fault";
import type { Faults } from "./faults";
import type { Json } from "./json";
import type { Operations } from "./operations";
import type { Personality } from "./personality";
import type { LoggedRequest, RequestLog } from "./requestLog";
import { matchRoute, servedRoutes } from "./routes";
import type { Clock } from "./world";

/** A request as it came in. `path` is below /v1 and still has its query. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly text: string;
  /** Whether the client has given up meanwhile. */
  readonly isGone: () => boolean;
}

/** Longer answers are not kept in the log. */
const longestLogged = 100_000;

/** An answer as it is sent; it breaks off where it is shorter than promised. */
export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly type: "json" | "html" | "text";
  readonly headers?: Readonly<Record<string, string>>;
  readonly promisedLength?: number;
}

/** What goes out: an answer, or a broken connection. */
export type Outgoing = Sent | "nothing";

/** What an exchange needs of the emulator. */
export interface Desk {
  readonly operations: Operations;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly clock: Clock;
  /** The token that reaches `operations`. */
  readonly token: string;
  /** Further accounts: their tokens, and what these reach. */
  readonly others?: ReadonlyMap<string, Operations>;
  readonly latencyMs: number;
  readonly personality: () => Personality;
  /** Aborted when the emulator closes: nobody waits any longer. */
  readonly closing: AbortSignal;
  /** Told of each request in the end. */
  readonly onRequest?: (request: LoggedRequest) => void;
}

/** Handles one request. */
export async function exchange(incoming: Incoming, desk: Desk): Promise<Outgoing> {
  const [path, query] = splitOnce(incoming.path, "?");
  const match = matchRoute(incoming.method, path, servedRoutes(desk.personality()));
  const route = typeof match === "object" ? match.route : undefined;
  const account = accountOf(incoming.authorization, desk);
  const note = desk.log.open(
    {
      at: new Date(desk.clock()).toISOString(),
      method: incoming.method,
      path: incoming.path,
      route: route?.path ?? null,
      kind: route?.kind ?? null,
      operation: route?.operation ?? null,
      body: readBody(incoming.text),
      ...(account === undefined || account.number === 1 ? {} : { account: account.number }),
    },
    incoming.text.length,
  );
  const fault = desk.faults.strike({
    kind: route?.kind ?? null,
    operation: route?.operation ?? null,
    method: incoming.method,
    path,
    route: route?.path ?? null,
    body: incoming.text,
  });
  if (fault !== undefined) note({ fault: fault.fault });

  const work = (): Answer => {
    const answer = answerOf(incoming, match, [path, query], account?.operations, desk.personality());
    note({ worked: answer.body.status !== "error" });
    return answer;
  };
  try {
    const outgoing = fault === undefined ? whole(work()) : await faulty(fault, work, incoming, desk);
    if (outgoing === "nothing" || !(await waited(desk.latencyMs, desk.closing))) return "nothing";
    if (incoming.isGone()) return "nothing";
    note({ status: outgoing.status, answered: true });
    if (outgoing.text.length <= longestLogged) note({ response: readBody(outgoing.text) }, outgoing.text.length);
    return outgoing;
  } finally {
    desk.onRequest?.(note({}));
  }
}

/** The account that a request's token reaches, numbered from 1; undefined: nobody knows the token. */
function accountOf(
  authorization: string | undefined,
  { token, operations, others }: Desk,
): { readonly number: number; readonly operations: Operations } | undefined {
  const accounts: readonly (readonly [string, Operations])[] = [[token, operations], ...(others ?? [])];
  const index = accounts.findIndex(([known]) => authorization === `Bearer ${known}`);
  const found = accounts[index];
  return found && { number: index + 1, operations: found[1] };
}

function answerOf(
  { authorization, text }: Incoming,
  match: ReturnType<typeof matchRoute>,
  [path, query]: readonly [string, string],
  operations: Operations | undefined,
  personality: Personality,
): Answer {
  if (operations === undefined)
    return error(401, authorization === undefined ? "no token" : "the token is not known", personality);
  if (match === undefined) return error(404, "no such route", personality);
  if (match === "wrongMethod") return error(405, "no such route for this method", personality);
  const { route, parameter } = match;
  if (!route.present) return error(Number(personality.absentAnswer), "no such route", personality);
  return operations.answer({ route, path, parameter, query: new URLSearchParams(query), body: readBody(text) });
}

/** What a fault makes of an exchange. */
async function faulty(
  fault: Fault,
  work: () => Answer,
  { text: body }: Incoming,
  { clock, closing, personality }: Desk,
): Promise<Outgoing> {
  const done = "when" in fault && fault.when === "after" ? work : () => undefined;
  switch (fault.fault) {
    case "dropBefore":
      return "nothing";
    case "dropAfter":
      work();
      return "nothing";
    case "stall":
      done();
      await waited(fault.ms, closing);
      return "nothing";
    case "slow": {
      const answer = work();
      return (await waited(fault.ms, closing)) ? whole(answer) : "nothing";
    }
    case "rateLimit":
      return failing(429, "too many requests", personality(), retryAfter(fault.retryAfter, fault.httpDate, clock));
    case "forbidden":
      return failing(403, "forbidden", personality());
    case "refusal": {
      const text = fault.text.replaceAll("{sent}", () => writings[fault.sentAs ?? "plain"](body));
      return { status: fault.status ?? 422, text, type: /^\s*[[{]/.test(text) ? "json" : "text" };
    }
    case "redirect":
      return { ...failing(fault.status ?? 302, "moved", personality()), headers: { location: fault.location } };
    case "error500":
      done();
      return failing(500, "internal server error", personality());
    case "unavailable":
      done();
      return failing(503, "unavailable", personality(), retryAfter(fault.retryAfter, false, clock));
    case "html":
      done();
      return { status: fault.status ?? 502, text: page(fault.status ?? 502), type: "html" };
    case "truncated": {
      const { text, ...sent } = whole({ ...work(), status: 200 });
      const half = text.slice(0, Math.ceil(text.length / 2));
      const promised = fault.cut === "connection" ? { promisedLength: Buffer.byteLength(text) } : {};
      return { ...sent, text: half, ...promised };
    }
    case "emptyBody":
      if (fault.when !== "before") work();
      return { status: 200, text: "", type: "json" };
    case "wrongEnvelope":
      if (fault.when !== "before") work();
      return { status: 200, text: JSON.stringify({ result: "done" }), type: "json" };
  }
}

function whole({ body, instead, ...answer }: Answer): Sent {
  return { ...answer, ...(instead ?? { text: JSON.stringify(body), type: "json" }) };
}

function failing(
  status: number,
  message: string,
  personality: Personality,
  headers: Readonly<Record<string, string>> = {},
): Sent {
  return { ...whole(error(status, message, personality)), headers };
}

const writings: Readonly<Record<Writing, (text: string) => string>> = {
  plain: (text) => text,
  address: encodeURIComponent,
  page: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  base64: (text) => Buffer.from(text).toString("base64"),
};

function retryAfter(seconds: number | undefined, asDate: boolean | undefined, clock: Clock): Record<string, string> {
  if (seconds === undefined) return {};
  return { "retry-after": asDate === true ? new Date(clock() + seconds * 1000).toUTCString() : String(seconds) };
}

function page(status: number): string {
  const title = status === 502 ? "502 Bad Gateway" : "Maintenance";
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

/** Waits; false if the emulator closed meanwhile. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms === 0) return !signal.aborted;
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

/** A body as JSON, or as text where it is none; null where there is none. */
function readBody(text: string): Json {
  if (text === "") return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

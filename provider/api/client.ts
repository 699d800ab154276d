/**
 * The Callab client: one keep-alive connection pool, one limiter and one retry decision for the whole process.
 * Every failure leaves here as a CallabError. axios is loaded with the first request.
 */
import type { AxiosAdapter, AxiosInstance, AxiosResponse } from "axios";
import type { Configuration } from "../configuration";
import { ConfigurationError } from "../configuration";
import type { KindName } from "../kinds/schema";
import { readEnvelope, type Envelope } from "./envelope";
import { CallabError, gaveUpWaiting, type Failure } from "./errors";
import { AdaptiveLimit, type Sign } from "./adaptiveLimit";
import { LANES, Limiter, type Limit } from "./limiter";
import { Expectations } from "./expectations";
import { LARGEST_ANSWER, LONGEST_READ, longestExchange } from "./limits";
import { hint } from "../words/hint";
import { oneLine, shortened } from "../words/plainText";
import { text, type Text } from "../words/text";
import { probedFrom, type ProbeClient, type Probed, type ProbeRequest, type Raw } from "./probe";
import type { QueryClient } from "./queries";
import { pauseBeforeRetry, retryPolicy, type RetryPolicy } from "./retry";
import { fillIn, routesWith, withParameters, type Operation, type Route, type Routes } from "./routes";
import { messageIn, saidIn } from "./said";
import { scrubbed, shownAddress, withoutCredentials } from "./scrub";
import { isThisMachine } from "../values/thisMachine";
import { isStopped, unlessStopped, whyStopped } from "./stop";

export interface Request {
  readonly id?: string;
  readonly workspace?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Values that must not appear in any message, e.g. header values of the body. */
  readonly secrets?: readonly string[];
  /** Called when it is sent, each time; before that it may wait long for its turn. */
  readonly onSend?: () => void;
  /** Called before it is sent again, with why; throws where it must not be any more. */
  readonly beforeRepeating?: (failure: CallabError) => Promise<void>;
  /** Told of its answer as it came, before it is judged. */
  readonly onAnswer?: (raw: Raw) => void;
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Whether it waits for nothing that is not urgent as well: a pause. */
  readonly isUrgent?: boolean;
}

/** What to list: the whole of a workspace, or one page of it by the API's documented convention. */
export interface ListRequest {
  readonly workspace?: string;
  readonly page?: {
    /** From 0. */
    readonly number: number;
    /** Objects a page. */
    readonly size: number;
  };
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** An answer with all that may tell whether there is more. */
export interface Answer {
  readonly data: unknown;
  /** What stands in the envelope beside its status, message and data. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** HTTP headers, their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** HTTP status. */
  readonly status?: number | undefined;
  readonly route: Route;
  /** Characters of its body. */
  readonly size?: number;
  /** Where it came from, without credentials. */
  readonly address?: string;
}

/** What the lifecycle needs of the API. */
export interface Client {
  /** Does one operation and gives the `data` of the envelope. Throws a CallabError. */
  send(kind: KindName, operation: Operation, request: Request): Promise<unknown>;
  /** Asks once for a list, which may be no more than a page of it: see Inventory for whole ones. Throws a CallabError. */
  list(kind: KindName, request: ListRequest): Promise<Answer>;
  readonly routes: Routes;
  /** What the learned contract, and what was seen, lead to expect. */
  readonly expectations: Expectations;
}

export interface ClientOptions {
  readonly retry?: RetryPolicy;
  readonly sleep?: (ms: number) => Promise<void>;
  /** The clock that `sleep` goes by. */
  readonly now?: () => number;
  /** How many requests may be under way at once; left out: as many as go well, up to `maxConcurrency`. */
  readonly limit?: Limit;
  /** How a request travels; left out: over HTTP. */
  readonly adapter?: AxiosAdapter;
  /** Told of each pause before a request is sent again. */
  readonly onRetry?: (error: CallabError, pauseMs: number) => void;
  /** Told where an answer is not what the learned contract says. */
  readonly onSurprise?: (surprise: Text) => void;
  /** Ends all requests. */
  readonly signal?: AbortSignal;
}

const sleepReally = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same client for work that the signal ends, or one of its own: limits, retries and connections are shared. */
export function clientWithin(client: Client, signal: AbortSignal): Client {
  const ending = <T extends Pick<Request, "signal">>(request: T): T & { readonly signal: AbortSignal } => ({
    ...request,
    signal: request.signal === undefined ? signal : AbortSignal.any([request.signal, signal]),
  });
  return {
    routes: client.routes,
    expectations: client.expectations,
    send: (kind, operation, request) => client.send(kind, operation, ending(request)),
    list: (kind, request) => client.list(kind, ending(request)),
  };
}

/** A client for a configuration. Throws a ConfigurationError if there is no token, before any request. */
export function createClient(
  configuration: Configuration,
  options: ClientOptions = {},
): Client & QueryClient & ProbeClient {
  const token = configuration.apiToken;
  if (token === undefined) {
    throw new ConfigurationError([text`There is no API token. ${hint("set-token")}`]);
  }
  return new HttpClient(configuration, token, options);
}

class HttpClient implements Client, QueryClient, ProbeClient {
  readonly routes: Routes;
  readonly expectations: Expectations;
  readonly #limiter: Limiter;
  readonly #retry: RetryPolicy;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #found = new Map<string, Route>();
  #http: AxiosInstance | undefined;

  constructor(
    readonly configuration: Configuration,
    readonly token: NonNullable<Configuration["apiToken"]>,
    readonly options: ClientOptions,
  ) {
    this.routes = routesWith(configuration.routes, configuration.contract);
    this.expectations = new Expectations(configuration.contract, options.onSurprise ?? (() => undefined));
    this.#sleep = options.sleep ?? sleepReally;
    this.#limiter = new Limiter(
      options.limit ?? new AdaptiveLimit(configuration.maxConcurrency),
      options.now ?? Date.now,
      this.#sleep,
    );
    this.#retry = options.retry ?? retryPolicy(configuration.maxRetries);
  }

  async send(kind: KindName, operation: Operation, request: Request): Promise<unknown> {
    return (await this.#send(kind, operation, request)).data;
  }

  async list(kind: KindName, { page, ...request }: ListRequest): Promise<Answer> {
    return this.#send(kind, "list", request, page && { page: page.number, per_page: page.size });
  }

  async query(route: Route, parameters: Readonly<Record<string, string>>): Promise<Answer> {
    const path = `${route.path}?${new URLSearchParams(parameters).toString()}`;
    return this.#sendBy({ ...route, path }, "list", {}, {});
  }

  async probe(route: Route, { operation, parameters = {}, ...request }: ProbeRequest): Promise<Probed> {
    let raw: Raw | undefined;
    const asked = { ...request, onAnswer: (answer: Raw) => void (raw = answer) };
    try {
      await this.#sendBy(route, operation, asked, parameters);
    } catch (error) {
      // A no is an answer, too; what stands for none is not.
      if (!(error instanceof CallabError) || raw === undefined) throw error;
      if (!error.refusedRequest && error.status !== 501) throw error;
    }
    if (raw === undefined) throw new Error(`${route.method} ${route.path} was not answered.`);
    return probedFrom(route, raw);
  }

  async #send(kind: KindName, operation: Operation, request: Request, parameters: Parameters = {}): Promise<Answer> {
    const ways = this.routes.of(kind, operation);
    const known = ways[0] === undefined ? undefined : this.#found.get(ways[0].key);
    const saw = (answer: Answer): Answer => {
      this.expectations.saw(kind, operation, answer.data);
      return answer;
    };
    if (known !== undefined) return saw(await this.#sendBy(known, operation, request, parameters));
    let first: CallabError | undefined;
    const missed: (() => void)[] = [];
    for (const [index, way] of ways.entries()) {
      try {
        const answer = await this.#sendBy(way, operation, request, parameters);
        // That another way is there says that the route was missing, and not the object.
        for (const tell of missed) tell();
        this.#found.set(way.key, way);
        return saw(answer);
      } catch (error) {
        if (!(error instanceof CallabError)) throw error;
        // Another writing is only tried for what may be done twice, and the refusal worth reading is kept.
        if (operation === "create" || !error.mayBeMissingRoute)
          throw index === 0 || first === undefined ? error : better(first, error);
        first = first === undefined ? error : better(first, error);
        missed.push(() => this.expectations.missed(way, error));
      }
    }
    throw first ?? new Error(`The API has no route for ${kind} ${operation}.`);
  }

  async #sendBy(route: Route, operation: Operation, request: Request, parameters: Parameters): Promise<Answer> {
    const repeatable = operation !== "create";
    const stop = this.#stopOf(request);
    for (let attempt = 0; ; attempt++) {
      let pause: number | undefined;
      // Told while nothing else can be sent in its place.
      const signOf = (error: unknown): Sign | undefined => {
        if (!(error instanceof CallabError) || isStopped(stop)) return undefined;
        pause = pauseBeforeRetry(error, repeatable, attempt, this.#retry);
        if (error.status === 429 && pause !== undefined) this.#limiter.quietFor(pause);
        return signIn(error);
      };
      try {
        return await this.#limiter.run(() => this.#once(route, request, parameters), {
          route: route.key,
          signOf,
          isUrgent: request.isUrgent === true,
        });
      } catch (error) {
        if (!(error instanceof CallabError) || pause === undefined) throw error;
        this.options.onRetry?.(error, pause);
        // What this attempt came to says more than that there was no time for another.
        await unlessStopped(this.#sleep(pause), stop).catch(() => Promise.reject(error));
        await request.beforeRepeating?.(error);
      }
    }
  }

  async #once(route: Route, request: Request, parameters: Parameters): Promise<Answer> {
    let url = this.#address(route, request, parameters);
    const fail = (failure: Omit<Failure, "route" | "address">): CallabError =>
      new CallabError({
        route,
        address: this.#clean(shownAddress(url), request.secrets),
        ...failure,
        // What holds hints is in words of this package alone.
        reason: typeof failure.reason === "string" ? this.#clean(failure.reason, request.secrets) : failure.reason,
        apiMessage: this.#words(failure.apiMessage, request.secrets),
      });
    const stop = this.#stopOf(request);
    // axios counts silence; an answer that trickles in must end too. Nothing else may keep the process alive meanwhile.
    const deadline = new AbortController();
    const signal = stop === undefined ? deadline.signal : AbortSignal.any([deadline.signal, stop]);
    if (isStopped(stop)) throw fail({ outcome: "notDone", reason: `not sent: ${whyStopped(stop)}` });
    let answer: AxiosResponse<string>;
    request.onSend?.();
    const timer = setTimeout(() => deadline.abort(), longestExchange(this.configuration.timeoutSeconds));
    try {
      answer = await this.#exchange(route, request, url, signal, fail, (next) => (url = next));
    } catch (error) {
      if (error instanceof CallabError) throw error;
      throw isStopped(stop)
        ? fail({ outcome: "unknown", reason: `no answer was waited for: ${whyStopped(stop)}` })
        : fail(transportFailure(error, shownAddress(url), this.configuration));
    } finally {
      clearTimeout(timer);
    }
    request.onAnswer?.({ status: answer.status, text: answer.data, headers: textsOf(answer.headers) });
    // "No content" is all there is to say of a write that was done. Of a read it says nothing.
    const isDone = route.method !== "GET" && (answer.status === 204 || answer.status === 205);
    const envelope: Envelope = isDone ? { kind: "success", data: undefined, beside: {} } : readEnvelope(answer.data);
    if (answer.status >= 200 && answer.status < 300) {
      if (envelope.kind === "success")
        return {
          data: envelope.data,
          beside: envelope.beside,
          headers: textsOf(answer.headers),
          status: answer.status,
          route,
          size: answer.data.length,
          address: shownAddress(url),
        };
      if (envelope.kind === "unreadable") {
        throw fail({
          outcome: "unknown",
          status: answer.status,
          reason: `HTTP ${answer.status} with ${envelope.what}`,
          apiMessage: envelope.message,
        });
      }
      throw fail({
        outcome: "refused",
        status: answer.status,
        reason: "the API refused",
        apiMessage: envelope.message ?? "error",
      });
    }
    throw fail({
      ...httpFailure(answer, this.token.origin),
      status: answer.status,
      apiMessage: envelope.kind === "failure" ? (envelope.message ?? messageIn(answer.data)) : saidIn(answer.data),
    });
  }

  #address(route: Route, request: Request, parameters: Parameters): string {
    const { baseUrl, workspace } = this.configuration;
    const path = fillIn(route, { id: request.id ?? "", workspace: request.workspace ?? workspace });
    return `${baseUrl}${withParameters(path, parameters)}`;
  }

  /** What ends a request: its own signal, and that of all. */
  #stopOf({ signal }: Pick<Request, "signal">): AbortSignal | undefined {
    const signals = [signal, this.options.signal].filter((each) => each !== undefined);
    return signals.length > 1 ? AbortSignal.any(signals) : signals[0];
  }

  /** One request and its answer. Redirects on the same host are followed as far as that is safe; none to another. */
  async #exchange(
    route: Route,
    request: Request,
    start: string,
    signal: AbortSignal,
    fail: (failure: Omit<Failure, "route" | "address">) => CallabError,
    onRedirect: (url: string) => void,
  ): Promise<AxiosResponse<string>> {
    let url = start;
    for (let hop = 0; ; hop++) {
      const answer = await this.#axios().request<string>({
        method: route.method,
        url,
        signal,
        // A cache on the way may still have a campaign as it was paused.
        ...(route.method === "GET" ? { headers: { "Cache-Control": "no-cache" } } : {}),
        // As text: axios copies objects, and leaves out keys such as "prototype" on the way.
        ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
      });
      if (answer.status < 300 || answer.status >= 400) return answer;
      const location = String(answer.headers["location"] ?? "");
      const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
      // What stands before an @ would go in place of the token.
      const asOthers = target !== undefined && (target.username !== "" || target.password !== "");
      const elsewhere = target === undefined || target.origin !== new URL(url).origin || asOthers;
      if (elsewhere || hop >= 3 || !maySendAgain(route.method, answer.status, target, new URL(url))) {
        throw fail({
          // A server may send on who has been served: only what asks for nothing was surely not done.
          outcome: route.method === "GET" ? "refused" : "unknown",
          status: answer.status,
          reason: `HTTP ${answer.status}, a redirect${target === undefined ? "" : ` to ${target.host}`} that is not followed`,
          hint: [hint(elsewhere ? "address-moved" : "set-address")],
        });
      }
      url = target.href;
      onRedirect(url);
    }
  }

  #axios(): AxiosInstance {
    if (this.#http !== undefined) return this.#http;
    const axios = require("axios") as typeof import("axios");
    const { Agent: HttpAgent } = require("node:http") as typeof import("node:http");
    const { Agent: HttpsAgent } = require("node:https") as typeof import("node:https");
    const pool = { keepAlive: true, maxSockets: LANES * this.configuration.maxConcurrency };
    const timeout = this.configuration.timeoutSeconds * 1000;
    return (this.#http = axios.create({
      adapter: this.options.adapter ?? "http",
      httpAgent: new HttpAgent(pool),
      httpsAgent: new HttpsAgent(pool),
      headers: {
        Authorization: `Bearer ${this.token.value}`,
        Accept: "application/json",
        "Content-Type": "application/json",
      },
      // Past a proxy, the token would leave this machine in clear on its way to this machine.
      ...(isThisMachine(new URL(this.configuration.baseUrl).hostname) ? { proxy: false } : {}),
      maxContentLength: LARGEST_ANSWER,
      timeout,
      timeoutErrorMessage: `no answer within ${this.configuration.timeoutSeconds} s`,
      transitional: { clarifyTimeoutError: true },
      maxRedirects: 0,
      responseType: "text",
      transformRequest: (text: unknown) => text,
      transformResponse: (text: unknown) => (typeof text === "string" ? text : ""),
      validateStatus: () => true,
    }));
  }

  /** What an API says may echo what it was sent, and hold anything. Cut last: half a secret would not be found. */
  #words(text: string | undefined, secrets?: readonly string[]): string | undefined {
    return text === undefined
      ? undefined
      : shortened(
          oneLine(withoutCredentials(scrubbed(text.slice(0, LONGEST_READ), [this.token.value, ...(secrets ?? [])]))),
          longestMessage,
        );
  }

  #clean(text: string, secrets: readonly string[] = []): string {
    return shortened(oneLine(scrubbed(text, [this.token.value, ...secrets])), longestMessage);
  }
}

/** What a failure says of how much the API can take. */
function signIn({ outcome, status }: CallabError): Sign {
  if (status === 429 || status === 503) return "tooMuch";
  const hasAnswered = status !== undefined && status < 500 && status !== 408;
  return outcome === "refused" || hasAnswered ? "refused" : "trouble";
}

/** Of a request's query, beside what its route has. */
type Parameters = Readonly<Record<string, number>>;

const textsOf = (headers: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]: [string, unknown]) =>
      typeof value === "string" ? [[name.toLowerCase(), value]] : [],
    ),
  );

/** How much of what an API says a message repeats. */
const longestMessage = 400;

/** Of two refusals by two writings of a route, the one that does not just say that the route is missing. */
const better = (first: CallabError, second: CallabError): CallabError =>
  (first.status === 404 || first.status === 405 || first.status === 501) &&
  second.status !== 404 &&
  second.status !== 405
    ? second
    : first;

const wordsFor: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers at this address (connection refused)",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name could not be resolved",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ECONNRESET: "the connection was cut before the answer",
  EPIPE: "the connection was cut while sending",
  ECONNABORTED: "the connection was cut before the answer",
  ERR_BAD_RESPONSE: "the answer was cut off",
};

/** Where the connection was to lead that did not come to be. */
interface Target {
  readonly hostname?: unknown;
  readonly port?: unknown;
}

/**
 * Whether no connection came to be, so that no byte of the request can have reached the API. Only the system call that
 * failed tells: the same code comes from reading or writing a connection that may have carried the whole request.
 */
function neverConnected(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  // Several addresses of one host, tried side by side.
  if ("errors" in error && Array.isArray(error.errors) && error.errors.length > 0)
    return error.errors.every((each) => neverConnected(each, depth + 1));
  if ("syscall" in error && error.syscall !== undefined)
    return error.syscall === "connect" || error.syscall === "getaddrinfo";
  return "cause" in error && neverConnected(error.cause, depth + 1);
}

/** The targets of all connections that a failure speaks of. */
function targetsOf(error: unknown, depth = 0): Target[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const inner = [...("errors" in error && Array.isArray(error.errors) ? (error.errors as unknown[]) : [])];
  if ("cause" in error) inner.push(error.cause);
  const own = "port" in error || "hostname" in error ? [error as Target] : [];
  return [...own, ...inner.flatMap((each) => targetsOf(each, depth + 1))];
}

function transportFailure(
  error: unknown,
  url: string,
  { baseUrl, timeoutSeconds, proxies }: Configuration,
): Omit<Failure, "route"> {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (neverConnected(error)) {
    const reason = code === "ETIMEDOUT" ? "no connection came about in time" : wordsFor[code];
    const targets = targetsOf(error);
    const proxy = proxies.find(({ host, port }) =>
      targets.some((target) => target.port === port || target.hostname === host),
    );
    if (proxy !== undefined) {
      const { host, port, variable } = proxy;
      return {
        outcome: "notDone",
        reason: `the proxy ${host}:${port} of the environment variable ${variable} cannot be reached${code === "" ? "" : ` (${code})`}: ${url}`,
        hint: `Check ${variable}, or name the host in NO_PROXY.`,
      };
    }
    return {
      outcome: "notDone",
      reason: `${reason ?? `no connection came about${code === "" ? "" : ` (${code})`}`}: ${url}`,
      hint: [hint("check-address")],
    };
  }
  if (code === "ERR_BAD_RESPONSE" && error instanceof Error && error.message.includes("maxContentLength"))
    return {
      outcome: "unknown",
      reason: `the answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MB, and was not read to its end`,
    };
  if (code === "ETIMEDOUT" || code === "ERR_CANCELED")
    return {
      outcome: "unknown",
      reason: `no answer within ${timeoutSeconds} s`,
      hint: [hint("set-time-limit")],
    };
  if (/^(CERT|ERR_TLS|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) {
    return {
      outcome: "refused",
      reason: `the certificate of ${baseUrl} is not trusted (${code})`,
      hint: "Behind a company proxy, set NODE_EXTRA_CA_CERTS.",
    };
  }
  return { outcome: "unknown", reason: wordsFor[code] ?? `the request failed${code === "" ? "" : ` (${code})`}` };
}

/**
 * Whether a request that was redirected is sent to the other address. One that writes is only where the server says that
 * it has to be sent there (307, 308), and not to the very address that has taken it.
 */
const maySendAgain = (method: string, status: number, target: URL, asked: URL): boolean =>
  method === "GET" || ((status === 307 || status === 308) && target.pathname !== asked.pathname);

function httpFailure(answer: AxiosResponse<string>, tokenOrigin: Text): Omit<Failure, "route"> {
  const reason = `HTTP ${answer.status}`;
  const retryAfter = readRetryAfter(answer.headers["retry-after"]);
  if (answer.status === 401 || answer.status === 403) {
    const meaning = answer.status === 401 ? "does not accept the token" : "does not allow this to the token";
    return {
      outcome: "refused",
      reason: text`${reason}, the API ${meaning} from ${tokenOrigin}`,
      hint: [hint("replace-token")],
    };
  }
  if (answer.status === 429)
    return {
      outcome: "notDone",
      reason: `${reason}, too many requests`,
      retryAfter,
      hint: [hint("set-concurrency")],
    };
  if (answer.status >= 500) return { outcome: "unknown", reason: `${reason}, the API failed`, retryAfter };
  if (answer.status === 425 || gaveUpWaiting.has(answer.status)) return { outcome: "unknown", reason };
  return { outcome: "refused", reason };
}

/** `Retry-After` in milliseconds: seconds or a date. */
function readRetryAfter(header: unknown): number | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

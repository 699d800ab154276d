/**
 * The emulator's own routes, under /_emulator: health, routes, request log, personality, faults, dashboard. No token is
 * needed; `?account=TOKEN` asks for the dashboard of a further account.
 */
import type { Dashboard } from "./dashboard";
import type { Emulator } from "./emulator";
import type { Sent } from "./exchange";
import type { FaultRule } from "./fault";
import { isObject, type WireObject } from "./json";
import { kinds, type Kind } from "./kinds";
import type { PeopleGroup } from "./people/book";
import { matchPath } from "./pathPattern";
import { describeSwitches } from "./personality";
import { personalities, type PersonalitySpec } from "./presets";

type Handler = (request: {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}) => unknown;

/** What somebody with a shell is told of a control route. */
interface ControlRoute {
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Below /_emulator. */
  readonly path: string;
  readonly what: string;
}

/** A request to a control route. `path` is below /_emulator, without the query. */
export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly text: string;
}

/** Answers a request to a control route; undefined: there is no such route. */
export type ControlDesk = (request: ControlRequest) => Sent | undefined;

/** The control routes of an emulator. */
export function controlDesk(emulator: Emulator): ControlDesk {
  const routes: (ControlRoute & { readonly handler: Handler })[] = [];
  const on = (method: ControlRoute["method"], path: string, what: string, handler: Handler) =>
    routes.push({ method, path: `/${path}`, what, handler });
  const dashboardFor = ({ account }: Readonly<Record<string, string>>): Dashboard =>
    account === undefined ? emulator.dashboard : emulator.account(account).dashboard;

  on("GET", "health", "whether it is up, and how many objects of each kind there are", () => ({
    ok: true,
    url: emulator.url,
    objects: Object.fromEntries(kinds.map((kind) => [kind, emulator.dashboard.ids(kind).length])),
  }));
  on("GET", "routes", "the routes of the API that it serves, with their marks", () => emulator.routes());
  on("POST", "reset", "forgets all objects, the log and the faults; the personality stays", () => {
    emulator.reset();
  });

  on(
    "POST",
    "people",
    'adds made-up people: `{"tag": "vip", "count": 1240}`, also `category`, `source`, `workspace`',
    ({ body }) => {
      emulator.addPeople(groupOf(body));
    },
  );
  on("POST", "clock", 'puts the clock forward: `{"advanceMs": 3600000}`', ({ body }) => {
    const { advanceMs } = fieldsOf(body);
    emulator.advance(typeof advanceMs === "number" ? advanceMs : Number.NaN);
  });

  on("GET", "requests", "the log of requests, oldest first; `?since=7` those after number 7", ({ query }) => {
    const since = Number(query["since"] ?? 0);
    return emulator.requests.filter(({ sequence }) => sequence > since);
  });
  on("DELETE", "requests", "empties the log", () => {
    emulator.clearRequests();
  });

  on("GET", "personality", "how it answers: every switch and its position", () => emulator.personality);
  on(
    "PUT",
    "personality",
    'answers otherwise from now on: `"legacy,listLagRequests=2"`, or an object of switches',
    ({ body }) => {
      emulator.setPersonality(body as PersonalitySpec);
      return emulator.personality;
    },
  );
  on("GET", "personalities", "the presets and switches that there are", () => ({
    personalities,
    switches: describeSwitches(),
  }));

  on("GET", "faults", "the faults that stand, and how often each struck", () => emulator.faults());
  on(
    "POST",
    "faults",
    'adds a fault, or a list of them: `{"fault": "dropAfter", "match": {"kind": "Campaign"}}`',
    ({ body }) => {
      emulator.addFault(...([body].flat() as FaultRule[]));
      return emulator.faults();
    },
  );
  on("DELETE", "faults", "takes all faults away", () => {
    emulator.clearFaults();
  });

  on("GET", "duplicates", "live objects that are doubles", ({ query }) => dashboardFor(query).duplicates());
  on("GET", "doubles", "doubles that were ever made, deleted ones too", ({ query }) =>
    dashboardFor(query).doublesEverMade(),
  );
  on(
    "GET",
    "dashboard/{kind}",
    "the objects of a kind, such as `Campaign`; `?deleted=true` with deleted ones",
    ({ params, query }) => dashboardFor(query).list(kindOf(params), { deleted: query["deleted"] === "true" }),
  );
  on(
    "POST",
    "dashboard/{kind}",
    'makes one, with fields as on the wire: `{"name": "Spring"}`',
    ({ params, query, body }) => dashboardFor(query).create(kindOf(params), fieldsOf(body)),
  );
  on(
    "GET",
    "dashboard/{kind}/{id}",
    "one object, or null",
    ({ params, query }) => dashboardFor(query).get(kindOf(params), params["id"] ?? "") ?? null,
  );
  on(
    "PATCH",
    "dashboard/{kind}/{id}",
    'sets fields of it, run-time ones too: `{"status": "active"}`',
    ({ params, query, body }) => dashboardFor(query).change(kindOf(params), params["id"] ?? "", fieldsOf(body)),
  );
  on("DELETE", "dashboard/{kind}/{id}", "deletes it", ({ params, query }) => {
    dashboardFor(query).delete(kindOf(params), params["id"] ?? "");
  });

  const listed = (): readonly ControlRoute[] =>
    routes.map(({ method, path, what }) => ({ method, path: `/_emulator${path}`, what }));

  return ({ method, path, query, text }) => {
    const asked = method === "HEAD" ? "GET" : method;
    if (asked === "GET" && (path === "" || path === "/")) return answer(listed, {}, {}, "");
    for (const { method: expected, path: pattern, handler } of routes) {
      const params = expected === asked ? matchPath(pattern, path) : undefined;
      if (params !== undefined) return answer(handler, params, Object.fromEntries(query), text);
    }
    return undefined;
  };
}

/** Runs a handler; one without a result is answered `{ok: true}`, a refusal is HTTP 400 with `{error}`. */
function answer(
  handler: Handler,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
  text: string,
): Sent {
  const type = "json";
  try {
    const result = handler({ params, query, body: text === "" ? undefined : (JSON.parse(text) as unknown) });
    return { status: 200, text: JSON.stringify(result === undefined ? { ok: true } : result), type };
  } catch (problem) {
    const error = problem instanceof Error ? problem.message : String(problem);
    return { status: 400, text: JSON.stringify({ error }), type };
  }
}

function kindOf({ kind = "" }: Readonly<Record<string, string>>): Kind {
  const found = kinds.find((known) => known === kind);
  if (found === undefined) throw new Error(`there is no kind "${kind}"; there are: ${kinds.join(", ")}`);
  return found;
}

function groupOf(body: unknown): PeopleGroup {
  const { count, ...words } = fieldsOf(body);
  const unknown = Object.entries(words).find(
    ([name, word]) => !["workspace", "tag", "category", "source"].includes(name) || typeof word !== "string",
  );
  if (unknown !== undefined) throw new Error(`a group of people has no \`${unknown[0]}\` of that kind`);
  return { ...words, count: Number(count) };
}

function fieldsOf(body: unknown): WireObject {
  if (!isObject(body)) throw new Error("the body must be an object of fields, with wire names");
  return body;
}

/**
 * The emulator's own routes, under /_emulator: health, routes, request log, personality, faults, dashboard. No token is
 * needed; `?account=TOKEN` asks for the dashboard of a further account.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Dashboard } from "./dashboard";
import type { Emulator } from "./emulator";
import type { FaultRule } from "./fault";
import { isObject, type WireObject } from "./json";
import { kinds, type Kind } from "./kinds";
import type { PeopleGroup } from "./people/book";
import { describeSwitches } from "./personality";
import { personalities, type PersonalitySpec } from "./presets";

type Handler = (request: { params: Record<string, string>; query: Record<string, string>; body: unknown }) => unknown;

/** Adds the control routes to a server. */
export function addControlRoutes(server: FastifyInstance, emulator: Emulator): void {
  const on = (method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE", path: string, handler: Handler) =>
    server.route({ method, url: `/_emulator/${path}`, handler: (request, reply) => answer(handler, request, reply) });
  const dashboardFor = ({ account }: Record<string, string>): Dashboard =>
    account === undefined ? emulator.dashboard : emulator.account(account).dashboard;

  on("GET", "health", () => ({
    ok: true,
    url: emulator.url,
    objects: Object.fromEntries(kinds.map((kind) => [kind, emulator.dashboard.ids(kind).length])),
  }));
  on("GET", "routes", () => emulator.routes());
  on("POST", "reset", () => {
    emulator.reset();
  });

  on("POST", "people", ({ body }) => {
    emulator.addPeople(groupOf(body));
  });
  on("POST", "clock", ({ body }) => {
    const { advanceMs } = fieldsOf(body);
    emulator.advance(typeof advanceMs === "number" ? advanceMs : Number.NaN);
  });

  on("GET", "requests", ({ query }) => {
    const since = Number(query["since"] ?? 0);
    return emulator.requests.filter(({ sequence }) => sequence > since);
  });
  on("DELETE", "requests", () => {
    emulator.clearRequests();
  });

  on("GET", "personality", () => emulator.personality);
  on("PUT", "personality", ({ body }) => {
    emulator.setPersonality(body as PersonalitySpec);
    return emulator.personality;
  });
  on("GET", "personalities", () => ({ personalities, switches: describeSwitches() }));

  on("GET", "faults", () => emulator.faults());
  on("POST", "faults", ({ body }) => {
    emulator.addFault(...([body].flat() as FaultRule[]));
    return emulator.faults();
  });
  on("DELETE", "faults", () => {
    emulator.clearFaults();
  });

  on("GET", "duplicates", ({ query }) => dashboardFor(query).duplicates());
  on("GET", "doubles", ({ query }) => dashboardFor(query).doublesEverMade());
  on("GET", "dashboard/:kind", ({ params, query }) =>
    dashboardFor(query).list(kindOf(params), { deleted: query["deleted"] === "true" }),
  );
  on("POST", "dashboard/:kind", ({ params, query, body }) =>
    dashboardFor(query).create(kindOf(params), fieldsOf(body)),
  );
  on(
    "GET",
    "dashboard/:kind/:id",
    ({ params, query }) => dashboardFor(query).get(kindOf(params), params["id"] ?? "") ?? null,
  );
  on("PATCH", "dashboard/:kind/:id", ({ params, query, body }) =>
    dashboardFor(query).change(kindOf(params), params["id"] ?? "", fieldsOf(body)),
  );
  on("DELETE", "dashboard/:kind/:id", ({ params, query }) => {
    dashboardFor(query).delete(kindOf(params), params["id"] ?? "");
  });
}

/** Runs a handler; one without a result is answered `{ok: true}`, a refusal is HTTP 400 with `{error}`. */
async function answer(handler: Handler, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  let status = 200;
  let result: unknown;
  try {
    const text = typeof request.body === "string" ? request.body : "";
    result = handler({
      params: request.params as Record<string, string>,
      query: request.query as Record<string, string>,
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    });
    if (result === undefined) result = { ok: true };
  } catch (problem) {
    status = 400;
    result = { error: problem instanceof Error ? problem.message : String(problem) };
  }
  await reply.code(status).type("application/json; charset=utf-8").send(JSON.stringify(result));
}

function kindOf({ kind = "" }: Record<string, string>): Kind {
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

/** The route table: what can be asked, and how well each route is known. */
import { kinds, type Kind, type RouteName as RouteOfKind } from "./kinds";
import { matchPath } from "./pathPattern";
import { definition } from "./shapes";

export type Operation = "create" | "list" | "read" | "update" | "delete" | "query";

/**
 * How well a fact is known. `documented`: today's documentation; `older`: only an older description of the same API;
 * `example`: seen as a sample value; `inferred`: nobody promised it, it follows the API's own conventions.
 */
export type Mark = "documented" | "older" | "example" | "inferred";

/** How a route is asked. The documentation has GET and POST alone; a personality may move a route to any. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Name of a route, e.g. `campaign.delete`. */
export type RouteName = RouteOfKind | "contacts.query" | "calls.query" | "calls.read";

/** One route of the API. */
export interface Route {
  readonly name: RouteName;
  /** Null: it asks for people or calls, which nobody declares. */
  readonly kind: Kind | null;
  readonly operation: Operation;
  readonly method: Method;
  /** Path below /v1, with `{id}` or `{workspace}`. */
  readonly path: string;
  readonly mark: Mark;
}

/** A route by its address: `GET /ai-agent?workspace={workspace}`. What its query holds is the handler's affair. */
function route(name: RouteName, kind: Kind | null, address: string, mark: Mark): Route {
  const [method = "", path = ""] = address.split(" ");
  const operation = name.slice(name.indexOf(".") + 1) as Operation;
  return {
    name,
    kind,
    operation,
    method: method as Method,
    path: path.split("?")[0] ?? path,
    mark,
  };
}

/** Every route the emulator can serve. An operation may have several addresses; which of them answer is a switch. */
export const routes: readonly Route[] = [
  ...kinds.flatMap((kind) =>
    Object.entries(definition(kind).routes ?? {}).flatMap(([operation, ways]) =>
      Object.entries(ways).map(([address, mark]) => route(routeName(kind, operation), kind, address, mark as Mark)),
    ),
  ),
  route("contacts.query", null, "GET /contacts/query", "documented"),
  route("calls.query", null, "GET /calls/query", "documented"),
  route("calls.read", null, "GET /calls/{id}", "documented"),
];

function routeName(kind: Kind, operation: string): RouteName {
  return `${kind.charAt(0).toLowerCase()}${kind.slice(1)}.${operation}` as RouteName;
}

/** The names of all routes. */
export const routeNames: readonly RouteName[] = [...new Set(routes.map(({ name }) => name))];

/** The routes that nobody promised. */
export const inferredRoutes: readonly RouteName[] = [
  ...new Set(routes.filter(({ mark }) => mark === "inferred").map(({ name }) => name)),
];

/** Which addresses a personality gives to the routes, and which of them it leaves out. */
export interface RoutePlan {
  readonly absentRoutes: readonly RouteName[];
  readonly routes: Readonly<Partial<Record<RouteName, string>>>;
  readonly campaignUpdatePath: "current" | "older" | "both";
}

/** A route as a personality serves it. */
export interface ServedRoute extends Route {
  /** False: the path answers as if nobody had ever written it. */
  readonly present: boolean;
}

/** The route table under a personality. A moved route answers under its new address only. */
export function servedRoutes(plan: RoutePlan): readonly ServedRoute[] {
  const moved = new Set<RouteName>();
  return routes.flatMap((row) => {
    const address = plan.routes[row.name];
    const present = !plan.absentRoutes.includes(row.name);
    if (address === undefined) return [{ ...row, present: present && !isOtherUpdate(row, plan) }];
    if (moved.has(row.name)) return [];
    moved.add(row.name);
    return [{ ...route(row.name, row.kind, address, row.mark), present }];
  });
}

function isOtherUpdate(row: Route, plan: RoutePlan): boolean {
  if (row.name !== "campaign.update") return false;
  return plan.campaignUpdatePath !== "both" && (row.mark === "older") !== (plan.campaignUpdatePath === "older");
}

/** What a request asks for: a route, and the value of its last parameter if it has one. */
export interface RouteMatch {
  readonly route: ServedRoute;
  readonly parameter: string | undefined;
}

/** Finds the route of a request. `wrongMethod`: the path is known, but not with this method. */
export function matchRoute(
  method: string,
  path: string,
  table: readonly ServedRoute[],
): RouteMatch | "wrongMethod" | undefined {
  const candidates = table.flatMap((candidate) => {
    const parameters = matchPath(candidate.path, path);
    return parameters === undefined ? [] : [{ route: candidate, parameter: Object.values(parameters).at(-1) }];
  });
  const fitting = candidates.filter(({ route: { method: expected } }) => expected === method);
  return (
    fitting.find(({ route: { present } }) => present) ??
    fitting[0] ??
    (candidates.length > 0 ? "wrongMethod" : undefined)
  );
}

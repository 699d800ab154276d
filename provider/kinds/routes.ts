/**
 * The API's routes, as schema.json has them: what each is called, the ways to ask, and what another one may look like.
 */
import { nearest } from "../words/nearest";
import { kindNames, kindSchema, type KindName, type Operation, type Provenance } from "./schema";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One way to ask the API for something. */
export interface Route {
  /** What it is called in `callab:routes`, e.g. `campaign.delete`. */
  readonly key: string;
  readonly method: Method;
  /** Path below the base address, with `{id}` and `{workspace}` to fill in. */
  readonly path: string;
  readonly mark: Provenance | "observed" | "configured";
  /** The day on which it was seen to be there (`observed`), or not to be there (any other mark), `YYYY-MM-DD`. */
  readonly day?: string;
}

/** What a route is called in `callab:routes`. */
export const routeKey = (kind: KindName, operation: Operation): string =>
  `${kind.charAt(0).toLowerCase()}${kind.slice(1)}.${operation}`;

/** The routes of schema.json by their keys, in its order. */
export const builtInRoutes = (): Map<string, Route[]> =>
  new Map(
    kindNames.flatMap((name) => {
      const operations = Object.keys(kindSchema(name).node.routes ?? {}) as Operation[];
      return operations.map((operation) => {
        const key = routeKey(name, operation);
        return [
          key,
          kindSchema(name)
            .ways(operation)
            .map(({ route, mark }) => routeOf(key, route, mark)),
        ] as const;
      });
    }),
  );

/** What is wrong with a route that is to stand in for one of these: half a sentence, whose subject is its key. */
export function wrongOverride(key: string, written: string): string | undefined {
  const routes = builtInRoutes();
  const known = routes.get(key)?.[0];
  if (known !== undefined) return wrong(written, known);
  const match = nearest(key, routes.keys());
  return `is no route; ${match === undefined ? `known are ${[...routes.keys()].join(", ")}` : `did you mean "${match}"?`}`;
}

function wrong(text: string, instead: Route): string | undefined {
  if (!/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/.test(text.trim()))
    return `must be a method and a path, such as "${instead.method} ${instead.path}".`;
  // What only reads is asked again where no answer comes.
  if (instead.method !== "GET" && text.trim().startsWith("GET "))
    return `cannot be a GET: it writes. It must be such as "${instead.method} ${instead.path}".`;
  if (instead.path.includes("{id}") && !text.includes("{id}"))
    return `must hold {id}, such as "${instead.method} ${instead.path}".`;
  return undefined;
}

export function routeOf(key: string, text: string, mark: Route["mark"]): Route {
  const [method, path] = text.split(" ") as [Method, string];
  return { key, method, path, mark };
}

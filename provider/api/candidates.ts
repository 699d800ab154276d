/**
 * Other ways in which an API of this form may do an operation: inferred from how it writes its other routes, and from what
 * APIs in general do. They are tried by `callab doctor --learn` alone; writes among them on throw-away objects alone.
 */
import { kindSchema, type KindName, type Operation } from "../kinds/schema";
import { routeKey, type Method, type Route } from "./routes";

/** Forms of an operation, below the path of its kind; the API's own first. */
const forms: Readonly<Record<Operation, readonly string[]>> = {
  create: ["POST /create", "POST "],
  list: ["GET ?workspace={workspace}", "GET /by-workspace/{workspace}", "GET /list?workspace={workspace}"],
  read: ["GET /by-id/{id}", "GET /{id}"],
  update: ["POST /update/{id}", "PUT /{id}", "PATCH /{id}", "PUT /update/{id}", "PATCH /update/{id}"],
  delete: ["POST /delete/{id}", "DELETE /{id}", "DELETE /delete/{id}"],
};

/** The candidates that are none of the built-in ways, the API's own form first. */
export function candidatesFor(kind: KindName, operation: Operation): readonly Route[] {
  const known = kindSchema(kind)
    .ways(operation)
    .map(({ route }) => route);
  if (known.length === 0) return [];
  const key = routeKey(kind, operation);
  const routes = forms[operation].flatMap((form) => {
    const [method = "", end = ""] = form.split(" ");
    return pathsOf(kind).map((path) => `${method} ${path}${end}`);
  });
  return [...new Set(routes)]
    .filter((route) => !known.includes(route))
    .map((route) => {
      const [method, path = ""] = route.split(" ");
      return { key, method: method as Method, path, mark: "inferred" };
    });
}

/** Under which paths the documentation has the kind: `/campaigns`, and the older `/campaign`. */
function pathsOf(kind: KindName): readonly string[] {
  const operations = Object.keys(kindSchema(kind).node.routes ?? {}) as Operation[];
  const paths = operations.flatMap((operation) =>
    kindSchema(kind)
      .ways(operation)
      .flatMap(({ route }) => /^\S+ (\/[^/?]+)/.exec(route)?.[1] ?? []),
  );
  return [...new Set(paths)];
}

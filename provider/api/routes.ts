/**
 * The API's routes, as schema.json has them, each with the mark that says how well it is known. Any of them can be overridden by
 * `callab:routes` without a new release. Where an older writing of a repeatable route is known, it is tried
 * when the first is not there.
 */
import { ConfigurationError, setting } from "../configuration";
import { hint } from "../words/hint";
import type { Contract, RouteFact } from "../contract/types";
import { text, type Text } from "../words/text";
import { builtInRoutes, routeKey, routeOf, type Route } from "../kinds/routes";
import type { KindName, Operation } from "../kinds/schema";
import { shownAddress } from "./scrub";

export { routeKey, type Method, type Route } from "../kinds/routes";
export type { Operation } from "../kinds/schema";

/** The routes in force. */
export interface Routes {
  /** The ways to do an operation, best first; empty if the API has none (a phone number cannot be read alone). */
  of(kind: KindName, operation: Operation): readonly Route[];
  /** All of them, for people. */
  all(): readonly Route[];
}

/**
 * The built-in routes, those of a learned contract before them, under the overrides of `callab:routes`, each of which fits
 * (configuration.ts).
 */
export function routesWith(overrides: Readonly<Record<string, string>>, contract?: Contract): Routes {
  const routes = builtInRoutes();
  for (const [key, fact] of Object.entries(contract?.routes ?? {})) {
    const ways = routes.get(key);
    if (fact !== undefined && ways !== undefined) routes.set(key, observed(key, fact, ways));
  }
  for (const [key, written] of Object.entries(overrides)) routes.set(key, [routeOf(key, written, "configured")]);
  return {
    of: (kind, operation) => routes.get(routeKey(kind, operation)) ?? [],
    all: () => [...routes.values()].flat(),
  };
}

/**
 * The ways that were seen to work first, those that were seen not to be there last. None is left out: a file that is no
 * longer true must not keep a campaign from being paused.
 */
function observed(key: string, { day, route, also = [], absent = [] }: RouteFact, builtIn: readonly Route[]): Route[] {
  const seen = [...(route === null ? [] : [route]), ...also].map((text) => ({
    ...routeOf(key, text, "observed"),
    day,
  }));
  const isIn = (texts: readonly string[], { method, path }: Route): boolean => texts.includes(`${method} ${path}`);
  const others = builtIn.filter((way) => !isIn([route ?? "", ...also], way));
  return [
    ...seen,
    ...others.filter((way) => !isIn(absent, way)),
    ...others.filter((way) => isIn(absent, way)).map((way) => ({ ...way, day })),
  ];
}

/**
 * The path with its places filled in.
 * @throws {ConfigurationError} for dots alone: in an address they mean another route, in whatever way they are written.
 */
export const fillIn = (route: Route, values: Readonly<Record<string, string>>): string =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    if (isDots(value))
      throw new ConfigurationError([`"${value}" cannot be the ${name} in ${route.method} ${route.path}.`]);
    return encodeURIComponent(value);
  });

/** Whether a part of a path is `.` or `..`. */
export const isDots = (part: string): boolean => part === "." || part === "..";

/** A path with these parameters in its query, in the place of those it has of the same name. */
export function withParameters(path: string, parameters: Readonly<Record<string, number>>): string {
  const [bare, query] = splitQuery(path);
  const kept = query.split("&").filter((part) => part !== "" && !Object.hasOwn(parameters, part.split("=")[0] ?? ""));
  const added = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return added.length === 0 ? path : `${bare}?${[...kept, ...added].join("&")}`;
}

/** The number that a route's own query gives for the first of these parameters it has. */
export function parameterOf({ path }: Route, names: readonly string[]): number | undefined {
  const query = new URLSearchParams(splitQuery(path)[1]);
  const text = names.map((name) => query.get(name)).find((value) => value !== null) ?? "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function splitQuery(path: string): [bare: string, query: string] {
  const start = path.indexOf("?");
  return start < 0 ? [path, ""] : [path.slice(0, start), path.slice(start + 1)];
}

/** What to do when a route does not seem to be there: its mark, and how to set another. */
export function otherRoute(route: Route): Text {
  const mark = {
    documented: "documented",
    older: "known from an older description only",
    example: "known from an example only",
    inferred: "not documented, but inferred from the API's conventions",
    observed: text`said to be there by ${setting("contract")}, as of ${route.day ?? "an unknown day"}; ${hint("learn-anew")}, for the API may have changed`,
    configured: text`set by ${setting("routes")}`,
  }[route.mark];
  const wasAbsent = route.mark !== "observed" && route.day !== undefined;
  const absent = wasAbsent ? text` By ${setting("contract")} it was not there on ${route.day ?? ""}.` : "";
  const example = `${route.method} /…${route.path.includes("{id}") ? "/{id}" : ""}`;
  return text`The route ${route.method} ${shownAddress(route.path)} is ${mark}.${absent} If the API has another one: ${hint("set-route", { key: route.key, example })}`;
}

/** The mark in words. Of a list that takes a filter, only the path is documented: how the filter is called is inferred. */
export function markInWords({ mark, path, day }: Route): string {
  if (mark === "observed") return `observed ${day ?? ""}`.trim();
  return mark !== "configured" && path.includes("?") ? `${mark}, its filter inferred` : mark;
}

/** `POST /campaigns/delete/{id} (inferred)`: a route as messages show it. */
export const routeName = (route: Route): string =>
  `${route.method} ${shownAddress(route.path)} (${markInWords(route)})`;

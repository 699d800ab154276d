/**
 * What follows from what was seen: a contract. Pure. Nothing of an account's own comes into it: of somebody's objects only
 * the names of fields that schema.json knows; of throw-away objects, all that the API calls its fields.
 */
import { routeKey, type Route } from "../../../api/routes";
import { spellingOf, unsetIn } from "../../../contract/spelling";
import type { Contract, KindFacts, RouteFact, Shown, Spelling } from "../../../contract/types";
import { kinds } from "../../../kinds";
import type { Kind } from "../../../kinds/kind";
import { kindNames, type Operation } from "../../../kinds/schema";
import { isEmpty } from "../../../values/empty";
import type { KindSightings, Seen, Sightings } from "./sightings";

const operations: readonly Operation[] = ["list", "read", "create", "update", "delete"];
const places = ["create", "list", "read"] as const;

/** @param day when it was seen, `YYYY-MM-DD` in UTC */
export function contractOf(sightings: Sightings, day: string): Contract {
  const routes: Record<string, RouteFact> = {};
  const facts: Record<string, KindFacts> = {};
  for (const name of kindNames) {
    const seen = sightings.kinds[name];
    for (const operation of operations) {
      const fact = routeFact(seen, operation, day);
      if (fact !== undefined) routes[routeKey(name, operation)] = fact;
    }
    const found = kindFacts(kinds[name], seen, day);
    if (Object.keys(found).length > 0) facts[name] = found;
  }
  const { answers, writesTried } = sightings;
  return {
    version: 1,
    day,
    writesTried,
    routes,
    ...(Object.keys(answers).length === 0 ? {} : { answers: { day, ...answers } }),
    kinds: facts,
  };
}

const textOf = ({ method, path }: Route): string => `${method} ${path}`;

function routeFact(seen: KindSightings, operation: Operation, day: string): RouteFact | undefined {
  const [first, ...also] = (seen.working.get(operation) ?? []).map(textOf);
  const absent = (seen.absent.get(operation) ?? []).map(textOf);
  if (first === undefined && (absent.length === 0 || !seen.exhausted.has(operation))) return undefined;
  return {
    day,
    route: first ?? null,
    mark: "observed",
    ...(also.length === 0 ? {} : { also }),
    ...(absent.length === 0 ? {} : { absent }),
  };
}

function kindFacts(kind: Kind, seen: KindSightings, day: string): KindFacts {
  const listed = seen.seen.filter(({ place }) => place === "list");
  const read = seen.seen.filter(({ place }) => place === "read");
  const inFull = read.length > 0 ? read : kind.ways("read").length === 0 ? listed : [];
  const { hidden, dropped } = notShown(kind, inFull, [...listed, ...read]);
  const spelling = spellingFacts(kind, seen, inFull, [...hidden, ...dropped]);
  const filled = inFull.find(({ fullness }) => fullness === "empties" || fullness === "least");
  const fills = filled?.sent === undefined ? undefined : unsetIn(kind, { ...filled, sent: filled.sent }, hidden).filled;
  const create = { ...seen.create, ...(fills === undefined ? {} : { fills }) };
  const section = <Facts extends object>(facts: Facts): (Facts & { readonly day: string }) | undefined =>
    Object.values(facts).some((value) => value !== undefined) ? { day, ...facts } : undefined;
  const ids = places.filter((place) => seen.idIn.has(place));
  const sections = {
    idIn: seen.seen.length === 0 && ids.length === 0 ? undefined : ids,
    list: listed.length === 0 ? undefined : shownIn(kind, listed, day),
    read: read.length === 0 ? undefined : shownIn(kind, read, day),
    hidden: isWritten(inFull) ? hidden : undefined,
    dropped: dropped.length > 0 ? dropped : undefined,
    listing: section(seen.listing),
    pages: section(seen.pages),
    create: section(create),
    update: section(seen.update),
    delete: section(seen.delete),
    lag: section(seen.lag),
    spelling: section(spelling),
  };
  return Object.fromEntries(Object.entries(sections).filter(([, value]) => value !== undefined));
}

const isWritten = (seen: readonly Seen[]): boolean => seen.some(({ sent }) => sent !== undefined);

/** The fields of several answers: with something in them at least once, and those that never held but null. */
function shownIn(kind: Kind, seen: readonly Seen[], day: string): Shown {
  const known = new Set([...kind.fields.map(({ wireName }) => wireName), "id", "uuid", "workspace", "workspace_id"]);
  const fields = new Set<string>();
  const nullOnly = new Set<string>();
  for (const { shown, sent } of seen)
    for (const [name, value] of Object.entries(shown)) {
      // What somebody's object is called by may be somebody's own; of one of ours nothing is.
      if (!known.has(name) && (sent === undefined || !/^[A-Za-z_]\w{0,63}$/.test(name))) continue;
      (value === null ? nullOnly : fields).add(name);
    }
  return { day, fields: [...fields].sort(), nullOnly: [...nullOnly].filter((name) => !fields.has(name)).sort() };
}

/** What was written with something in it, and is in no answer. */
function notShown(
  kind: Kind,
  inFull: readonly Seen[],
  all: readonly Seen[],
): { readonly hidden: readonly string[]; readonly dropped: readonly string[] } {
  const written = kind.content.filter(({ wireName }) => inFull.some(({ sent }) => !isEmpty(sent?.[wireName])));
  const isShown = (name: string): boolean =>
    all.some(({ sent, shown }) => !isEmpty(shown[name]) && (sent === undefined || !isEmpty(sent[name])));
  const left = written.filter(({ wireName }) => !isShown(wireName));
  const of = (isHidden: boolean): string[] =>
    left.filter(({ node }) => (node.readBack === "hidden") === isHidden).map(({ wireName }) => wireName);
  return { hidden: of(true), dropped: of(false) };
}

function spellingFacts(
  kind: Kind,
  seen: KindSightings,
  inFull: readonly Seen[],
  hidden: readonly string[],
): Omit<Spelling, "day"> {
  const spelling = spellingOf(kind, seen.seen);
  const unset = inFull
    .filter(({ fullness }) => fullness === "empties" || fullness === "least")
    .map(({ sent, shown }) => unsetIn(kind, { sent, shown }, hidden).unset)
    .find((each) => each !== undefined);
  return unset === undefined ? spelling : { ...spelling, unset };
}

/** What an account tells without anything being written: GET requests alone, by ways that are documented or marked. */
import { randomUUID } from "node:crypto";
import { candidatesFor } from "../../../api/candidates";
import { isAlive, soleObject, reportedId, type Item } from "../../../api/object";
import { readPage, type Page } from "../../../api/pages";
import type { Probed } from "../../../api/probe";
import type { Route } from "../../../api/routes";
import { kinds } from "../../../kinds";
import type { Kind } from "../../../kinds/kind";
import { listedKinds } from "../../../kinds/schema";
import { isObject } from "../../../values/empty";
import type { KindSightings, Sightings } from "./sightings";
import { newMark } from "./throwAways";
import { isOfOneKind, listNow, type World } from "./world";

/** Looks at every kind that is listed. Gives what could not be looked at, a sentence each. */
export async function lookAround(world: World, sightings: Sightings): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const name of listedKinds) {
    world.progress(`Looking at ${kinds[name].plural}…`);
    try {
      await lookAt(world, kinds[name], sightings);
    } catch (error) {
      if (!isOfOneKind(world, error)) throw error;
      problems.push(error.message);
    }
  }
  return problems;
}

async function lookAt(world: World, kind: Kind, sightings: Sightings): Promise<void> {
  const seen = sightings.kinds[kind.name];
  const found = await firstThatWorks(
    world,
    kind,
    "list",
    sightings,
    {},
    (answer) => pageIn(kind, answer) !== undefined,
  );
  if (found === undefined) return;
  const page = pageIn(kind, found.answer);
  if (page === undefined) return;
  if (page.items.length === 0) seen.listing.whenEmpty = found.answer.data === null ? "null" : "array";
  await lookAtPages(world, kind, found.route, page, sightings);
  await lookElsewhere(world, kind, page.items.length > 0, sightings);
  const { items } = await listNow(world, kind, seen);
  for (const item of items) noteListed(seen, item);
  const id = items
    .filter(isAlive)
    .map(reportedId)
    .find((each) => each !== undefined);
  if (id !== undefined) await lookAtOne(world, kind, id, sightings);
}

/** Tries the built-in ways, and where none is there the candidates. */
async function firstThatWorks(
  { client, workspace }: World,
  kind: Kind,
  operation: "list" | "read",
  sightings: Sightings,
  request: { readonly id?: string },
  isIt: (answer: Probed) => boolean,
): Promise<{ readonly route: Route; readonly answer: Probed } | undefined> {
  const seen = sightings.kinds[kind.name];
  const builtIn = client.routes.of(kind.name, operation).filter(({ method }) => method === "GET");
  let open = false;
  for (const route of [...builtIn, ...candidatesFor(kind.name, operation)]) {
    // What may be there, and refuses for another reason, is not looked for elsewhere.
    if (open && !builtIn.includes(route)) break;
    const answer = await client.probe(route, { operation, workspace, ...request });
    sightings.answered(answer);
    const works = answer.isSuccess && isIt(answer);
    const isAbsent = sightings.isAbsent(answer);
    seen.tried(operation, route, works ? "works" : isAbsent ? "absent" : "open");
    if (works) return { route, answer };
    open ||= !isAbsent;
  }
  if (!open) seen.exhausted.add(operation);
  return undefined;
}

const pageIn = (kind: Kind, { data, beside, headers, status, route }: Probed): Page | undefined => {
  const page = readPage(kind, { data, beside, headers, status, route });
  return typeof page === "string" ? undefined : page;
};

/** Somebody's object in a list: which known fields it has, and how its values are spelt. */
function noteListed(seen: KindSightings, item: Item): void {
  seen.seen.push({ place: "list", shown: item });
  if (reportedId(item) !== undefined) seen.idIn.add("list");
  if (!isAlive(item)) seen.listing.deleted = "listed";
}

/** Asks for a page of one object, and for the one after it. */
async function lookAtPages(
  { client, workspace }: World,
  kind: Kind,
  route: Route,
  whole: Page,
  sightings: Sightings,
): Promise<void> {
  const { pages, listing } = sightings.kinds[kind.name];
  const ids = whole.items.map(reportedId).filter((id) => id !== undefined);
  if (ids.length > 0) listing.repeats = new Set(ids).size * 2 === ids.length ? "twice" : "once";
  const { total, count, pages: number, more } = whole.claims;
  const length = whole.items.length;
  const isPart = (total ?? 0) > length || (count ?? 0) > length || (number ?? 0) > 1 || more;
  if (length > 0) pages.unasked = isPart ? length : null;
  if (length < 2) return;
  const ask = async (page: number): Promise<Probed> =>
    client.probe(route, { operation: "list", workspace, parameters: { page, per_page: 1 } });
  const zeroth = await ask(0);
  if (!zeroth.isSuccess) {
    pages.asked = "refused";
    return;
  }
  const first = pageIn(kind, zeroth);
  pages.tells = tellsIn(zeroth);
  if (first?.items.length !== 1) {
    pages.asked = "ignored";
    return;
  }
  pages.asked = "heeded";
  const next = await ask(1);
  const second = next.isSuccess ? pageIn(kind, next) : undefined;
  if (second !== undefined) pages.first = JSON.stringify(first.items) === JSON.stringify(second.items) ? 1 : 0;
}

/** Keys beside the list, by which an answer says how many there are or that there are more. */
function tellsIn({ beside, data, headers }: Probed): string[] {
  const around = isObject(data) ? Object.keys(data) : [];
  const names = [...Object.keys(beside), ...around].filter((name) => /^[A-Za-z_]\w{0,63}$/.test(name));
  return [...names, ...("link" in headers ? ["link"] : [])];
}

/** Asks for the list of a workspace that nobody has made. @param hasObjects whether the workspace that is looked at has any */
export async function lookElsewhere(
  { client, random }: World,
  kind: Kind,
  hasObjects: boolean,
  sightings: Sightings,
): Promise<void> {
  const { listing } = sightings.kinds[kind.name];
  const route = sightings.kinds[kind.name].works("list");
  if (!kind.listedByWorkspace || route === undefined || listing.otherWorkspaces !== undefined) return;
  const answer = await client.probe(route, { operation: "list", workspace: newMark(random) });
  if (!answer.isSuccess) {
    listing.unknownWorkspace = "refused";
    if (hasObjects) listing.otherWorkspaces = "heeded";
    sightings.refused("absentObject", answer);
    return;
  }
  const page = pageIn(kind, answer);
  if (page === undefined) return;
  listing.unknownWorkspace = "empty";
  if (page.items.length === 0) listing.whenEmpty = answer.data === null ? "null" : "array";
  // What nobody's workspace lists is in all of them.
  if (page.items.length > 0) listing.otherWorkspaces = "ignored";
  else if (hasObjects) listing.otherWorkspaces = "heeded";
}

/** Reads one object, and one that is not there. */
async function lookAtOne(world: World, kind: Kind, id: string, sightings: Sightings): Promise<void> {
  const seen = sightings.kinds[kind.name];
  const found = await firstThatWorks(
    world,
    kind,
    "read",
    sightings,
    { id },
    (answer) => objectIn(kind, answer) !== undefined,
  );
  if (found === undefined) return;
  const shown = objectIn(kind, found.answer);
  if (shown === undefined) return;
  seen.seen.push({ place: "read", shown });
  if (reportedId(shown) !== undefined) seen.idIn.add("read");
  const absent = await world.client.probe(found.route, {
    operation: "read",
    workspace: world.workspace,
    id: randomUUID(),
  });
  sightings.refused("absentObject", absent);
}

/** The one object of an answer. */
export function objectIn(kind: Kind, { data }: Probed): Item | undefined {
  const object = soleObject(data, kind);
  return object === undefined || Object.keys(object).length === 0 ? undefined : object;
}

/**
 * Which objects are ours. One is ours if its name carries a mark that stands in our notes, and only such an object is
 * updated or deleted; under an ID, only once the API has shown, at this moment, that the object under it is so called.
 */
import { isAlive, reportedId, reportedName, type Item } from "../../../api/object";
import { kinds } from "../../../kinds";
import { objectIn } from "./account";
import type { KindSightings } from "./sightings";
import type { TriedKind } from "./throwAways";
import { listNow, type World } from "./world";

/** Whether an answer shows an object with this mark in its name, whatever a server makes of the rest of it. */
function carries(kind: TriedKind, item: Item, mark: string): boolean {
  const name = reportedName(kinds[kind], item);
  return typeof name === "string" && name.toLowerCase().includes(mark);
}

/** Reads it by its ID where the API can do that; undefined: it cannot, or there is none of that mark under it. */
export async function readOurs(
  { client, workspace }: World,
  kind: TriedKind,
  seen: KindSightings,
  id: string,
  mark: string,
): Promise<Item | undefined> {
  const routes = seen.works("read") === undefined ? client.routes.of(kind, "read") : [seen.works("read")];
  for (const route of routes) {
    if (route?.method !== "GET") continue;
    const answer = await client.probe(route, { operation: "read", workspace, id });
    const item = answer.isSuccess ? objectIn(kinds[kind], answer) : undefined;
    if (item === undefined) continue;
    seen.tried("read", route, "works");
    if (carries(kind, item, mark) && isAlive(item)) return item;
  }
  return undefined;
}

/** What a list shows of a mark, and whether it shows all that there is. */
export async function listOurs(
  world: World,
  kind: TriedKind,
  seen: KindSightings,
  mark: string,
): Promise<{ readonly alive: readonly Item[]; readonly deleted: readonly Item[]; readonly isWhole: boolean }> {
  const { items, isWhole } = await listNow(world, kinds[kind], seen);
  const ours = items.filter((item) => carries(kind, item, mark));
  return { alive: ours.filter(isAlive), deleted: ours.filter((item) => !isAlive(item)), isWhole };
}

/** Whether the object under an ID is ours, seen at this moment. */
export async function isOurs(
  world: World,
  kind: TriedKind,
  seen: KindSightings,
  id: string,
  mark: string,
): Promise<boolean> {
  if ((await readOurs(world, kind, seen, id, mark)) !== undefined) return true;
  const { alive } = await listOurs(world, kind, seen, mark);
  return alive.some((item) => reportedId(item) === id);
}

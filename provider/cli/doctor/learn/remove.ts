/** Removing throw-away objects, of this run and of those before it, and saying what could not be removed. */
import { candidatesFor } from "../../../api/candidates";
import { CallabError } from "../../../api/errors";
import { reportedId, type Item } from "../../../api/object";
import type { Route } from "../../../api/routes";
import { isStopped } from "../../../api/stop";
import { kinds } from "../../../kinds";
import { explain } from "../../hints";
import { oneLine } from "../../../words/plainText";
import { isOurs, listOurs, readOurs } from "./ours";
import { isSameRoute, type KindSightings, type Sightings } from "./sightings";
import { triedKinds, type TriedKind } from "./throwAways";
import type { TryNote, TryNotes } from "./tryNotes";
import { withPatience, type World } from "./world";

/** A throw-away object that is, or may be, still there. */
export interface Leftover {
  readonly kind: TriedKind;
  readonly workspace: string;
  /** It stands in the object's name. */
  readonly mark: string;
  readonly id: string | undefined;
  /** Why, as half a sentence. */
  readonly why: string;
}

/** How long after it was sent an object may still turn up, in milliseconds. */
const SETTLED_MS = 600_000;

/** Removes what the notes of a workspace speak of, a campaign before the agent that it names. */
export async function removeAll(world: World, sightings: Sightings, notes: TryNotes): Promise<readonly Leftover[]> {
  const left: Leftover[] = [];
  for (const kind of triedKinds.toReversed()) {
    for (const note of notes.all().filter((each) => each.kind === kind)) {
      if (note.workspace !== world.workspace) {
        left.push(leftover(note, undefined, `it is in another workspace: run this with --workspace ${note.workspace}`));
        continue;
      }
      world.progress(`Removing the throw-away ${kinds[kind].noun} ${note.mark}…`);
      try {
        const still = await removeNoted(world, sightings.kinds[kind], note);
        if (still.length === 0) notes.remove(note.mark);
        left.push(...still);
      } catch (error) {
        const isExpected = error instanceof CallabError || isStopped(world.signal);
        if (!isExpected) throw error;
        left.push(leftover(note, note.ids[0], explain(error).replace(/\.$/, "")));
      }
    }
  }
  return left;
}

const leftover = ({ kind, mark, workspace }: TryNote, id: string | undefined, why: string): Leftover => ({
  kind,
  mark,
  workspace,
  id,
  why,
});

/** Gives what of it is still there, or may be. */
async function removeNoted(world: World, seen: KindSightings, note: TryNote): Promise<readonly Leftover[]> {
  const { kind, mark } = note;
  // Lists may lag behind a create that a moment ago was sent, by an earlier process perhaps.
  const isSettled = world.now() - note.at >= SETTLED_MS;
  const mayTurnUp = !isSettled && (note.isOpen || (note.ids.length > 0 && seen.works("read") === undefined));
  const listing =
    (await withPatience(world, async () => {
      const now = await listOurs(world, kind, seen, mark);
      return !mayTurnUp || now.alive.length > 0 ? now : undefined;
    })) ?? (await listOurs(world, kind, seen, mark));
  const listed = listing.alive.map(reportedId);
  const ids = [...new Set([...note.ids, ...listed.filter((id) => id !== undefined)])];
  const failures = new Map<string, string>();
  for (const id of ids) {
    const failure = await removeOne(world, seen, kind, id, mark);
    if (failure !== undefined) failures.set(id, failure);
  }
  const rest = failures.size > 0 ? [] : await stillListed(world, seen, note, ids);
  const nameless = rest.filter((item) => reportedId(item) === undefined);
  const left = [...failures].map(([id, why]) => leftover(note, id, why));
  if (nameless.length > 0)
    left.push(leftover(note, undefined, "the API tells no ID of it, and without one nothing can be deleted"));
  const wasSeen = listing.alive.length > 0;
  if (left.length === 0 && (!listing.isWhole || (mayTurnUp && !wasSeen)))
    left.push(leftover(note, undefined, "it is not there, and may still turn up: run this again in ten minutes"));
  return left;
}

/** What a list still shows of a mark, with patience for one that lags behind the deletes. */
async function stillListed(
  world: World,
  seen: KindSightings,
  { kind, mark }: TryNote,
  removed: readonly string[],
): Promise<readonly Item[]> {
  let last: readonly Item[] = [];
  await withPatience(world, async () => {
    last = (await listOurs(world, kind, seen, mark)).alive;
    return last.length === 0 || removed.length === 0 || undefined;
  });
  return last;
}

/** Deletes one object, by whatever way there is. Gives why it is still there. */
export async function removeOne(
  world: World,
  seen: KindSightings,
  kind: TriedKind,
  id: string,
  mark: string,
): Promise<string | undefined> {
  if (!(await isOurs(world, kind, seen, id, mark))) return undefined;
  const before = (await listOurs(world, kind, seen, mark)).alive.length;
  const said: string[] = [];
  for (const route of deletesOf(world, seen, kind)) {
    const answer = await world.client.probe(route, { operation: "delete", workspace: world.workspace, id });
    if (answer.isSuccess && (await isGone(world, seen, { kind, id, mark, before }))) {
      seen.tried("delete", route, "works");
      return undefined;
    }
    said.push(
      `${route.method} ${route.path}: ${answer.isSuccess ? "done, and it is still there" : `HTTP ${answer.status}`}`,
    );
    // What deleted it after all would otherwise be asked to delete it again.
    if (!answer.isSuccess && !(await isOurs(world, kind, seen, id, mark))) return undefined;
  }
  const absent = (seen.absent.get("delete") ?? []).map(({ method, path }) => `${method} ${path}: no such route`);
  return oneLine(`it cannot be deleted (${[...absent, ...said].join("; ")})`);
}

/** Those that were seen to work first, then all others. */
export function deletesOf({ client }: World, seen: KindSightings, kind: TriedKind): readonly Route[] {
  const known = seen.working.get("delete") ?? [];
  const absent = seen.absent.get("delete") ?? [];
  const others = [...client.routes.of(kind, "delete"), ...candidatesFor(kind, "delete")];
  return [...known, ...others.filter((route) => ![...known, ...absent].some((one) => isSameRoute(one, route)))];
}

/** An object that was deleted, as far as an answer says. */
export interface Deleted {
  readonly kind: TriedKind;
  readonly id: string;
  readonly mark: string;
  /** How many of its mark the list showed before. */
  readonly before: number;
}

/** Whether the object is gone, by a read where the API can do that, and by its list, with patience. */
export async function isGone(
  world: World,
  seen: KindSightings,
  { kind, id, mark, before }: Deleted,
  onList: (isGone: boolean) => unknown = () => undefined,
): Promise<boolean> {
  const gone = await withPatience(world, async () => {
    if ((await readOurs(world, kind, seen, id, mark)) !== undefined) return undefined;
    const { alive } = await listOurs(world, kind, seen, mark);
    const ids = alive.map(reportedId);
    // Where the list tells no IDs, one fewer of that mark is it.
    const isListed = ids.includes(id) || (ids.includes(undefined) && alive.length >= before);
    onList(!isListed);
    return !isListed || undefined;
  });
  return gone === true;
}

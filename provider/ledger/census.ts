/**
 * A census: which objects a list showed, to tell later which ones are new since. It is read before a create is sent; if
 * the outcome is never learnt, whatever is new since then and is not surely somebody else's may be what was made,
 * whatever the server has done to its name.
 *
 * An object is told by its ID; where a list tells none, by its name and how many of that name there are. Only hashes
 * are kept, six bytes each.
 */
import { createHash } from "node:crypto";
import type { Live } from "../api/object";
import { foldedName } from "../values/name";
import { foldedId } from "../values/id";

/** Hashes in one text, eight characters each; before the mark those of IDs, behind it those of names without an ID. */
export type Census = string;

const WIDTH = 8;
const MARK = "|";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, WIDTH);

const hashOfId = (id: string): string => hashOf(foldedId(id));

/** Memory of a listing's census: a list is shared by a thousand creates. */
const taken = new WeakMap<readonly Live[], Census>();

export function takeCensus(naturalKey: string, objects: readonly Live[]): Census {
  const known = taken.get(objects);
  if (known !== undefined) return known;
  const ids: string[] = [];
  const names: string[] = [];
  for (const object of objects) {
    if (object.id !== undefined) ids.push(hashOfId(object.id));
    else names.push(hashOf(nameOf(naturalKey, object)));
  }
  const census = `${ids.sort().join("")}${MARK}${names.sort().join("")}`;
  taken.set(objects, census);
  return census;
}

/** Whether the census knows an object of this ID. */
export const knowsId = (census: Census, id: string): boolean =>
  chunks(census.split(MARK)[0] ?? "").includes(hashOfId(id));

/** The objects that the census does not know. */
export function newSince(census: Census, naturalKey: string, objects: readonly Live[]): readonly Live[] {
  const [ids = "", names = ""] = census.split(MARK);
  const knownIds = new Set(chunks(ids));
  const knownNames = new Map<string, number>();
  for (const hash of chunks(names)) knownNames.set(hash, (knownNames.get(hash) ?? 0) + 1);
  return objects.filter((object) => {
    if (object.id !== undefined && knownIds.has(hashOfId(object.id))) return false;
    // One that was listed without its ID before may be listed with it now, and the other way round.
    const hash = hashOf(nameOf(naturalKey, object));
    const left = knownNames.get(hash) ?? 0;
    if (left > 0) knownNames.set(hash, left - 1);
    return left === 0;
  });
}

const chunks = (text: string): readonly string[] => text.match(new RegExp(`.{${WIDTH}}`, "g")) ?? [];

const nameOf = (naturalKey: string, object: Live): string => {
  const name = object.fields[naturalKey];
  return typeof name === "string" ? foldedName(name) : "";
};

/**
 * What a workspace holds, read with as few requests as the API allows: one list a kind, and objects alone only where
 * that shows more than the list does. Nothing here writes.
 */
import { CallabError } from "../../api/errors";
import type { Inventory, Listing } from "../../api/inventory";
import { readObject, type Live } from "../../api/object";
import { oneLine } from "../../words/plainText";
import { kinds } from "../../kinds";
import type { ListedKind } from "../../kinds/kind";
import { sameName } from "../../values/name";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import { CommandFailure } from "../failure";
import { explain } from "../hints";
import { isSameId } from "../../values/id";

/** A live object, as far as the API shows it. */
export interface LiveObject {
  readonly kind: ListedKind;
  /** Its name, or its number. */
  readonly key: string;
  /** As the API tells it, or as somebody answered; undefined where neither did. */
  readonly id: string | undefined;
  /** Whether the API itself tells the ID. */
  readonly tellsId: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface ReadOptions {
  readonly workspace: string;
  /** IDs somebody answered for objects whose ID the lists do not tell. */
  readonly answeredId: (kind: ListedKindName, key: string) => string | undefined;
  /** Kinds that are read at all; left out: all. */
  readonly kinds?: readonly ListedKindName[];
  /** Kinds whose list must be had; any other may be missing. */
  readonly needed: readonly ListedKindName[];
  /** Objects that must be known in full. */
  readonly isWanted: (kind: ListedKindName, key: string) => boolean;
  readonly onProgress: (text: string) => void;
}

export interface LiveWorkspace {
  readonly objects: Readonly<Record<ListedKindName, readonly LiveObject[]>>;
  /** Kinds that could not be listed, with the reason. */
  readonly unlisted: ReadonlyMap<ListedKindName, string>;
  /** Kinds of which there may be more than was listed, with the reason. */
  readonly notWhole: ReadonlyMap<ListedKindName, string>;
}

export async function readWorkspace(inventory: Inventory, options: ReadOptions): Promise<LiveWorkspace> {
  const unlisted = new Map<ListedKindName, string>();
  const notWhole = new Map<ListedKindName, string>();
  const read = async (name: ListedKindName): Promise<LiveObject[]> => {
    const kind = kinds[name];
    let listing: Listing;
    try {
      listing = await inventory.list(kind, options.workspace);
    } catch (error) {
      if (!(error instanceof CallabError) || !error.mayBeMissingRoute || options.needed.includes(name)) throw error;
      unlisted.set(name, explain(error));
      return [];
    }
    const listed = listing.objects;
    if (listing.notWhole !== undefined) notWhole.set(name, listing.notWhole);
    options.onProgress(`${kind.plural}: ${listed.length}`);
    let complete = 0;
    return Promise.all(
      listed.map(async (live) => {
        const key = textOf(live.fields[kind.naturalKey]);
        const object = options.isWanted(name, key)
          ? await inFull(inventory, kind, key, live, options)
          : { kind, key, id: live.id, tellsId: live.id !== undefined, fields: live.fields };
        options.onProgress(`${kind.plural}: ${++complete} of ${listed.length}`);
        return object;
      }),
    );
  };
  const isRead = (name: ListedKindName): boolean => (options.kinds ?? listedKinds).includes(name);
  const found = await Promise.all(
    listedKinds.map(async (name) => [name, isRead(name) ? await read(name) : []] as const),
  );
  return { objects: Object.fromEntries(found) as Record<ListedKindName, LiveObject[]>, unlisted, notWhole };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

async function inFull(
  inventory: Inventory,
  kind: ListedKind,
  key: string,
  live: Live,
  options: ReadOptions,
): Promise<LiveObject> {
  const answered = options.answeredId(kind.name, key);
  if (live.id !== undefined && answered !== undefined && !isSameId(live.id, answered)) {
    throw new CommandFailure(
      `${kind.noun} "${oneLine(key)}": the hints say that its ID is ${answered}, but the API says ${oneLine(live.id)}.`,
    );
  }
  const object = { kind, key, id: live.id ?? answered, tellsId: live.id !== undefined, fields: live.fields };
  if (object.id === undefined || inventory.client.routes.of(kind.name, "read").length === 0) return object;
  if (!object.tellsId) {
    // An ID that somebody copied is believed only if the API finds the same object under it.
    const read = await readObject(inventory.client, kind, object.id, options.workspace);
    if (read === "absent") throw new CommandFailure(`The API has no ${kind.noun} with the ID ${object.id}.`);
    const { fields } = read;
    const found = fields[kind.naturalKey] === undefined ? key : textOf(fields[kind.naturalKey]);
    if (sameName(found, key)) return { ...object, fields: { ...live.fields, ...fields } };
    throw new CommandFailure(
      `${kind.noun} "${oneLine(key)}": the hints say that its ID is ${object.id}, but that is the ID of "${oneLine(found)}".`,
    );
  }
  const wanted = kind.content.map(({ name }) => name).filter((name) => live.fields[name] === undefined);
  if (wanted.length === 0 || !(await inventory.readMayShow(kind, wanted))) return object;
  let shown: Live["fields"] = {};
  try {
    const read = await readObject(inventory.client, kind, object.id, options.workspace);
    // Gone since it was listed, or not to be read alone: what the list says stands.
    if (read === "absent") return object;
    shown = read.fields;
    return { ...object, fields: { ...live.fields, ...shown } };
  } finally {
    inventory.readShowed(kind, Object.keys(shown).length === 0 ? [] : wanted, shown);
  }
}

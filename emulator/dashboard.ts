/** The dashboard: the objects as they are, behind the provider's back. Nothing is hidden, validated or late here. */
import type { WireObject } from "./json";
import type { ListLag } from "./lag";
import type { Personality } from "./personality";
import { storedKinds, type StoredKind } from "./shapes";
import type { Double, StoredObject } from "./store";
import type { World } from "./world";

/** Live objects that share a natural key: a name in a workspace, or a phone number. */
export interface Duplicates {
  readonly kind: StoredKind;
  /** Slug; null for phone numbers, which are unique in the account. */
  readonly workspace: string | null;
  readonly key: string;
  readonly ids: readonly string[];
}

/** What the people at the dashboard can do. Wire names throughout. */
export interface Dashboard {
  /** Live objects, oldest first, with every field; `deleted: true` adds the deleted ones. */
  list(kind: StoredKind, options?: { readonly deleted?: boolean }): StoredObject[];
  /** Ids of the live objects, oldest first. */
  ids(kind: StoredKind): string[];
  /** A live object with every field. */
  get(kind: StoredKind, id: string): StoredObject | undefined;
  /**
   * Makes an object. No field is required or refused; what is left out (id, workspace, status, times) is filled in.
   * @throws {Error} if an object of this id exists.
   */
  create(kind: StoredKind, fields: WireObject): StoredObject;
  /**
   * Sets fields, run-time ones too (`status`, `call_progress`, `executions`); null clears.
   * @throws {Error} if there is no such live object.
   */
  change(kind: StoredKind, id: string, patch: WireObject): StoredObject;
  /**
   * Deletes an object.
   * @throws {Error} if there is no such live object.
   */
  delete(kind: StoredKind, id: string): void;
  /** Live objects that share a natural key now. */
  duplicates(): Duplicates[];
  /** Every time an object came to share a natural key with a live one, even if one of them is gone since. */
  doublesEverMade(): Double[];
}

/** The dashboard of a world. */
export function dashboardOf(world: World, lag: ListLag, personality: () => Personality): Dashboard {
  function live(kind: StoredKind): StoredObject[] {
    return [...world.store.live(kind)].map((object) => structuredClone(object));
  }
  function absent(kind: StoredKind, id: string): Error {
    return new Error(`the emulator has no ${kind} ${id}`);
  }
  return {
    list: (kind, options) => (options?.deleted === true ? structuredClone(world.store.all(kind)) : live(kind)),
    ids: (kind) => live(kind).map(({ id }) => id),
    get: (kind, id) => world.find(kind, id),
    create(kind, fields) {
      const id = fields["id"];
      if (typeof id === "string" && world.find(kind, id)) throw new Error(`the emulator has a ${kind} ${id} already`);
      const { object } = world.create(kind, fields, personality());
      lag.settle(kind, object.id);
      return object;
    },
    change(kind, id, patch) {
      const written = world.change(kind, id, patch);
      if (written === undefined) throw absent(kind, id);
      lag.settle(kind, id);
      return written.object;
    },
    delete(kind, id) {
      if (world.delete(kind, id) === undefined) throw absent(kind, id);
      lag.settle(kind, id);
    },
    duplicates: () => storedKinds.flatMap((kind) => duplicatesOf(world, kind)),
    doublesEverMade: () => [...world.store.allDoubles()],
  };
}

function duplicatesOf(world: World, kind: StoredKind): Duplicates[] {
  const groups = new Map<string, string[]>();
  for (const object of world.store.live(kind)) {
    const identity = world.identity(kind, object);
    groups.set(identity, [...(groups.get(identity) ?? []), object.id]);
  }
  return [...groups].flatMap(([identity, ids]) => {
    const { workspace, key } = JSON.parse(identity) as { workspace: string | null; key: string };
    return ids.length > 1 ? [{ kind, workspace, key, ids }] : [];
  });
}

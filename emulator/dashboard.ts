/** The dashboard: the objects as they are, behind the provider's back. Nothing is hidden, validated or late here. */
import type { WireObject } from "./json";
import type { Duplicates } from "./judge";
import type { Kind } from "./kinds";
import type { ListLag } from "./lag";
import type { Personality } from "./personality";
import type { Double, StoredObject } from "./store";
import type { World } from "./world";

/** What the people at the dashboard can do. Wire names throughout. */
export interface Dashboard {
  /** Live objects, oldest first, with every field; `deleted: true` adds the deleted ones. */
  list(kind: Kind, options?: { readonly deleted?: boolean }): StoredObject[];
  /** Ids of the live objects, oldest first. */
  ids(kind: Kind): string[];
  /** A live object with every field. */
  get(kind: Kind, id: string): StoredObject | undefined;
  /**
   * Makes an object. No field is required or refused; what is left out (id, workspace, status, times) is filled in.
   * @throws {Error} if an object of this id exists.
   */
  create(kind: Kind, fields: WireObject): StoredObject;
  /**
   * Sets fields, run-time ones too (`status`, `call_progress`, `executions`); null clears.
   * @throws {Error} if there is no such live object.
   */
  change(kind: Kind, id: string, patch: WireObject): StoredObject;
  /**
   * Deletes an object.
   * @throws {Error} if there is no such live object.
   */
  delete(kind: Kind, id: string): void;
  /** Live objects that are one thing made more than once; `judge.ts` says when that is so. */
  duplicates(): Duplicates[];
  /** Every time an object came to be the same thing as a live one, even if one of them is gone since; each pair counts once. */
  doublesEverMade(): Double[];
}

/**
 * The dashboard of a world.
 * @param catchUp lets happen what has come to pass; asked before anything is looked at or written.
 */
export function dashboardOf(
  world: World,
  lag: ListLag,
  personality: () => Personality,
  catchUp: () => void = () => undefined,
): Dashboard {
  function live(kind: Kind): StoredObject[] {
    return [...world.store.live(kind)].map((object) => structuredClone(object));
  }
  function absent(kind: Kind, id: string): Error {
    return new Error(`the emulator has no ${kind} ${id}`);
  }
  return {
    list(kind, options) {
      catchUp();
      return options?.deleted === true ? structuredClone(world.store.all(kind)) : live(kind);
    },
    ids: (kind) => live(kind).map(({ id }) => id),
    get(kind, id) {
      catchUp();
      return world.find(kind, id);
    },
    create(kind, fields) {
      catchUp();
      const id = fields["id"];
      if (typeof id === "string" && world.find(kind, id)) throw new Error(`the emulator has a ${kind} ${id} already`);
      const { object } = world.create(kind, fields, personality());
      lag.settle(kind, object.id);
      return object;
    },
    change(kind, id, patch) {
      catchUp();
      const written = world.change(kind, id, patch);
      if (written === undefined) throw absent(kind, id);
      lag.settle(kind, id);
      return written.object;
    },
    delete(kind, id) {
      catchUp();
      if (world.delete(kind, id) === undefined) throw absent(kind, id);
      lag.settle(kind, id);
    },
    duplicates: () => world.duplicates(),
    doublesEverMade: () => [...world.store.allDoubles()],
  };
}

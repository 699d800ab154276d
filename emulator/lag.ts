/** Lists that lag behind writes: what a list shows of an object whose last writes have not got through to it yet. */
import type { Kind } from "./kinds";
import type { Personality } from "./personality";
import type { StoredObject } from "./store";

/** What a write did. */
export type Change = "create" | "update" | "delete";

interface Pending {
  /** The object before the write; undefined: it did not exist. */
  readonly before: StoredObject | undefined;
  /** Clock at which the lists know of the write. */
  readonly atMs: number;
  /** Number of list requests after which the lists know of it. */
  readonly atLists: number;
}

/** The lag is fixed when a write is made; switching the personality later does not change what is on its way. */
export class ListLag {
  private readonly pending = new Map<string, Pending[]>();
  private readonly lists = new Map<Kind, number>();

  /** Notes a write made over the API. */
  written(
    change: Change,
    kind: Kind,
    id: string,
    before: StoredObject | undefined,
    now: number,
    { listLagFor, listLagMs, listLagRequests }: Personality,
  ): void {
    if ((listLagFor !== "all" && listLagFor !== change) || (listLagMs === 0 && listLagRequests === 0)) return;
    const key = `${kind} ${id}`;
    const row = this.pending.get(key) ?? [];
    row.push({ before, atMs: now + listLagMs, atLists: this.count(kind) + listLagRequests });
    this.pending.set(key, row);
  }

  /** Lets the lists see an object as it is (what the dashboard wrote is never late). */
  settle(kind: Kind, id: string): void {
    this.pending.delete(`${kind} ${id}`);
  }

  /** Settles everything. */
  clear(): void {
    this.pending.clear();
  }

  /** The object as a list shows it at this moment; undefined: not yet. Writes get through in their order. */
  shown(kind: Kind, current: StoredObject, now: number): StoredObject | undefined {
    const row = this.pending.get(`${kind} ${current.id}`);
    const late = row?.find(({ atMs, atLists }) => atMs > now || atLists > this.count(kind));
    if (late !== undefined) return late.before;
    if (row !== undefined) this.settle(kind, current.id);
    return current;
  }

  /** Counts a list request, once it is answered. */
  listed(kind: Kind): void {
    this.lists.set(kind, this.count(kind) + 1);
  }

  private count(kind: Kind): number {
    return this.lists.get(kind) ?? 0;
  }
}

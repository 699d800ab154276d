/**
 * The inventory: what exists, by the API's lists. Each list is read once and shared by all who ask while it is in
 * use, so that a thousand reads cost one request.
 */
import type { Kind } from "../kinds/kind";
import { fromWire } from "../kinds/wire";
import { CallabError } from "./errors";
import type { Client } from "./client";

/** An object as the API shows it. */
export interface Live {
  /** Undefined where the answer tells no ID. */
  readonly id: string | undefined;
  /** What the answer shows, in program names and normal form. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How long a list that nobody asks for stays good. */
const IDLE_MS = 1_000;
/** How old a list in use may become. */
const MAX_AGE_MS = 300_000;

interface Listing {
  /** By the inventory's own count of events, not by the clock. */
  readonly startedAt: number;
  readonly objects: Promise<readonly Live[]>;
  pending: boolean;
  readAt: number;
  usedAt: number;
}

export class Inventory {
  readonly #listings = new Map<string, Listing>();
  readonly #writtenAt = new Map<string, number>();
  readonly #neverRead = new Set<string>();
  readonly #probes = new Map<string, { readonly done: Promise<void>; readonly finish: () => void; useful: boolean }>();
  #clock = 0;

  constructor(
    readonly client: Client,
    readonly now: () => number = Date.now,
  ) {}

  /** The objects of a kind in a workspace, from a list that may have been read a moment ago. */
  async list(kind: Kind, workspace: string): Promise<readonly Live[]> {
    return this.#since(kind, workspace, 0);
  }

  /** The same from a list that was read after the last write of this process: for reading what is. */
  async listAfterWrites(kind: Kind, workspace: string): Promise<readonly Live[]> {
    return this.#since(kind, workspace, this.#writtenAt.get(keyOf(kind, workspace)) ?? 0);
  }

  /** The same from a list that is read now; all who ask for one before it begins share it. */
  async listNow(kind: Kind, workspace: string): Promise<readonly Live[]> {
    return this.#since(kind, workspace, ++this.#clock);
  }

  /** Notes that a write was begun or ended: lists read before tell nothing about it. */
  written(kind: Kind, workspace: string): void {
    this.#writtenAt.set(keyOf(kind, workspace), ++this.#clock);
  }

  /**
   * Whether reading an object alone may show fields that its list item lacks. The first who asks reads and tells
   * (`readShowed`); the others wait for what it found, so that a list which is complete costs one read, not a thousand.
   */
  async readMayShow(kind: Kind, fields: readonly string[]): Promise<boolean> {
    const unexplored = (): boolean => fields.some((field) => !this.#neverRead.has(`${kind.name}.${field}`));
    for (
      let probe = this.#probes.get(kind.name);
      unexplored() && probe !== undefined;
      probe = this.#probes.get(kind.name)
    ) {
      await probe.done;
      if (probe.useful) return unexplored();
    }
    if (!unexplored()) return false;
    let finish = (): void => undefined;
    const done = new Promise<void>((resolve) => (finish = resolve));
    this.#probes.set(kind.name, { done, finish, useful: false });
    return true;
  }

  /** Notes which of the fields missing in a list item the object read alone showed. */
  readShowed(kind: Kind, missing: readonly string[], shown: Readonly<Record<string, unknown>>): void {
    const absent = missing.filter((field) => shown[field] === undefined);
    for (const field of absent) this.#neverRead.add(`${kind.name}.${field}`);
    const probe = this.#probes.get(kind.name);
    if (probe === undefined) return;
    probe.useful ||= absent.length < missing.length;
    probe.finish();
    if (!probe.useful) this.#probes.delete(kind.name);
  }

  async #since(kind: Kind, workspace: string, after: number): Promise<readonly Live[]> {
    const key = keyOf(kind, workspace);
    for (;;) {
      const listing = this.#listings.get(key);
      if (listing === undefined || (!listing.pending && !this.#serves(listing, after)))
        return this.#start(key, kind, workspace);
      if (listing.startedAt >= after) {
        listing.usedAt = this.now();
        return listing.objects;
      }
      // One is under way that began too early: the next one starts when it is done, once for all who wait.
      await listing.objects.catch(() => undefined);
    }
  }

  #serves(listing: Listing, after: number): boolean {
    const now = this.now();
    return listing.startedAt >= after && now - listing.usedAt < IDLE_MS && now - listing.readAt < MAX_AGE_MS;
  }

  #start(key: string, kind: Kind, workspace: string): Promise<readonly Live[]> {
    const begun = this.now();
    const listing: Listing = {
      startedAt: ++this.#clock,
      pending: true,
      readAt: begun,
      usedAt: begun,
      objects: this.#fetch(kind, workspace).finally(() => {
        listing.pending = false;
        listing.readAt = listing.usedAt = this.now();
      }),
    };
    this.#listings.set(key, listing);
    listing.objects.catch(() => {
      if (this.#listings.get(key) === listing) this.#listings.delete(key);
    });
    return listing.objects;
  }

  async #fetch(kind: Kind, workspace: string): Promise<readonly Live[]> {
    const data = await this.client.send(kind.name, "list", { workspace });
    const items: unknown = data === null ? [] : data;
    const objects = Array.isArray(items) ? readList(kind, workspace, items) : "the answer is no list";
    if (typeof objects !== "string") return objects;
    const route = this.client.routes.of(kind.name, "list")[0];
    if (route === undefined) return [];
    throw new CallabError({
      route,
      outcome: "unknown",
      status: 200,
      reason: `${objects}, so what exists is not known`,
    });
  }
}

/**
 * The objects of a list, or why it tells nothing: where an entry cannot be read, it cannot be told to be another
 * object than the one looked for.
 */
function readList(kind: Kind, workspace: string, items: readonly unknown[]): readonly Live[] | string {
  const known = new Set<string>();
  const objects: Live[] = [];
  let named = 0;
  for (const item of items) {
    if (!isObject(item)) return "an entry of the list is no object";
    if (!isAlive(item)) continue;
    const live = readLive(kind, item);
    const key = live.fields[kind.naturalKey];
    if (key !== null && typeof key !== "string") return `an entry of the list has no readable ${kind.naturalKey}`;
    if (key !== null) named++;
    if (!isOf(workspace, kind, item) || (live.id !== undefined && known.has(live.id))) continue;
    if (live.id !== undefined) known.add(live.id);
    objects.push(live);
  }
  // One without a name may be somebody's draft; a list of nothing else is no list of these objects.
  return named === 0 && objects.length > 0 ? `no entry of the list has a ${kind.naturalKey}` : objects;
}

const keyOf = (kind: Kind, workspace: string): string =>
  kind.listedByWorkspace ? `${kind.name}/${workspace}` : kind.name;

/** The one object that an answer's `data` holds, alone or in a list of one; undefined if it holds none. */
export function soleObject(data: unknown): Readonly<Record<string, unknown>> | undefined {
  const item: unknown = Array.isArray(data) && data.length === 1 ? data[0] : data;
  return isObject(item) ? item : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A deleted object may stay listed with the time of its deletion. What is no time (0, "0000-00-00", "null") is none. */
export const isAlive = (item: Readonly<Record<string, unknown>>): boolean => {
  const time = item["deleted_at"];
  return !(typeof time === "string" ? /[1-9]/.test(time) : time === true || (typeof time === "number" && time > 0));
};

const uuidLike = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/**
 * A list may ignore the workspace it was asked for. An item that names another slug is left out; one that names
 * an ID cannot be told apart and stays.
 */
function isOf(workspace: string, kind: Kind, item: Readonly<Record<string, unknown>>): boolean {
  if (!kind.listedByWorkspace) return true;
  const named = item["workspace"] ?? item["workspace_id"];
  if (typeof named !== "string" || named === "" || uuidLike.test(named) !== uuidLike.test(workspace)) return true;
  return named === workspace;
}

/** An object of an answer, with its ID if it tells one. */
export function readLive(kind: Kind, item: Readonly<Record<string, unknown>>): Live {
  const id = item["id"] ?? item["uuid"];
  return {
    id: typeof id === "string" && id !== "" ? id : typeof id === "number" ? String(id) : undefined,
    fields: fromWire(kind, item),
  };
}

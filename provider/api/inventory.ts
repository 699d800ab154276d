/**
 * The inventory: what exists, by the API's lists. Each list is read once and shared by all who ask while it is in
 * use, so that a thousand reads cost one request.
 */
import type { Kind } from "../kinds/kind";
import { stableText } from "../kinds/normalForm";
import { kindNames } from "../kinds/schema";
import { oneLine } from "../words/plainText";
import type { Client } from "./client";
import { shareIds } from "./entries";
import { isAlive, readLive, type Item, type Live } from "./object";
import { placeOf, workspaceIn } from "./place";
import { unlessStopped } from "./stop";
import { readFirst, readWholeList, unreadableList, type FirstAnswer } from "./wholeList";
import { foldedId, IdMap } from "../values/id";

/**
 * What a list must not be older than: `thisRun` than this process, `shared` may be a moment old, `afterWrites` than this
 * process's last write.
 */
export type Freshness = "thisRun" | "shared" | "afterWrites" | "now";

/** What a list shows. */
export interface Listing {
  readonly objects: readonly Live[];
  /**
   * Why the list cannot be shown to be whole, as half a sentence; undefined: it is whole. What is not in a list that is
   * not whole may exist all the same, and what is in it once may exist twice.
   */
  readonly notWhole: string | undefined;
  /**
   * Where that is why: it shows objects of other workspaces alone. A server that knows no such filter may show what is
   * in `default`, whatever it is asked for, or all that there is.
   */
  readonly isOfOthers?: boolean;
}

/**
 * A list of which the first answer is known. To find an object by its ID, that will mostly do: whether there are further
 * pages only matters where something is not found, or must be the only one.
 */
export interface Look {
  /** The objects of the first answer. What it lacks may be on a page after it. */
  readonly shown: readonly Live[];
  /** All that the list has. Begun no earlier than was asked for. */
  whole(): Promise<Listing>;
}

/** An object that a read by its ID has shown. */
export interface ReadAlone {
  readonly id: string;
  /** Its name or number, as it was asked for. */
  readonly key: string;
  /** For messages. */
  readonly words: string;
}

/** How long a list that nobody asks for stays good. */
const IDLE_MS = 1_000;
/** How old a list in use may become. */
const MAX_AGE_MS = 300_000;

/** A list, read or being read. */
interface Reading {
  /** By the inventory's own count of events, not by the clock. */
  readonly startedAt: number;
  readonly first: Promise<First>;
  /** Its end, once somebody has asked for that. */
  listing: Promise<Listing> | undefined;
  /** Ends when no request is under way. */
  pending: Promise<unknown> | undefined;
  readAt: number;
  usedAt: number;
}

interface First {
  readonly answer: FirstAnswer;
  readonly answeredAt: number;
  /** Its objects; none where they cannot be told. */
  readonly shown: readonly Live[];
}

/** What works with an inventory asks of it. */
export type Lists = Omit<Inventory, "client" | "now">;

/** The same lists for work that the signal ends. What is being read goes on for others. */
export function listsWithin(lists: Lists, signal: AbortSignal): Lists {
  const ending = <T>(work: Promise<T>): Promise<T> => unlessStopped(work, signal);
  return {
    list: (...asked) => ending(lists.list(...asked)),
    look: async (...asked) => {
      const look = await ending(lists.look(...asked));
      return { shown: look.shown, whole: () => ending(look.whole()) };
    },
    readMayShow: async (kind, fields) => {
      const may = lists.readMayShow(kind, fields);
      // Others wait for what one is told to read: who does not wait for that any more lets the next one read.
      const leave = (isAsked: boolean): void => {
        if (isAsked && signal.aborted) lists.readShowed(kind, [], {});
      };
      void may.then(leave, () => undefined);
      return ending(may);
    },
    written: (...what) => lists.written(...what),
    wasRead: (...what) => lists.wasRead(...what),
    readSoFar: (...where) => lists.readSoFar(...where),
    canRead: (...what) => lists.canRead(...what),
    readShowed: (...what) => lists.readShowed(...what),
    isPlaced: (...where) => lists.isPlaced(...where),
  };
}

export class Inventory {
  readonly #readings = new Map<string, Reading>();
  readonly #writtenAt = new Map<string, number>();
  readonly #neverRead = new Set<string>();
  readonly #readable = new Set<string>();
  readonly #read = new Map<string, IdMap<ReadAlone>>();
  /** Lists that have shown an object of the workspace that they were asked for: what they lack later is not there. */
  readonly #placed = new Set<string>();
  readonly #probes = new Map<string, { readonly done: Promise<void>; readonly finish: () => void; useful: boolean }>();
  #clock = 0;

  constructor(
    readonly client: Client,
    readonly now: () => number = Date.now,
  ) {
    for (const kind of kindNames)
      for (const field of client.expectations.neverRead(kind)) this.#neverRead.add(`${kind}.${field}`);
  }

  /** The objects of a kind in a workspace. All who ask for a list that is read now before it begins share it. */
  async list(kind: Kind, workspace: string, freshness: Freshness = "shared"): Promise<Listing> {
    return this.#whole(kind, workspace, await this.#reading(kind, workspace, freshness));
  }

  /** The same, as far as its first answer goes, and further where that is wanted. */
  async look(kind: Kind, workspace: string, freshness: Freshness = "shared"): Promise<Look> {
    const reading = await this.#reading(kind, workspace, freshness);
    const { shown } = await reading.first;
    return { shown, whole: () => this.#whole(kind, workspace, reading) };
  }

  #reading(kind: Kind, workspace: string, freshness: Freshness): Promise<Reading> {
    switch (freshness) {
      case "thisRun": {
        const known = this.#readings.get(keyOf(kind, workspace));
        return known === undefined ? this.#since(kind, workspace, 0) : Promise.resolve(known);
      }
      case "shared":
        return this.#since(kind, workspace, 0);
      case "afterWrites":
        return this.#since(kind, workspace, this.#writtenAt.get(keyOf(kind, workspace)) ?? 0);
      case "now":
        return this.#since(kind, workspace, ++this.#clock);
    }
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

  /** Notes that an object of this kind was read by its ID: the API has a route that does. */
  wasRead(kind: Kind, workspace: string, object: ReadAlone): void {
    this.#readable.add(kind.name);
    const key = keyOf(kind, workspace);
    const read = this.#read.get(key) ?? new IdMap<ReadAlone>();
    this.#read.set(key, read.set(object.id, object));
  }

  /** The objects that reads by their IDs have shown so far. */
  readSoFar(kind: Kind, workspace: string): readonly ReadAlone[] {
    return [...(this.#read.get(keyOf(kind, workspace)) ?? [])].map(([, object]) => object);
  }

  /** Whether the API is known to read objects of this kind by their IDs: only then its "absent" says something. */
  canRead(kind: Kind): boolean {
    return this.#readable.has(kind.name);
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

  async #since(kind: Kind, workspace: string, after: number): Promise<Reading> {
    const key = keyOf(kind, workspace);
    for (;;) {
      const reading = this.#readings.get(key);
      if (reading === undefined || (reading.pending === undefined && !this.#serves(reading, after)))
        return this.#start(key, kind, workspace);
      if (reading.startedAt >= after) {
        reading.usedAt = this.now();
        return reading;
      }
      // One is under way that began too early: the next one starts when it is done, once for all who wait.
      await reading.pending;
    }
  }

  #serves(reading: Reading, after: number): boolean {
    const now = this.now();
    return reading.startedAt >= after && now - reading.usedAt < IDLE_MS && now - reading.readAt < MAX_AGE_MS;
  }

  #start(key: string, kind: Kind, workspace: string): Reading {
    const begun = this.now();
    const first = this.#readFirst(kind, workspace);
    const reading: Reading = {
      startedAt: ++this.#clock,
      first,
      listing: undefined,
      pending: undefined,
      readAt: begun,
      usedAt: begun,
    };
    this.#readings.set(key, reading);
    this.#follow(key, reading, first);
    return reading;
  }

  /** Keeps account of a request of a reading. What failed is not shared with those who ask later. */
  #follow(key: string, reading: Reading, work: Promise<unknown>): void {
    const pending = work
      .catch(() => {
        if (this.#readings.get(key) === reading) this.#readings.delete(key);
      })
      .finally(() => {
        if (reading.pending === pending) reading.pending = undefined;
        reading.readAt = reading.usedAt = this.now();
      });
    reading.pending = pending;
  }

  async #readFirst(kind: Kind, workspace: string): Promise<First> {
    const answer = await readFirst(this.client, kind, workspace);
    this.#notePlaces(kind, workspace, answer.page.items);
    const shown = objectsOf(kind, workspace, answer.page.items);
    return { answer, answeredAt: this.now(), shown: typeof shown === "string" ? [] : shown };
  }

  #whole(kind: Kind, workspace: string, reading: Reading): Promise<Listing> {
    if (reading.listing === undefined) {
      reading.listing = this.#readRest(kind, workspace, reading);
      this.#follow(keyOf(kind, workspace), reading, reading.listing);
    }
    return reading.listing;
  }

  async #readRest(kind: Kind, workspace: string, reading: Reading): Promise<Listing> {
    const first = await reading.first;
    // What an answer of long ago lacks says nothing of what is on the pages now.
    const known = this.now() - first.answeredAt < IDLE_MS ? first.answer : undefined;
    const { items, notWhole, route } = await readWholeList(this.client, kind, workspace, known);
    const { page } = first.answer;
    const isAll = items.length === page.items.length && items.every((item, index) => item === page.items[index]);
    const objects = isAll && first.shown.length > 0 ? first.shown : objectsOf(kind, workspace, items);
    if (typeof objects === "string") throw unreadableList({ route }, objects);
    this.#notePlaces(kind, workspace, items);
    if (notWhole !== undefined || this.isPlaced(kind, workspace)) return { objects, notWhole };
    const others = othersIn(kind, workspace, items);
    return others === undefined ? { objects, notWhole } : { objects, notWhole: others, isOfOthers: true };
  }

  /** Whether a list of this process has shown an object of the workspace that it was asked for. */
  isPlaced(kind: Kind, workspace: string): boolean {
    return this.#placed.has(keyOf(kind, workspace));
  }

  /** What was deleted counts, too: it says of what the list is. */
  #notePlaces(kind: Kind, workspace: string, items: readonly Item[]): void {
    if (items.some((item) => placeOf(kind, item, workspace) === "here")) this.#placed.add(keyOf(kind, workspace));
  }
}

/** What a list shows that has objects of other workspaces and none of the one that was asked for. */
function othersIn(kind: Kind, workspace: string, items: readonly Item[]): string | undefined {
  const others = items.filter((item) => placeOf(kind, item, workspace) === "elsewhere").map(workspaceIn);
  const named = [...new Set(others)].slice(0, 3).map((other) => `"${oneLine(other)}"`);
  return named.length === 0
    ? undefined
    : `asked for the workspace "${oneLine(workspace)}", it shows objects of ${named.join(", ")} and none of it`;
}

/** The objects that are entries of a list, each once; or why they cannot be told. */
function objectsOf(kind: Kind, workspace: string, items: readonly Item[]): readonly Live[] | string {
  const known = new Set<string>();
  const objects: Live[] = [];
  let named = 0;
  const alive = items.filter(isAlive);
  const tellsNoIds = shareIds(kind, alive);
  for (const item of alive) {
    const shown = readLive(kind, item);
    const live = tellsNoIds ? { ...shown, id: undefined } : shown;
    const name = live.fields[kind.naturalKey];
    if (name !== null && typeof name !== "string") return `an entry of the list has no readable ${kind.naturalKey}`;
    if (name !== null) named++;
    // Without IDs, two entries that show the same in everything are one object that is listed twice.
    const who = live.id === undefined ? stableText(item) : `id ${foldedId(live.id)}`;
    // A list may ignore the workspace that it was asked for.
    if (placeOf(kind, item, workspace) === "elsewhere" || known.has(who)) continue;
    known.add(who);
    objects.push(live);
  }
  // One without a name may be somebody's draft; a list of nothing else is no list of these objects.
  return named === 0 && objects.length > 0 ? `no entry of the list has a ${kind.naturalKey}` : objects;
}

const keyOf = (kind: Kind, workspace: string): string =>
  kind.listedByWorkspace ? `${kind.name}/${workspace}` : kind.name;

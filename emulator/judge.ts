/**
 * The judge of doubles: which live objects are one thing that was made twice. A provider that makes a second campaign
 * has people called twice, whatever spelling the server keeps the two names in; so the judge goes by what was *sent*.
 *
 * | two live objects of a kind and a workspace                                     | double |
 * | ------------------------------------------------------------------------------ | ------ |
 * | sent under one name, but for Unicode form, blanks and HTML entities            | yes    |
 * | equal in every written field, names equal but for letter case                  | yes    |
 * | equal in every written field, one name being the other as the server cut it    | yes    |
 * | equal in every written field, other names                                      | no     |
 * | other fields, two names that the server cut or lower-cased to one              | no     |
 */
import { isObject, textOf, type Json, type WireObject } from "./json";
import type { Kind } from "./kinds";
import { foldedName } from "./names";
import { shapes, type WireField } from "./shapes";
import type { StoredObject } from "./store";

/** Live objects that are one thing made more than once. */
export interface Duplicates {
  readonly kind: Kind;
  /** Slug; null for phone numbers, which are unique in the account. */
  readonly workspace: string | null;
  /** Name (as it was sent for the oldest of them), or phone number. */
  readonly key: string;
  readonly ids: readonly string[];
}

/** The judge's notes on one live object. */
interface Entry {
  readonly kind: Kind;
  readonly id: string;
  /** Earlier objects have lower numbers. */
  readonly order: number;
  readonly workspace: string | null;
  /** The natural key as it was sent. */
  readonly key: string;
  /** Folded, as sent and as stored. */
  readonly sent: string;
  readonly stored: string;
}

/** Shorter names that begin alike say nothing about who made them. */
const leastCutLength = 15;

/** Looks at every live object of an account. */
export class Judge {
  private readonly entries = new Map<string, Entry>();
  /** Entries by each of their names, in lower case: only these can be doubles of one another. */
  private readonly alike = new Map<string, Set<Entry>>();
  private placed = 0;

  /** @param objectOf gives a live object as it is stored. */
  constructor(private readonly objectOf: (kind: Kind, id: string) => StoredObject | undefined) {}

  /** Takes note of a live object as it is now. */
  place(kind: Kind, object: WireObject & { id: string }, key: string): void {
    const order = this.entries.get(`${kind} ${object.id}`)?.order ?? this.placed++;
    this.remove(kind, object.id);
    const entry: Entry = {
      kind,
      id: object.id,
      order,
      workspace: scopeOf(kind, object),
      key,
      sent: foldedName(key),
      stored: foldedName(textOf(object[shapes[kind].naturalKey]) ?? ""),
    };
    this.entries.set(`${kind} ${object.id}`, entry);
    for (const name of shelvesOf(entry)) this.alike.set(name, (this.alike.get(name) ?? new Set()).add(entry));
  }

  /** Forgets an object that lives no longer. */
  remove(kind: Kind, id: string): void {
    const entry = this.entries.get(`${kind} ${id}`);
    if (entry === undefined) return;
    this.entries.delete(`${kind} ${id}`);
    for (const name of shelvesOf(entry)) {
      this.alike.get(name)?.delete(entry);
      if (this.alike.get(name)?.size === 0) this.alike.delete(name);
    }
  }

  clear(): void {
    this.entries.clear();
    this.alike.clear();
  }

  /** Ids of the live objects that are the same thing as the given one, oldest first. */
  doublesOf(kind: Kind, id: string): readonly string[] {
    const entry = this.entries.get(`${kind} ${id}`);
    return entry === undefined ? [] : this.rivalsOf(entry).map((rival) => rival.id);
  }

  /** Every group of live objects that are one thing. */
  duplicates(kind: Kind): Duplicates[] {
    const seen = new Set<Entry>();
    const entries = [...this.entries.values()].filter((entry) => entry.kind === kind).sort(byAge);
    return entries.flatMap((first) => {
      const group = [first];
      if (seen.has(first)) return [];
      for (const member of group) {
        seen.add(member);
        group.push(...this.rivalsOf(member).filter((rival) => !group.includes(rival)));
      }
      const ids = group.sort(byAge).map(({ id }) => id);
      return ids.length > 1 ? [{ kind, workspace: first.workspace, key: first.key, ids }] : [];
    });
  }

  private rivalsOf(entry: Entry): Entry[] {
    const candidates = new Set(shelvesOf(entry).flatMap((name) => [...(this.alike.get(name) ?? [])]));
    candidates.delete(entry);
    return [...candidates].filter((other) => this.isDouble(entry, other)).sort(byAge);
  }

  private isDouble(one: Entry, other: Entry): boolean {
    if (one.sent === other.sent) return true;
    const { kind } = one;
    if (!shapes[kind].byWorkspace || !areAlike(one, other)) return false;
    return this.contentOf(kind, one.id) === this.contentOf(kind, other.id);
  }

  private contentOf(kind: Kind, id: string): string {
    const { fields, naturalKey } = shapes[kind];
    const own = fields.filter(({ name, isWorkspace }) => name !== naturalKey && !isWorkspace);
    return JSON.stringify(written(this.objectOf(kind, id) ?? {}, own));
  }
}

/** The workspace in which an object's natural key is its own; null: the whole account. */
export function scopeOf(kind: Kind, object: WireObject): string | null {
  return !shapes[kind].byWorkspace ? null : (textOf(object["workspace"]) ?? "default");
}

function shelvesOf({ kind, workspace, sent, stored }: Entry): string[] {
  const names = new Set([sent.toLowerCase(), stored.toLowerCase()]);
  return [...names].map((name) => JSON.stringify([kind, workspace, name]));
}

/** Whether two different names may be one: but for letter case, or because the server cut the longer one. */
function areAlike(one: Entry, other: Entry): boolean {
  if (one.sent.toLowerCase() === other.sent.toLowerCase()) return true;
  const [short, long] = one.sent.length < other.sent.length ? [one, other] : [other, one];
  if (short.sent.length < leastCutLength || !long.sent.startsWith(short.sent)) return false;
  return long.stored === short.sent || long.stored === short.stored;
}

/** What was written of an object, down to the fields of its steps: no ids, times or run-time fields. Keys in one order. */
function written(object: WireObject, fields: readonly WireField[]): WireObject {
  return Object.fromEntries(
    fields
      .filter(({ name, writable }) => writable && (object[name] ?? null) !== null)
      .map(({ name, inner }) => [name, writtenValue(object[name] ?? null, inner)]),
  );
}

function writtenValue(value: Json, inner: readonly WireField[] | undefined): Json {
  if (Array.isArray(value)) return value.map((item) => writtenValue(item, inner));
  if (!isObject(value)) return value;
  if (inner !== undefined) return written(value, inner);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, writtenValue(item, undefined)]));
}

function byAge(one: Entry, other: Entry): number {
  return one.order - other.order;
}

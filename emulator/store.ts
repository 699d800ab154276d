/**
 * The objects, in memory or durable. Durable means: one JSON line a write in an append-only file, read back at the
 * start. A process that is killed in the middle of a line loses that one write and nothing else, and so does a disk that
 * is full in the middle of one: what could not be written whole is taken back, and did not happen.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { takeFile } from "./fileLock";
import { isObject, type WireObject } from "./json";
import { kinds, type Kind } from "./kinds";
import { shapes } from "./shapes";

/** An object as stored: every field, and always an id. */
export type StoredObject = WireObject & { id: string };

/** A second live object that came to be the same thing as another one; `judge.ts` says when that is so. */
export interface Double {
  readonly kind: Kind;
  /** Slug; null for phone numbers, which are unique in the account. */
  readonly workspace: string | null;
  /** Name as it was sent for the later object, or phone number. */
  readonly key: string;
  /** The later object. */
  readonly id: string;
  /** The objects that were there already. */
  readonly others: readonly string[];
  /** When (ISO 8601). */
  readonly at: string;
}

type Line =
  | {
      readonly put: Kind;
      readonly object: StoredObject;
      /** The natural key as it was sent, where it is stored in another spelling. */
      readonly sentKey?: string;
    }
  | { readonly double: Double }
  | { readonly reset: true };

/** Holds every object ever made; deleted ones stay, with `deleted_at` set. */
export class Store {
  private objects = emptyTables();
  private sentKeys = new Map<string, string>();
  private doubles: Double[] = [];
  private file: number | undefined;
  private giveBack: () => void = () => undefined;

  /**
   * @param path file that keeps the state; absent: memory only.
   * @param append writes bytes at the end of a file and says how many, as `writeSync` does.
   * @throws {Error} if the file is none of the emulator's, or is open in another one.
   */
  constructor(
    path?: string,
    private readonly append: (file: number, bytes: Uint8Array) => number = writeSync,
  ) {
    if (path === undefined) return;
    mkdirSync(dirname(path), { recursive: true });
    this.giveBack = takeFile(path);
    try {
      if (existsSync(path)) for (const line of readLines(path)) this.apply(line);
      this.compact(path);
      this.file = openSync(path, "a");
    } catch (problem) {
      this.giveBack();
      throw problem;
    }
  }

  /**
   * Writes an object whole, under its id.
   * @param sentKey its natural key as it was sent; absent: as it is stored.
   */
  put(kind: Kind, object: StoredObject, sentKey?: string): void {
    const isRespelled = sentKey !== undefined && sentKey !== object[shapes[kind].naturalKey];
    this.write({ put: kind, object: structuredClone(object), ...(isRespelled ? { sentKey } : {}) });
  }

  get(kind: Kind, id: string): StoredObject | undefined {
    const object = this.objects[kind].get(id);
    return object && structuredClone(object);
  }

  /** An object's natural key as it was sent; no answer shows it. Undefined: as it is stored. */
  sentKey(kind: Kind, id: string): string | undefined {
    return this.sentKeys.get(`${kind} ${id}`);
  }

  /** All objects of a kind, deleted ones too, oldest first; as they are stored: to be looked at, not changed. */
  all(kind: Kind): Readonly<StoredObject>[] {
    return [...this.objects[kind].values()];
  }

  /** The objects of a kind that are not deleted; to be looked at, not changed. */
  *live(kind: Kind): Generator<Readonly<StoredObject>> {
    for (const object of this.objects[kind].values()) if (typeof object["deleted_at"] !== "string") yield object;
  }

  noteDouble(double: Double): void {
    this.write({ double });
  }

  allDoubles(): readonly Double[] {
    return [...this.doubles];
  }

  /** Forgets everything. */
  reset(): void {
    this.write({ reset: true });
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.giveBack();
  }

  private write(line: Line): void {
    if (this.file !== undefined) this.appendLine(this.file, `${JSON.stringify(line)}\n`);
    this.apply(line);
  }

  private appendLine(file: number, line: string): void {
    const end = fstatSync(file).size;
    const bytes = Buffer.from(line);
    try {
      // A disk that is about to be full takes a part.
      for (let written = 0; written < bytes.length;) {
        const more = this.append(file, bytes.subarray(written));
        if (more === 0) throw new Error("nothing more can be written");
        written += more;
      }
    } catch (problem) {
      ftruncateSync(file, end);
      throw problem;
    }
  }

  private apply(line: Line): void {
    if ("put" in line) {
      const { put: kind, object, sentKey } = line;
      this.objects[kind].set(object.id, object);
      if (sentKey === undefined) this.sentKeys.delete(`${kind} ${object.id}`);
      else this.sentKeys.set(`${kind} ${object.id}`, sentKey);
    } else if ("double" in line) this.doubles.push(line.double);
    else {
      this.objects = emptyTables();
      this.sentKeys = new Map();
      this.doubles = [];
    }
  }

  /** Rewrites the file as one line an object, so that it does not grow without end. Temp and rename: never half a file. */
  private compact(path: string): void {
    const lines: Line[] = kinds.flatMap((kind) =>
      [...this.objects[kind].values()].map((object) => {
        const sentKey = this.sentKey(kind, object.id);
        return { put: kind, object, ...(sentKey === undefined ? {} : { sentKey }) };
      }),
    );
    lines.push(...this.doubles.map((double) => ({ double })));
    const fresh = `${path}.${process.pid}.new`;
    writeFileSync(fresh, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    renameSync(fresh, path);
  }
}

type Tables = Record<Kind, Map<string, StoredObject>>;

function emptyTables(): Tables {
  return Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Tables;
}

function readLines(path: string): Line[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const torn = lines.pop(); // After the last newline: empty, or the line that was being written when the process died.
  const complete = lines.map((line, index) => {
    try {
      return lineOf(line);
    } catch (cause) {
      throw new Error(`${path}, line ${index + 1}: not a line of the emulator's state`, { cause });
    }
  });
  if (torn === undefined || torn === "") return complete;
  if (complete.length === 0 && !torn.startsWith('{"put":'))
    throw new Error(`${path}: not a file of the emulator's state`);
  try {
    return [...complete, lineOf(torn)];
  } catch {
    return complete;
  }
}

function lineOf(text: string): Line {
  const line: unknown = JSON.parse(text);
  const isLine =
    isObject(line) &&
    (("put" in line && kinds.some((kind) => kind === line["put"]) && isObject(line["object"])) ||
      ("double" in line && isObject(line["double"])) ||
      line["reset"] === true);
  if (!isLine) throw new Error("neither a write nor a reset");
  return line as unknown as Line;
}

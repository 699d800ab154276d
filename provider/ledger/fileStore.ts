/**
 * The notes of this machine in files: one for each day (UTC), to which all processes append and which nobody rewrites.
 *
 * A note is one line (lines.ts), with a line break before it too. (To look first whether a break is needed would leave a
 * moment in which it can become needed.) So files hold empty lines, which mean nothing.
 *
 * What cannot be used is told once and worked without. A note that could not be written is not given back by `news`.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { lineReader } from "./form";
import { appendLine, LineCutter } from "./lines";
import { machineLock } from "./lock";
import type { Note } from "./notes";
import type { Store } from "./store";
import { fileTalk } from "./fileTalk";

interface FileStoreOptions {
  /** Where the files are; made with the first note. */
  readonly folder: string;
  /** In ms since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Tells the user something that is no failure. */
  readonly warn: (text: string) => void;
}

const HEADER = '{"callab":"ledger","version":1}';
const FIRST_LINE = Buffer.from(`${HEADER}\n`);
const NAME = /^notes-(\d{4}-\d{2}-\d{2})\.jsonl$/;
const DAY_MS = 86_400_000;
/** How long a note may matter; files older than that are removed. */
const KEPT_DAYS = 90;
const MOST_AT_ONCE = 1 << 20;
/** No file is opened through a link: what it leads to is none of ours. */
const { O_APPEND, O_CREAT, O_NOFOLLOW, O_RDONLY, O_RDWR } = constants;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const fileNameOf = (day: string): string => `notes-${day}.jsonl`;

export function fileStore({ folder, now, sleep, warn }: FileStoreOptions): Store {
  const warned = new Set<string>();
  const warnOnce = (about: "folder" | "content", text: string): void => {
    if (warned.has(about)) return;
    warned.add(about);
    warn(text);
  };
  const onTrouble = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    warnOnce(
      "folder",
      `The folder of callab's notes, ${folder}, cannot be used (${reason}). ` +
        "Without it, two runs at the same time are not kept apart, and a killed run is not remembered on this machine.",
    );
  };
  const onDamage = (name: string): void =>
    warnOnce(
      "content",
      `${join(folder, name)} is damaged or none of callab's files, and what is no note in it is left out. ` +
        "What it said of other runs and of a killed run is then not remembered. " +
        "Move it away while nothing runs, and this is not said again.",
    );

  const readers = new Map<string, Reader>();
  const writer = new Writer(folder);
  let lastRead: number | undefined;

  /** With the first call all files, later those that may have grown, even if clocks are a day apart. */
  const filesToRead = (): readonly string[] => {
    const at = now();
    const since = lastRead;
    lastRead = at;
    if (since === undefined) return openFolder(folder, dayOf(at - KEPT_DAYS * DAY_MS));
    const from = Math.min(since, at) - DAY_MS;
    const days = Math.ceil((at - from) / DAY_MS) + 2;
    return Array.from({ length: days }, (_, index) => fileNameOf(dayOf(from + index * DAY_MS)));
  };

  /** Gives an empty answer where there is trouble. */
  const orNone = <Item>(work: () => readonly Item[]): readonly Item[] => {
    try {
      return work();
    } catch (error) {
      onTrouble(error);
      return [];
    }
  };

  return {
    news: () =>
      orNone(filesToRead).flatMap((name) =>
        orNone(() => {
          const reader = readers.get(name) ?? new Reader(join(folder, name), () => onDamage(name));
          readers.set(name, reader);
          return reader.read();
        }),
      ),
    add(note) {
      try {
        writer.write(fileNameOf(dayOf(now())), JSON.stringify(note));
      } catch (error) {
        onTrouble(error);
      }
    },
    lock: machineLock({ folder: join(folder, "locks"), sleep, onTrouble }),
    talk: (run, process) => fileTalk({ folder: join(folder, "runs"), run, process, now, onTrouble }),
  };
}

/** The files of notes from this day on, oldest first. Removes older ones. */
function openFolder(folder: string, firstDay: string): readonly string[] {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  const first = fileNameOf(firstDay);
  // A folder that is a link, or is in one, may be anybody's.
  if (stat.isDirectory() && !lstatSync(dirname(folder)).isSymbolicLink())
    for (const name of names) if (name < first) removeOurs(join(folder, name));
  return names.filter((name) => name >= first).sort();
}

function removeOurs(path: string): void {
  try {
    if (!lstatSync(path).isFile()) return;
    const fd = openSync(path, O_RDONLY | O_NOFOLLOW);
    try {
      if (!isOurs(fd)) return;
    } finally {
      closeSync(fd);
    }
    rmSync(path);
  } catch {
    // An old file that stays does no harm.
  }
}

function isOurs(fd: number): boolean {
  const start = Buffer.alloc(FIRST_LINE.length);
  readSync(fd, start, 0, start.length, 0);
  return start.equals(FIRST_LINE);
}

/** Appends to the file of a day, which stays open until the next day. */
class Writer {
  readonly #folder: string;
  #open: { readonly path: string; readonly fd: number; readonly ino: number } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(name: string, line: string): void {
    const path = join(this.#folder, name);
    const { fd, size } = this.#fileAt(path);
    appendLine(fd, line, size === 0 ? HEADER : "");
  }

  #fileAt(path: string): { readonly fd: number; readonly size: number } {
    const there = lstatSync(path, { throwIfNoEntry: false });
    // The open file may have been removed meanwhile: what is written to it then is read by nobody.
    if (this.#open?.path === path && this.#open.ino === there?.ino) return { fd: this.#open.fd, size: there.size };
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const fd = openSync(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
    const { ino, size } = fstatSync(fd);
    if (size > 0 && !isOurs(fd)) {
      closeSync(fd);
      throw new Error(`${path} is damaged or none of callab's files`);
    }
    // Not earlier: a new file must not get the number of the removed one, by which others know it.
    if (this.#open !== undefined) closeSync(this.#open.fd);
    this.#open = { path, fd, ino };
    return { fd, size };
  }
}

/** Reads what a file has grown by. */
class Reader {
  readonly #path: string;
  readonly #onDamage: () => void;
  #ino: number | undefined;
  #offset = 0;
  #cutter = new LineCutter();

  constructor(path: string, onDamage: () => void) {
    this.#path = path;
    this.#onDamage = onDamage;
  }

  read(): readonly Note[] {
    const stat = lstatSync(this.#path, { throwIfNoEntry: false });
    const hasShrunk = stat !== undefined && stat.size < this.#offset;
    if (stat?.ino !== this.#ino || hasShrunk) {
      // Another file has come in its place, or will.
      this.#ino = stat?.ino;
      this.#offset = 0;
      this.#cutter = new LineCutter();
    }
    if (stat === undefined || stat.size === this.#offset) return [];
    if (!stat.isFile()) {
      this.#onDamage();
      return [];
    }
    const fd = openSync(this.#path, O_RDONLY | O_NOFOLLOW);
    try {
      if (this.#offset === 0 && !isOurs(fd)) {
        this.#onDamage();
        return [];
      }
      return this.#readOn(fd, stat.size - this.#offset);
    } finally {
      closeSync(fd);
    }
  }

  #readOn(fd: number, length: number): readonly Note[] {
    const notes: Note[] = [];
    const bytes = Buffer.allocUnsafe(Math.min(length, MOST_AT_ONCE));
    for (;;) {
      const count = readSync(fd, bytes, 0, bytes.length, this.#offset);
      if (count === 0) return notes;
      this.#offset += count;
      for (const line of this.#cutter.take(bytes.subarray(0, count))) {
        // Two processes that begin a file at once both write the header.
        if (line.equals(FIRST_LINE.subarray(0, -1))) continue;
        const note = noteIn(line);
        if (note !== undefined) notes.push(note);
        else if (!isTorn(line)) this.#onDamage();
      }
    }
  }
}

const step = { key: "string", account: "string", owner: "string?", at: "number" } as const;

/** The fields of each note: the types of notes.ts, for what comes from a file. */
const noteIn = lineReader<Note>({
  list: { list: "string", census: "string", at: "number" },
  begun: {
    ...step,
    place: "string?",
    list: "string?",
    sent: "string?",
    done: "boolean?",
    isAsked: "boolean?",
    run: "string?",
  },
  ended: { ...step, begunAt: "number?" },
  made: { ...step, place: "string?", id: "string", run: "string" },
  recorded: { ...step, id: "string", run: "string?", formerly: "string?", mark: "string?" },
  named: { ...step, id: "string" },
  wrote: { ...step, id: "string", process: "string", from: "string?", to: "string?" },
  answered: { ...step, id: "string", process: "string" },
  held: { ...step, id: "string", run: "string", asked: "boolean", mark: "string", isImport: "boolean?" },
  imported: { ...step, id: "string", run: "string", isDeclared: "boolean?" },
  gone: { ...step, id: "string" },
  asked: { ...step, id: "string" },
  left: { ...step, id: "string" },
  rest: { ...step, id: "string", state: "string?", isOver: "boolean?" },
});

/**
 * What a killed process or a full disk leaves. Nothing is lost with it that is not known otherwise: what it was to note
 * was not done yet, or its begin is noted.
 */
const isTorn = (line: Buffer): boolean => line.toString().startsWith('{"step":') && !line.toString().endsWith("}");

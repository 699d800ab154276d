/**
 * What the processes of a run tell each other, in one file for the run to which all of them append. Each word is one line
 * (lines.ts).
 *
 * A run is named by the engine's address, and a later engine may have the same one: what processes have said that had
 * ended before this one listened is of another run. Files that nobody has written to for a day are removed.
 */
import { createHash } from "node:crypto";
import { constants, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lineReader } from "./form";
import { appendLine, LineCutter } from "./lines";
import { hasEnded, thisProcess, type ProcessMark } from "./lock";
import type { Talk } from "./store";
import type { Word } from "./words";

interface FileTalkOptions {
  /** Where the files are; made if need be. */
  readonly folder: string;
  /** Names the run: the same for all processes of it. */
  readonly run: string;
  /** Unlike that of any other process. */
  readonly process: string;
  /** In ms since the epoch. */
  readonly now: () => number;
  /** Hears why nobody can be heard. */
  readonly onTrouble: (error: unknown) => void;
}

/** The first line of a process. */
interface Presence extends ProcessMark {
  readonly step: "process";
}

/** Every line says whose it is. */
type Line = { readonly process: string } & (Word | Presence);

const NAME = /^run-[\w-]{22}\.jsonl$/;
const KEPT_MS = 86_400_000;
/** No file is opened through a link: what it leads to is none of ours. */
const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

const said = { process: "string", account: "string" } as const;
const holder = {
  ...said,
  id: "string",
  owner: "string?",
  formerOwner: "string?",
  mark: "string?",
  wants: "string?",
} as const;
const named = { ...said, key: "string", id: "string" } as const;

const lineIn = lineReader<Line>({
  process: { process: "string", pid: "number", place: "string", started: "string?" },
  here: said,
  claim: { ...holder, isAsked: "boolean" },
  hold: holder,
  release: { ...said, id: "string" },
  deleted: named,
  gaveUp: named,
  took: named,
  carry: {
    ...said,
    key: "string",
    place: "string?",
    owner: "string?",
    at: "number",
    before: "string?",
    sent: "string?",
    done: "boolean",
    suspects: "string?",
  },
});

export function fileTalk({ folder, run, process, now, onTrouble }: FileTalkOptions): Talk {
  const path = join(folder, `run-${createHash("sha256").update(run).digest("base64url").slice(0, 22)}.jsonl`);
  let fd: number | undefined;
  let isHopeless = false;
  let offset = 0;
  const cutter = new LineCutter();
  /** Processes of this run, with whether they are. */
  const isOfRun = new Map<string, boolean>();

  function append(opened: number, line: object): void {
    const length = appendLine(opened, JSON.stringify({ ...line, process }));
    // What stands at the end alone was said here: it need not be read.
    if (cutter.isAtEnd && fstatSync(opened).size === offset + length) offset += length;
  }

  function opened(): number {
    if (fd !== undefined) return fd;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeOld(folder, now() - KEPT_MS);
    const file = openSync(path, FLAGS, 0o600);
    append(file, { step: "process", ...thisProcess() });
    return (fd = file);
  }

  /** Who cannot be told once is not tried to be told again. */
  function orNothing<Result>(work: (file: number) => Result): Result | undefined {
    if (isHopeless) return undefined;
    try {
      return work(opened());
    } catch (error) {
      isHopeless = true;
      onTrouble(error);
      return undefined;
    }
  }

  function wordIn(bytes: Buffer): Word | undefined {
    const line = lineIn(bytes);
    if (line === undefined || line.process === process) return undefined;
    if (line.step !== "process") return isOfRun.get(line.process) === true ? line : undefined;
    if (!isOfRun.has(line.process)) isOfRun.set(line.process, !hasEnded(line));
    return undefined;
  }

  function readOn(file: number): readonly Word[] {
    const length = fstatSync(file).size - offset;
    if (length <= 0) return [];
    const bytes = Buffer.alloc(length);
    const count = readSync(file, bytes, 0, length, offset);
    offset += count;
    return cutter.take(bytes.subarray(0, count)).flatMap((line) => wordIn(line) ?? []);
  }

  return {
    say: (word) => orNothing((file) => append(file, word)),
    heard: () => orNothing(readOn) ?? [],
  };
}

function removeOld(folder: string, before: number): void {
  for (const name of readdirSync(folder).filter((each) => NAME.test(each))) {
    try {
      const path = join(folder, name);
      const stat = lstatSync(path);
      if (stat.isFile() && stat.mtimeMs < before) rmSync(path);
    } catch {
      // An old file that stays does no harm.
    }
  }
}

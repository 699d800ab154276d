/**
 * What this machine remembers of throw-away objects: written before each is made, so that a run that was killed leaves
 * nothing that the next one does not know of. A note holds a mark, times, IDs, and where; no token.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Configuration } from "../../../configuration";
import { isObject } from "../../../values/empty";
import { isMark, triedKinds, type TriedKind } from "./throwAways";

/** One throw-away object, or several of one mark. */
export interface TryNote {
  readonly mark: string;
  readonly kind: TriedKind;
  /** Slug. */
  readonly workspace: string;
  /** Tells accounts apart, as the ledger does: a hash of address and token. */
  readonly account: string;
  /** When it was last sent, in milliseconds since 1970. */
  readonly at: number;
  /** IDs that answers told. */
  readonly ids: readonly string[];
  /** It was sent, and its answer is not known. */
  readonly isOpen: boolean;
}

export interface TryNotes {
  /** All of this account. */
  all(): readonly TryNote[];
  /** Throws where it cannot be kept: then nothing may be made. */
  write(note: TryNote): void;
  remove(mark: string): void;
}

/** A file for each mark, beside the ledger's store. */
export function tryNotesOn({ ledgerFolder }: Configuration, account: string): TryNotes {
  const folder = join(dirname(ledgerFolder), "tries");
  const fileOf = (mark: string): string => join(folder, `${mark}.json`);
  return {
    all: () => namesIn(folder).flatMap((name) => readNote(join(folder, name), account)),
    write(note) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const fresh = `${fileOf(note.mark)}.${process.pid}.new`;
      const file = openSync(fresh, "w", 0o600);
      try {
        writeSync(file, `${JSON.stringify(note)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(fresh, fileOf(note.mark));
    },
    remove: (mark) => rmSync(fileOf(mark), { force: true }),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    // Nothing was ever tried here.
    return [];
  }
}

/** A file that is no note says nothing of any object. */
function readNote(path: string, account: string): TryNote[] {
  try {
    const note: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isNote(note) && note.account === account ? [note] : [];
  } catch {
    return [];
  }
}

const isNote = (value: unknown): value is TryNote =>
  isObject(value) &&
  typeof value["mark"] === "string" &&
  isMark(value["mark"]) &&
  triedKinds.some((kind) => kind === value["kind"]) &&
  typeof value["workspace"] === "string" &&
  typeof value["account"] === "string" &&
  typeof value["at"] === "number" &&
  typeof value["isOpen"] === "boolean" &&
  Array.isArray(value["ids"]) &&
  value["ids"].every((id) => typeof id === "string" && id !== "");

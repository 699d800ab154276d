/**
 * The journal: what this machine knows of an object beyond what a list shows. Each create is noted just before its one
 * POST; when the outcome is known, so is the ID of what was made, and later that it is gone. If a process dies in
 * between, or a list lags behind, the next run looks with patience before it creates. One small file for each object
 * that was touched lately. Best effort: where nothing can be written, creates work as without it.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Journal {
  /** When a create of this object was begun whose outcome was never learnt, in ms since the epoch. */
  begunAt(object: string): number | undefined;
  begin(object: string, at: number): void;
  /** The object that was last made here under this name, or that is no longer it. */
  known(object: string): Known | undefined;
  know(object: string, known: Known): void;
  /** Forgets what was noted. */
  end(object: string): void;
}

/** The outcome of a create or a delete. */
export interface Known {
  /** `gone`: deleted, or called otherwise since. */
  readonly step: "made" | "gone";
  readonly id: string;
  /** In ms since the epoch. */
  readonly at: number;
}

/** After this time a list has caught up, and what it shows is the truth. */
const FORGET_AFTER_MS = 86_400_000;

/** A journal of files in a folder. `object` is any text that names an object. */
export function fileJournal(folder: string): Journal {
  let isOpen = false;
  const fileOf = (object: string): string =>
    join(folder, createHash("sha256").update(object).digest("hex").slice(0, 32));
  const write = (object: string, text: string): void => {
    try {
      if (!isOpen) open(folder);
      isOpen = true;
      writeFileSync(fileOf(object), text);
    } catch {
      // A read-only home must not stop a run; the object is then only protected by its name in the list.
    }
  };
  const read = (object: string): readonly string[] => {
    try {
      return readFileSync(fileOf(object), "utf8").split(" ");
    } catch {
      return [];
    }
  };
  return {
    begunAt(object) {
      const [at, step] = read(object);
      return at === undefined || step !== undefined || !Number.isFinite(Number(at)) ? undefined : Number(at);
    },
    begin: (object, at) => write(object, String(at)),
    known(object) {
      const [at, step, id] = read(object);
      return (step === "made" || step === "gone") && id !== undefined ? { step, id, at: Number(at) } : undefined;
    },
    know: (object, { step, id, at }) => write(object, `${at} ${step} ${id}`),
    end(object) {
      try {
        rmSync(fileOf(object), { force: true });
      } catch {
        // Left behind, it costs the next create of this name some patience, nothing else.
      }
    },
  };
}

/** Makes the folder and clears out what is too old to matter. */
function open(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    try {
      if (Date.now() - statSync(file).mtimeMs > FORGET_AFTER_MS) rmSync(file, { force: true });
    } catch {
      // Another process was quicker.
    }
  }
}

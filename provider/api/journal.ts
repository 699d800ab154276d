/**
 * The journal notes each create just before its one POST and strikes it out when the outcome is known. If the process
 * dies in between, the next run on this machine sees that the object may exist without being listed yet, and looks
 * with patience before it creates. Best effort: where nothing can be written, creates work as without it.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Journal {
  /** When a create of this object was begun whose outcome was never learnt, in ms since the epoch. */
  begunAt(object: string): number | undefined;
  begin(object: string, at: number): void;
  end(object: string): void;
}

/** A journal of one small file for each create under way. `object` is any text that names it. */
export function fileJournal(folder: string): Journal {
  const fileOf = (object: string): string =>
    join(folder, createHash("sha256").update(object).digest("hex").slice(0, 32));
  return {
    begunAt(object) {
      try {
        const at = Number(readFileSync(fileOf(object), "utf8"));
        return Number.isFinite(at) ? at : undefined;
      } catch {
        return undefined;
      }
    },
    begin(object, at) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(fileOf(object), String(at));
      } catch {
        // A read-only home must not stop a run; the object is then only protected by its name in the list.
      }
    },
    end(object) {
      try {
        rmSync(fileOf(object), { force: true });
      } catch {
        // Left behind, it costs the next create of this name some patience, nothing else.
      }
    },
  };
}

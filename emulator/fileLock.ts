/** One emulator a file: who has a data file open is written beside it, as `<file>.lock`, with the number of its process. */
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Files that this process has open. */
const open = new Set<string>();

/**
 * Takes a file; the returned function gives it back. A lock whose process is gone is nobody's.
 * @throws {Error} if another emulator has it.
 */
export function takeFile(file: string): () => void {
  const path = resolve(file);
  if (open.has(path)) throw taken(file, process.pid);
  const lock = `${path}.lock`;
  const own = `${lock}.${process.pid}`;
  // Written first and put in place as it is: nobody sees a lock without its holder.
  writeFileSync(own, String(process.pid));
  try {
    while (!isPlaced(own, lock)) {
      const holder = holderOf(lock);
      if (holder !== undefined) throw taken(file, holder);
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
  open.add(path);
  return () => {
    if (open.delete(path)) rmSync(lock, { force: true });
  };
}

function isPlaced(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw problem;
  }
}

const taken = (file: string, holder: number): Error =>
  new Error(`${file} is open in another emulator (process ${holder}); each needs a file of its own`);

/** The process that holds a lock; undefined if there is none. This one holds no lock that it does not know of. */
function holderOf(lock: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(lock, "utf8");
  } catch {
    return undefined;
  }
  const holder = Number(text);
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return undefined;
  try {
    process.kill(holder, 0);
    return holder;
  } catch (problem) {
    // It is there, and somebody else's.
    return (problem as NodeJS.ErrnoException).code === "EPERM" ? holder : undefined;
  }
}

import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { findExecutable } from "./executable.mts";
import { inspect } from "./installation.mts";
import { isAlive } from "./lock.mts";
import { onInterruption } from "./interruption.mts";

const PREFIX = ".engine-in-the-making-";

/**
 * Lends `make` an empty folder on the same disk as the finished engines, and removes it afterwards, whatever happened.
 * An engine comes to its place by one rename, so nobody ever sees half of one.
 */
export async function inWorkshop<T>(versions: string, make: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(versions, { recursive: true });
  const folder = mkdtempSync(join(versions, `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = onInterruption(remove);
  try {
    return await make(folder);
  } finally {
    forget();
    remove();
  }
}

/** Removes what runs left that were killed in the middle. To be called by the holder of the lock. */
export function sweepWorkshops(versions: string): void {
  for (const name of readdirSync(versions)) {
    if (!name.startsWith(PREFIX)) continue;
    const pid = Number(name.slice(PREFIX.length).split("-")[0]);
    // The number may belong to another process by now, hence the day.
    if (!isAlive(pid) || isOlderThanADay(join(versions, name)))
      rmSync(join(versions, name), { recursive: true, force: true });
  }
}

function isOlderThanADay(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - made > 24 * 3600 * 1000;
}

/** Checks a finished `bin` folder and moves it to `versions/<its version>/bin`; returns that place and the version. */
export async function putInPlace(madeBin: string, versions: string): Promise<{ bin: string; version: string }> {
  const made = await inspectFolder(madeBin);
  if ("refusal" in made) throw new Error(`it was made, but is not usable: ${made.refusal}`);
  const bin = join(versions, made.version, "bin");
  mkdirSync(join(versions, made.version), { recursive: true });
  if (await isOccupied(bin)) return { bin, version: made.version };
  renameSync(madeBin, bin);
  return { bin, version: made.version };
}

/** True if a usable engine is there already. An unusable one is put aside, not removed: somebody may want to know why. */
async function isOccupied(bin: string): Promise<boolean> {
  if (!statSync(bin, { throwIfNoEntry: false })) return false;
  if ("version" in (await inspectFolder(bin))) return true;
  renameSync(bin, `${bin}.unusable-${Date.now()}`);
  return false;
}

async function inspectFolder(bin: string): ReturnType<typeof inspect> {
  const pulumi = findExecutable("pulumi", [bin]);
  return pulumi ? inspect(pulumi.path) : { refusal: `there is no pulumi in ${bin}` };
}

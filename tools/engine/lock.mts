import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { onInterruption } from "./interruption.mts";
import type { Progress } from "./progress.mts";
import { stopwatch } from "./progress.mts";

const BEAT_SECONDS = 5;
const SILENT_SECONDS = 60;

/**
 * Lets one process at a time make an engine in this folder; the others wait, say so, and then find it made.
 *
 * The lock is a file with the holder's process number and machine. It counts as left behind when that process is gone, or when
 * its date, which the holder renews every few seconds, is old (a number used again; a holder on another machine or in another
 * container). The lock only saves work: should two processes ever hold it, both make a whole engine and the first rename counts.
 */
export async function withLock<T>(versions: string, progress: Progress, work: () => Promise<T>): Promise<T> {
  mkdirSync(versions, { recursive: true });
  const path = join(versions, ".engine.lock");
  await acquire(path, progress);
  const beating = setInterval(() => renew(path), BEAT_SECONDS * 1000);
  const release = () => {
    if (read(path) === ME) rmSync(path, { force: true });
  };
  const forget = onInterruption(release);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    forget();
    release();
  }
}

const ME = `${process.pid} ${hostname()}`;

async function acquire(path: string, progress: Progress): Promise<void> {
  let stopTelling: (() => void) | undefined;
  for (;;) {
    if (create(path)) break;
    const holder = read(path);
    if (holder !== undefined && isLeftBehind(path, holder)) {
      takeAway(path);
      continue;
    }
    if (!stopTelling) {
      const elapsed = stopwatch();
      const text = `Another process (${holder?.split(" ")[0] ?? "just starting"}) is making the Pulumi engine; waiting for it`;
      progress.line(`${text}.`);
      stopTelling = progress.during(() => `${text}, ${elapsed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  stopTelling?.();
}

function create(path: string): boolean {
  try {
    writeFileSync(path, ME, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isLeftBehind(path: string, holder: string): boolean {
  const [pid, machine] = holder.split(" ");
  // Empty: its holder has created it a moment ago and is about to write.
  if (holder !== "" && machine === hostname() && !isAlive(Number(pid))) return true;
  const renewed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return renewed !== undefined && Date.now() - renewed > SILENT_SECONDS * 1000;
}

/** By a rename, which succeeds for one only of several that found the same lock left behind. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another one was faster.
  }
}

function renew(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The lock was taken away; the work goes on, see above.
  }
}

/** Whether a process of this number runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

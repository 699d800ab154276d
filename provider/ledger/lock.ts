/**
 * Locks of the machine: while one process holds a name, no other does. A lock is a file that is there or not, with its
 * owner's process in it.
 *
 * | the lock's process                               | the lock is                                             |
 * | ------------------------------------------------ | ------------------------------------------------------- |
 * | of this machine, ended, or its number is reused  | stale at once                                           |
 * | of this machine, surely running (Linux tells)    | held, also while it is stopped or the machine sleeps    |
 * | of elsewhere (container, shared home), or unsure | stale when it was not refreshed for 30 s of our waiting |
 *
 * Of the last kind a process that stands still for so long, and goes on then, is not kept from working beside another.
 *
 * A stale lock is taken away only by whoever holds the lock on that very lock, and only if it is still there then: so
 * no two waiters that judge it stale at once can take away each other's new one. If the process that is at it dies, the
 * same rule frees its lock on the lock.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

interface LockOptions {
  /** Where the lock files are; made if need be. */
  readonly folder: string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Hears why no lock can be made here. */
  readonly onTrouble: (error: unknown) => void;
  /** Of our own waiting, in milliseconds, until a lock that nobody refreshes is stale. */
  readonly staleMs?: number;
}

/** A process, as others on this machine can tell whether it runs. */
export interface ProcessMark {
  readonly pid: number;
  /** Where `pid` means something: host, boot and process namespace. */
  readonly place: string;
  /** When the process was started, where that can be told: a number that is used again is another process. */
  readonly started?: string;
}

interface Owner extends ProcessMark {
  readonly token: string;
}

/** A lock as it was seen; `stamp` changes when it is refreshed or another one takes its place. */
interface Sight {
  readonly owner: Owner | undefined;
  readonly stamp: string;
}

type Judge = (path: string, sight: Sight) => boolean;

const REFRESH_MS = 5_000;
const STALE_MS = 30_000;
/** When a user wonders why nothing happens. */
const LONG_MS = 5_000;
/** A file system may refuse for a moment what it allows in the next one (Windows, while a deleted file is still open). */
const MOST_FAILURES = 5;

/** Makes the function `lock` of a store (see store.ts). */
export function machineLock(options: LockOptions): (name: string, onWait: () => void) => Promise<() => void> {
  const { folder, sleep, onTrouble, staleMs = STALE_MS } = options;
  let isHopeless = false;
  return async (name, onWait) => {
    const path = join(folder, fileNameOf(name));
    // Time is what we have slept ourselves: clocks differ between hosts, and jump when a machine wakes up.
    let waited = 0;
    let isTold = false;
    let failures = 0;
    const seen = new Map<string, { readonly stamp: string; readonly since: number }>();
    const isStale: Judge = (file, { owner, stamp }) => {
      const fate = fateOf(owner);
      if (fate !== "unknown") return fate === "ended";
      const last = seen.get(file);
      if (last?.stamp === stamp) return waited - last.since >= staleMs;
      seen.set(file, { stamp, since: waited });
      return false;
    };
    for (;;) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const token = take(path, isStale);
        isHopeless = false;
        failures = 0;
        if (token !== undefined) return hold(path, token);
      } catch (error) {
        failures++;
        isHopeless ||= failures >= MOST_FAILURES;
        if (isHopeless) {
          onTrouble(error);
          return () => undefined;
        }
      }
      const pause = 20 + Math.random() * 80;
      await sleep(pause);
      waited += pause;
      if (waited >= LONG_MS && !isTold) {
        isTold = true;
        onWait();
      }
    }
  };
}

/** The token of our lock; undefined: somebody else has it. */
function take(path: string, isStale: Judge): string | undefined {
  const there = look(path);
  if (there !== undefined) {
    if (!isStale(path, there)) return undefined;
    takeAway(path, there, isStale);
  }
  return put(path);
}

/** Removes a stale lock, unless another one has come in its place or somebody else is at it. */
function takeAway(path: string, stale: Sight, isStale: Judge): void {
  const right = join(dirname(path), fileNameOf(`${basename(path)} ${stale.owner?.token ?? ""}`));
  if (take(right, isStale) === undefined) return;
  try {
    if (look(path)?.stamp === stale.stamp) rmSync(path, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

/** Creates a lock that never is without its content, unless there is one. */
function put(path: string): string | undefined {
  const token = randomUUID();
  const owner: Owner = { token, ...thisProcess() };
  const text = JSON.stringify(owner);
  const draft = join(dirname(path), `${token}.new`);
  const onlyNew = { flag: "wx", mode: 0o600 };
  try {
    writeFileSync(draft, text, onlyNew);
    try {
      linkSync(draft, path);
    } catch (error) {
      // A file system without hard links. Who is killed in between leaves an empty lock, which nobody refreshes.
      if (codeOf(error) !== "EEXIST") writeFileSync(path, text, onlyNew);
    }
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    attempt(() => rmSync(draft));
  }
  // Looked at in any case: a network file system may have done what it says it has not.
  return isStillOurs(path, token) ? token : undefined;
}

function look(path: string): Sight | undefined {
  // Not through a link, which would be none of ours.
  const flag = constants.O_RDONLY | constants.O_NOFOLLOW;
  const text = attempt(() => readFileSync(path, { encoding: "utf8", flag })) ?? "";
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat && { owner: ownerIn(text), stamp: `${stat.mtimeMs} ${text}` };
}

function ownerIn(text: string): Owner | undefined {
  const { token, pid, place, started } = attempt(() => JSON.parse(text) as Record<string, unknown> | null) ?? {};
  if (typeof token !== "string" || typeof place !== "string") return undefined;
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { token, pid, place, ...(typeof started === "string" ? { started } : {}) };
}

export const thisProcess = (): ProcessMark => ({
  pid: process.pid,
  place: currentPlace(),
  ...startOf(process.pid),
});

export const hasEnded = (mark: ProcessMark): boolean => fateOf(mark) === "ended";

function fateOf(owner: ProcessMark | undefined): "running" | "ended" | "unknown" {
  if (owner?.place !== currentPlace()) return "unknown";
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return "ended";
  }
  const { started } = startOf(owner.pid);
  if (started === undefined || owner.started === undefined) return "unknown";
  return started === owner.started ? "running" : "ended";
}

/** When a process was started, in the kernel's own count; nothing where the system does not tell (Linux alone does). */
function startOf(pid: number): { readonly started?: string } {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8")) ?? "";
  // Behind the program's name, which may hold anything: first the state, 19 fields later the start.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  const started = fields[19];
  if (started === undefined) return {};
  // A process that has ended stays listed until its parent has heard of it: in a container perhaps for ever.
  return { started: state === "Z" || state === "X" ? "ended" : started };
}

let place: string | undefined;
const currentPlace = (): string =>
  (place ??= [
    hostname(),
    attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    attempt(() => readlinkSync("/proc/self/ns/pid")),
  ].join(" "));

/** Locks of this process, by path. */
const held = new Map<string, string>();
let refreshing: NodeJS.Timeout | undefined;

function hold(path: string, token: string): () => void {
  if (held.size === 0) {
    refreshing = setInterval(refresh, REFRESH_MS).unref();
    process.on("exit", releaseAll);
  }
  held.set(path, token);
  return () => release(path, token);
}

function release(path: string, token: string): void {
  if (held.get(path) !== token) return;
  held.delete(path);
  if (held.size === 0) {
    clearInterval(refreshing);
    process.off("exit", releaseAll);
  }
  attempt(() => isStillOurs(path, token) && rmSync(path));
}

function releaseAll(): void {
  for (const [path, token] of held) release(path, token);
}

function refresh(): void {
  const now = new Date();
  for (const [path, token] of held) attempt(() => isStillOurs(path, token) && utimesSync(path, now, now));
}

const isStillOurs = (path: string, token: string): boolean => look(path)?.owner?.token === token;

const fileNameOf = (name: string): string => `${createHash("sha256").update(name).digest("hex").slice(0, 32)}.lock`;

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

/** For what need not succeed. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

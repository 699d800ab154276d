/**
 * Tries out in which order processes that want one lock can come to each call of the file system:
 *
 *   node lockSchedules.mts SEED ROUNDS
 *
 * Each process is a thread that stops before each of its calls until it is its turn; whose turn it is, and who is
 * killed there and then, is drawn from the seed. A killed process is followed by another one with a new number. Each
 * round begins with the lock of a process that is dead. Prints JSON: how much was tried, and the rounds in which two
 * processes had the lock at once, it never became free, or a process failed.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import type * as LockModule from "../../provider/ledger/lock.ts";
import { load } from "../../tools/chaos/loadTypeScript.mts";

const PROCESSES = 4;
/** Only after the last death can it be told whether the lock becomes free. */
const MOST_DEATHS = 8;
const MOST_STEPS = 20_000;

/** What a process is doing. */
const IDLE = 0;
const WAITING = 1;
const RUNNING = 2;

interface Shared {
  /** Which round is on. */
  readonly round: Int32Array;
  readonly doing: Int32Array;
  /** Number of each process; 0: it is to die. */
  readonly pids: Int32Array;
  /** How many have the lock; and the most that ever had it in this round. */
  readonly inside: Int32Array;
  /** In how many processes something went wrong in this round. */
  readonly failures: Int32Array;
}

const sharedArray = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));

/** A source of numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function direct(seed: number, rounds: number, folder: string): Promise<void> {
  const shared: Shared = {
    round: sharedArray(1),
    doing: sharedArray(PROCESSES),
    pids: sharedArray(PROCESSES),
    inside: sharedArray(2),
    failures: sharedArray(1),
  };
  const { round, doing, pids, inside, failures } = shared;
  for (let index = 0; index < PROCESSES; index++)
    new Worker(new URL(import.meta.url), { workerData: { index, shared, folder } });
  const settled = (index: number): number => {
    while (Atomics.load(doing, index) === RUNNING)
      if (Atomics.wait(doing, index, RUNNING, 20_000) === "timed-out")
        throw new Error(`process ${index} does not answer`);
    return Atomics.load(doing, index);
  };
  const summary = { rounds, steps: 0, deaths: 0, two: [] as number[], stuck: [] as number[], failed: [] as number[] };
  for (let number = 1; number <= rounds; number++) {
    const next = numbersFrom(seed + number);
    const death = next() < 0.7 ? next() * 0.1 : 0;
    const persistence = next() * 0.98;
    let deaths = 0;
    // This process is unknown to the others: its lock is one of a process that is dead.
    await makeLock(join(folder, String(number)), () => Promise.resolve())("name", () => undefined);
    inside.fill(0);
    for (let index = 0; index < PROCESSES; index++) {
      pids[index] = number * 1_000 + index;
      Atomics.store(doing, index, RUNNING);
    }
    Atomics.store(round, 0, number);
    Atomics.notify(round, 0);
    let turn = 0;
    let steps = 0;
    for (; steps < MOST_STEPS; steps++) {
      const waiting = Array.from({ length: PROCESSES }, (_, index) => index).filter(
        (index) => settled(index) === WAITING,
      );
      if (waiting.length === 0) break;
      if (!waiting.includes(turn) || next() > persistence) turn = waiting[Math.floor(next() * waiting.length)] ?? 0;
      if (deaths < MOST_DEATHS && next() < death) {
        deaths++;
        pids[turn] = 0;
      }
      Atomics.store(doing, turn, RUNNING);
      Atomics.notify(doing, turn);
    }
    summary.steps += steps;
    summary.deaths += deaths;
    if ((inside[1] ?? 0) > 1) summary.two.push(number);
    if (Atomics.exchange(failures, 0, 0) > 0) summary.failed.push(number);
    if (steps === MOST_STEPS) {
      summary.stuck.push(number);
      break;
    }
  }
  fs.rmSync(folder, { recursive: true });
  fs.writeSync(1, `${JSON.stringify(summary)}\n`);
  process.exit();
}

type Lock = ReturnType<typeof LockModule.machineLock>;

/** Loads the lock when it is first needed: what it imports is replaced before. */
function makeLock(folder: string, sleep: () => Promise<void>): Lock {
  const { machineLock } = load("../../provider/ledger/lock.ts") as typeof LockModule;
  const onTrouble = (error: unknown): never => {
    throw error;
  };
  return machineLock({ folder, sleep, onTrouble });
}

class Killed extends Error {}

async function work(index: number, { round, doing, pids, inside, failures }: Shared, folder: string): Promise<void> {
  const here = (): number => pids[index] ?? 0;
  const step = (): void => {
    if (here() === 0) throw new Killed();
    Atomics.store(doing, index, WAITING);
    Atomics.notify(doing, index);
    while (Atomics.load(doing, index) === WAITING) Atomics.wait(doing, index, WAITING);
    if (here() === 0) throw new Killed();
  };
  const noSuch = (code: string): Error => Object.assign(new Error(code), { code });
  for (const name of ["linkSync", "lstatSync", "readFileSync", "rmSync", "writeFileSync"] as const) {
    const real = fs[name] as (...values: readonly unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...values: readonly unknown[]) => {
        const [, pid] = /^\/proc\/(\d+)\/stat$/.exec(String(values[0])) ?? [];
        if (pid !== undefined) {
          if (!pids.includes(Number(pid))) throw noSuch("ENOENT");
          return `${pid} (node) S ${"0 ".repeat(18)}${pid} 0`;
        }
        if (String(values[0]).startsWith(folder)) step();
        return real(...values);
      },
    });
  }
  Object.defineProperty(process, "pid", { get: here });
  process.kill = (pid) => {
    if (!pids.includes(pid)) throw noSuch("ESRCH");
    return true;
  };
  for (let number = 1; ; number++) {
    while (Atomics.load(round, 0) < number) Atomics.wait(round, 0, number - 1);
    // eslint-disable-next-line @typescript-eslint/require-await
    const lock = makeLock(join(folder, String(number)), async () => step());
    for (let lives = 1, isServed = false; !isServed;) {
      let isInside = false;
      try {
        const unlock = await lock("name", () => undefined);
        isInside = true;
        const before = Atomics.add(inside, 0, 1);
        if (before > 0) Atomics.store(inside, 1, before + 1);
        step();
        Atomics.sub(inside, 0, 1);
        isInside = false;
        isServed = true;
        unlock();
      } catch (error) {
        if (isInside) Atomics.sub(inside, 0, 1);
        if (here() !== 0) {
          fs.writeSync(2, `${String(error)}\n`);
          Atomics.add(failures, 0, 1);
          break;
        }
        pids[index] = number * 1_000 + 10 * lives++ + index;
      }
    }
    Atomics.store(doing, index, IDLE);
    Atomics.notify(doing, index);
  }
}

if (isMainThread) {
  const [seed, rounds] = process.argv.slice(2).map(Number);
  await direct(seed ?? 1, rounds ?? 100, fs.mkdtempSync(join(tmpdir(), "callab-lock-schedules-")));
} else {
  const { index, shared, folder } = workerData as { index: number; shared: Shared; folder: string };
  await work(index, shared, folder);
}

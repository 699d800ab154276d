/** Many processes of a machine at once, with the lock and the notes they share. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileStore } from "../../../provider/ledger/fileStore";
import { machineLock } from "../../../provider/ledger/lock";
import { startLedgerProcesses, type LedgerProcess } from "../../support/ledgerProcesses";
import { repository } from "../../support/repository";

let folder: string;
let locks: string;
let notes: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callab-processes-"));
  locks = join(folder, "locks");
  notes = join(folder, "notes");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const sleep = (ms: number): Promise<void> => pause(ms);

const fail = (trouble: unknown): never => {
  throw trouble instanceof Error ? trouble : new Error(String(trouble));
};

/** Leaves a lock behind as a process that was killed would have. */
async function leaveLockOfTheDead(name: string): Promise<void> {
  const unlock = await machineLock({ folder: locks, sleep, onTrouble: fail })(name, () => undefined);
  const file = join(locks, readdirSync(locks)[0] ?? "");
  const owner = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
  unlock();
  writeFileSync(file, JSON.stringify({ ...owner, pid: spawnSync(process.execPath, ["--version"]).pid }));
}

/** Checks that nobody entered before the one before had left, or was killed, and gives how often each entered. */
function turnsIn(log: string, killed: readonly number[] = []): ReadonlyMap<number, number> {
  const turns = new Map<number, number>();
  let inside: number | undefined;
  for (const line of readFileSync(log, "utf8").trim().split("\n")) {
    const [what, number] = line.split(" ");
    const pid = Number(number);
    if (what === "enter") {
      if (inside !== undefined) expect(killed).toContain(inside);
      inside = pid;
      turns.set(pid, (turns.get(pid) ?? 0) + 1);
    } else {
      expect(pid).toBe(inside);
      inside = undefined;
    }
  }
  return turns;
}

const turnsTask = (count: number): readonly string[] => ["turns", locks, "spring", String(count), join(folder, "log")];

const allEnd = (processes: readonly LedgerProcess[]): Promise<readonly (number | string)[]> =>
  Promise.all(processes.map(({ ended }) => ended));

describe("processes at once", () => {
  it("have the lock one after the other", async () => {
    const processes = await startLedgerProcesses(Array(4).fill(turnsTask(100)));
    expect(await allEnd(processes)).toEqual([0, 0, 0, 0]);
    const turns = turnsIn(join(folder, "log"));
    expect([...turns.values()]).toEqual([100, 100, 100, 100]);
    expect(readdirSync(locks)).toEqual([]);
  }, 30_000);

  it("go on when some of them are killed at any moment", async () => {
    const processes = await startLedgerProcesses(Array(6).fill(turnsTask(60)));
    const [one, other, ...rest] = processes;
    if (one === undefined || other === undefined) throw new Error("no processes");
    await sleep(100);
    one.kill("SIGKILL");
    await sleep(100);
    other.kill("SIGKILL");
    expect(await allEnd(rest)).toEqual([0, 0, 0, 0]);
    const turns = turnsIn(join(folder, "log"), [one.pid, other.pid]);
    expect(rest.map(({ pid }) => turns.get(pid))).toEqual([60, 60, 60, 60]);
  }, 30_000);

  it("have a lock that was left behind one after the other, though all judge it stale at once", async () => {
    await leaveLockOfTheDead("spring");
    const processes = await startLedgerProcesses(Array(8).fill(turnsTask(3)));
    expect(await allEnd(processes)).toEqual(Array(8).fill(0));
    expect([...turnsIn(join(folder, "log")).values()]).toEqual(Array(8).fill(3));
    expect(readdirSync(locks)).toEqual([]);
  }, 30_000);

  it("never have it at once, in whatever order they come to their calls and whoever is killed between which", () => {
    const script = join(repository, "test", "support", "lockSchedules.mts");
    const { stdout } = spawnSync(process.execPath, [script, "1001", "500"], { encoding: "utf8", timeout: 60_000 });
    const summary = JSON.parse(stdout) as { readonly deaths: number };
    expect(summary).toMatchObject({ rounds: 500, two: [], stuck: [], failed: [] });
    expect(summary.deaths).toBeGreaterThan(500);
  }, 70_000);

  it("all read the notes of all, each once", async () => {
    const processes = await startLedgerProcesses(Array(4).fill(["notes", notes, "500", "2000"]));
    const read = await Promise.all(processes.map(async (one) => JSON.parse(await one.said()) as readonly string[]));
    const expected = processes
      .flatMap(({ pid }) => Array.from({ length: 500 }, (_, number) => `${pid}/${number}`))
      .sort();
    for (const one of read) expect([...one].sort()).toEqual(expected);
    const store = fileStore({ folder: notes, now: Date.now, sleep, warn: fail });
    expect(
      store
        .news()
        .flatMap((note) => (note.step === "ended" ? [note.key] : []))
        .sort(),
    ).toEqual(expected);
  }, 30_000);
});

/** One process of a machine at a time, whatever becomes of the others. */
import { spawn, spawnSync } from "node:child_process";
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { machineLock } from "../../../provider/ledger/lock";
import { startLedgerProcesses } from "../../support/ledgerProcesses";

const onLinux = process.platform === "linux" ? it : it.skip;

let folder: string;
let locks: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callab-lock-"));
  locks = join(folder, "locks");
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const longAgo = new Date(0);

const nobodyWaits = (): void => undefined;

const sleep = (ms: number): Promise<void> => pause(ms);

const onTrouble = (error: unknown): never => {
  throw error;
};

/** A lock of the time's length, and quick enough for a test. */
const lockOf = (staleMs?: number): ReturnType<typeof machineLock> =>
  machineLock({ folder: locks, sleep, onTrouble, ...(staleMs === undefined ? {} : { staleMs }) });

/** Whether the lock is got within so many pauses of those who wait. */
async function isGot(name: string, staleMs: number, pauses: number): Promise<boolean> {
  class GaveUp extends Error {}
  let left = pauses;
  const waitOn = async (): Promise<void> => {
    if (left-- === 0) throw new GaveUp();
    await sleep(1);
  };
  try {
    (await machineLock({ folder: locks, sleep: waitOn, onTrouble, staleMs })(name, nobodyWaits))();
    return true;
  } catch (error) {
    if (error instanceof GaveUp) return false;
    throw error;
  }
}

/** The one lock file; to be called while a lock is held. */
function lockFile(): string {
  const [file = "", ...others] = readdirSync(locks);
  expect(others).toEqual([]);
  return join(locks, file);
}

/** Leaves a lock behind as another process would have. */
async function leaveLock(name: string, change: Readonly<Record<string, unknown>>): Promise<string> {
  const unlock = await lockOf()(name, nobodyWaits);
  const file = lockFile();
  const owner = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
  unlock();
  writeFileSync(file, JSON.stringify({ ...owner, ...change }));
  return file;
}

/** The same where there is another one. */
async function leaveLockBeside(name: string): Promise<void> {
  const others = new Set(readdirSync(locks));
  const unlock = await lockOf()(name, nobodyWaits);
  const [file = ""] = readdirSync(locks).filter((one) => !others.has(one));
  const owner = JSON.parse(readFileSync(join(locks, file), "utf8")) as object;
  unlock();
  writeFileSync(join(locks, file), JSON.stringify({ ...owner, pid: endedPid() }));
}

const fail = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

const endedPid = (): number => spawnSync(process.execPath, ["--version"]).pid;

describe("a lock whose process", () => {
  it("was killed is free at once", async () => {
    const [holder] = await startLedgerProcesses([["hold", locks, "spring"]]);
    expect(await holder?.said()).toBe("held");
    expect(await isGot("spring", 30_000, 5)).toBe(false);
    holder?.kill("SIGKILL");
    await holder?.ended;
    expect(await isGot("spring", 30_000, 0)).toBe(true);
  });

  it("ended as it should is gone", async () => {
    const [holder] = await startLedgerProcesses([["hold", locks, "spring"]]);
    await holder?.said();
    expect(readdirSync(locks)).toHaveLength(1);
    holder?.end();
    expect(await holder?.ended).toBe(0);
    expect(readdirSync(locks)).toEqual([]);
  });

  onLinux("is stopped stays held: when it goes on it would do what it was about to", async () => {
    const [holder] = await startLedgerProcesses([["hold", locks, "spring"]]);
    await holder?.said();
    holder?.kill("SIGSTOP");
    expect(await isGot("spring", 200, 100)).toBe(false);
    holder?.kill("SIGKILL");
    await holder?.ended;
  });

  onLinux("has ended, and whose number another process has now, is free at once", async () => {
    await leaveLock("spring", { started: "1" });
    expect(await isGot("spring", 30_000, 0)).toBe(true);
  });

  onLinux("has ended, and whose parent does not care, is free at once", async () => {
    const parent = spawn("sh", ["-c", "sleep 0.1 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const pid = await new Promise<number>((resolve) =>
        createInterface({ input: parent.stdout }).once("line", (line) => resolve(Number(line))),
      );
      const fields = (): readonly string[] =>
        readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      while (fields()[0] !== "Z") await sleep(5);
      await leaveLock("spring", { pid, started: fields()[19] });
      expect(await isGot("spring", 30_000, 0)).toBe(true);
    } finally {
      parent.kill();
    }
  });

  it("is elsewhere, in a container or on another host, is held as long as it is refreshed", async () => {
    const file = await leaveLock("spring", { place: "elsewhere", pid: endedPid() });
    const refreshing = setInterval(() => utimesSync(file, new Date(), new Date()), 2);
    expect(await isGot("spring", 600, 100)).toBe(false);
    clearInterval(refreshing);
    expect(await isGot("spring", 600, 3)).toBe(false);
    expect(await isGot("spring", 600, 100)).toBe(true);
    expect(readdirSync(locks)).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["half a line", '{"token":"a","pi'],
    ["no process", '{"token":"a","pid":-1,"place":"b"}'],
    ["no object", "null"],
  ])("is not known, since the file holds %s, is held until it was seen for long enough", async (_, content) => {
    const file = await leaveLock("spring", {});
    writeFileSync(file, content);
    expect(await isGot("spring", 600, 3)).toBe(false);
    expect(await isGot("spring", 600, 100)).toBe(true);
    expect(readdirSync(locks)).toEqual([]);
  });
});

describe("a lock that is found", () => {
  /** Not free at once, but once it was seen unchanged for long enough. */
  const isUnsure = async (): Promise<boolean> =>
    !(await isGot("spring", 600, 3)) && (await isGot("spring", 600, 100)) && readdirSync(locks).length === 0;

  onLinux("says of which host, boot and process namespace its process is, to nobody but its user", async () => {
    const unlock = await lockOf()("spring", nobodyWaits);
    const { pid, place } = JSON.parse(readFileSync(lockFile(), "utf8")) as Readonly<Record<string, unknown>>;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    expect({ pid, place }).toEqual({
      pid: process.pid,
      place: `${hostname()} ${boot} ${readlinkSync("/proc/self/ns/pid")}`,
    });
    expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
    unlock();
  });

  onLinux.each<[string, () => Readonly<Record<string, unknown>>]>([
    ["a number that no process has", () => ({ pid: -2_000_000 })],
    ["a text for a process", () => ({ pid: String(endedPid()) })],
    ["no token", () => ({ pid: endedPid(), token: 7 })],
    ["a start that is no text", () => ({ started: 7 })],
    ["no start", () => ({ started: undefined })],
  ])("with %s is held until it was seen for long enough", async (_, change) => {
    await leaveLock("spring", change());
    expect(await isUnsure()).toBe(true);
  });

  onLinux("through a link is none: what the link leads to is not believed, and stays", async () => {
    const file = await leaveLock("spring", { pid: endedPid() });
    const elsewhere = join(folder, "elsewhere");
    writeFileSync(elsewhere, readFileSync(file));
    rmSync(file);
    symlinkSync(elsewhere, file);
    expect(await isUnsure()).toBe(true);
    expect(existsSync(elsewhere)).toBe(true);
  });

  /** What the system tells of this process, by a text or a failure. */
  const systemTells = (stat: () => string): void => {
    const { readFileSync: read } = fs;
    jest
      .spyOn(fs, "readFileSync")
      .mockImplementation((...values: Parameters<typeof read>) =>
        values[0] === `/proc/${process.pid}/stat` ? stat() : read(...values),
      );
  };
  const stat = (name: string, state: string, started: string): string =>
    `${process.pid} (${name}) ${state} ${Array.from({ length: 18 }, (_, index) => index).join(" ")} ${started} 77 78`;

  it.each([
    ["node", "S", "500", false],
    ["a) Z (b", "R", "500", false],
    ["node", "S", "501", true],
    ["a) S (b", "Z", "500", true],
    ["node", "X", "500", true],
  ] as const)(
    "of a process that is called %s, is %s and was started at %s is free: %s",
    async (name, state, at, free) => {
      await leaveLock("spring", { started: "500" });
      systemTells(() => stat(name, state, at));
      expect(await isGot("spring", 200, 100)).toBe(free);
      expect(await isGot("spring", 200, 0)).toBe(free);
    },
  );

  it.each<[string, () => string]>([
    ["does not tell", () => fail("ENOENT")],
    ["tells too little", () => stat("node", "S", "500").slice(0, 40)],
  ])("where the system %s when its process was started is held until it was seen for long enough", async (_, tells) => {
    await leaveLock("spring", { started: "500" });
    systemTells(tells);
    expect(await isUnsure()).toBe(true);
  });

  onLinux("of another user's process is held", async () => {
    await leaveLock("spring", {});
    jest.spyOn(process, "kill").mockImplementation(() => fail("EPERM"));
    expect(await isGot("spring", 200, 100)).toBe(false);
  });
});

describe("a stale lock that several come to at once", () => {
  /** What of the others happens in the middle of a call: all up to the first pause. */
  const others = (name = "spring") => {
    const got: (() => void)[] = [];
    void lockOf()(name, nobodyWaits).then((unlock) => got.push(unlock));
    return got;
  };

  it("is taken away by one of them, while others stand back", async () => {
    const file = await leaveLock("spring", { pid: endedPid() });
    await leaveLockBeside("autumn");
    const { rmSync: remove } = fs;
    let second: (() => void)[] = [];
    let another: (() => void)[] = [];
    jest.spyOn(fs, "rmSync").mockImplementation((path, options) => {
      if (path === file && second.length === 0 && another.length === 0) {
        jest.restoreAllMocks();
        second = others();
        another = others("autumn");
      }
      remove(path, options);
    });
    const unlock = await lockOf()("spring", nobodyWaits);
    expect([second.length, another.length]).toEqual([0, 1]);
    expect(existsSync(file)).toBe(true);
    unlock();
    another[0]?.();
    while (second.length === 0) await sleep(5);
    second[0]?.();
    expect(readdirSync(locks)).toEqual([]);
  });

  it("is no longer taken away by who comes to it when another has a new one there", async () => {
    const file = await leaveLock("spring", { pid: endedPid() });
    let second: (() => void)[] = [];
    const { writeFileSync: write } = fs;
    jest.spyOn(fs, "writeFileSync").mockImplementationOnce((...values) => {
      second = others();
      write(...values);
    });
    expect(await isGot("spring", 30_000, 3)).toBe(false);
    expect(second).toHaveLength(1);
    expect(existsSync(file)).toBe(true);
    second[0]?.();
    expect(await isGot("spring", 30_000, 0)).toBe(true);
  });

  it("is free where another one has had it and given it back meanwhile", async () => {
    const file = await leaveLock("spring", { pid: endedPid() });
    const { writeFileSync: write, rmSync: remove } = fs;
    jest.spyOn(fs, "writeFileSync").mockImplementationOnce((...values) => {
      remove(file);
      write(...values);
    });
    expect(await isGot("spring", 30_000, 0)).toBe(true);
    await leaveLock("spring", { pid: endedPid() });
    jest.spyOn(fs, "rmSync").mockImplementationOnce((path, options) => {
      remove(path);
      remove(path, options);
    });
    expect(await isGot("spring", 30_000, 0)).toBe(true);
  });
});

describe("a held lock", () => {
  it("is held within one process too, and only under its name", async () => {
    const unlock = await lockOf()("spring", nobodyWaits);
    expect(await isGot("spring", 30_000, 3)).toBe(false);
    for (const name of ["Spring", "spring ", "", "../spring", "é".repeat(1_000), "a/b\0c"])
      expect(await isGot(name, 30_000, 0)).toBe(true);
    unlock();
    expect(await isGot("spring", 30_000, 0)).toBe(true);
  });

  it("can be given back twice, and gives back only what is still ours", async () => {
    jest.useFakeTimers();
    const unlock = await lockOf()("spring", nobodyWaits);
    unlock();
    const unlockLater = await lockOf()("spring", nobodyWaits);
    const file = lockFile();
    utimesSync(file, longAgo, longAgo);
    unlock();
    jest.advanceTimersByTime(6_000);
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
    writeFileSync(file, JSON.stringify({ token: "another", pid: process.pid, place: "elsewhere" }));
    unlockLater();
    expect(existsSync(file)).toBe(true);
  });

  it("is refreshed every few seconds, as long as it is ours", async () => {
    jest.useFakeTimers();
    const unlock = await lockOf()("spring", nobodyWaits);
    const file = lockFile();
    utimesSync(file, longAgo, longAgo);
    jest.advanceTimersByTime(6_000);
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
    writeFileSync(file, JSON.stringify({ token: "another", pid: process.pid, place: "elsewhere" }));
    utimesSync(file, longAgo, longAgo);
    jest.advanceTimersByTime(6_000);
    expect(statSync(file).mtimeMs).toBe(0);
    unlock();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("beside others is refreshed as long as it is held, and one timer does for all", async () => {
    jest.useFakeTimers();
    const spring = await lockOf()("spring", nobodyWaits);
    const file = lockFile();
    const autumn = await lockOf()("autumn", nobodyWaits);
    expect(jest.getTimerCount()).toBe(1);
    autumn();
    utimesSync(file, longAgo, longAgo);
    jest.advanceTimersByTime(6_000);
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
    spring();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("is given back when its process ends", async () => {
    const before = process.listeners("exit");
    const unlocks = [await lockOf()("spring", nobodyWaits), await lockOf()("autumn", nobodyWaits)];
    const listeners = process.listeners("exit").filter((listener) => !before.includes(listener));
    expect(listeners).toHaveLength(1);
    expect(readdirSync(locks)).toHaveLength(2);
    listeners[0]?.(0);
    expect(readdirSync(locks)).toEqual([]);
    for (const unlock of unlocks) unlock();
    expect(process.listeners("exit")).toEqual(before);
  });

  it("is told of once to who waits for long", async () => {
    const unlock = await lockOf()("spring", nobodyWaits);
    let slept = 0;
    const told: number[] = [];
    const waiting = machineLock({
      folder: locks,
      sleep: async (ms) => {
        slept += ms;
        if (slept > 20_000) unlock();
        await Promise.resolve();
      },
      onTrouble,
    })("spring", () => told.push(slept));
    (await waiting)();
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThanOrEqual(5_000);
    expect(told[0]).toBeLessThan(5_200);
  });

  it("leaves a wait that is broken off", async () => {
    const unlock = await lockOf()("spring", nobodyWaits);
    const stopped = machineLock({ folder: locks, sleep: () => Promise.reject(new Error("stopped")), onTrouble });
    await expect(stopped("spring", nobodyWaits)).rejects.toThrow("stopped");
    unlock();
  });
});

describe("where files are not as usual", () => {
  it("works on a file system without hard links", async () => {
    jest.spyOn(fs, "linkSync").mockImplementation(() => {
      throw Object.assign(new Error("EPERM: operation not permitted, link"), { code: "EPERM" });
    });
    const unlock = await lockOf()("spring", nobodyWaits);
    expect(await isGot("spring", 30_000, 3)).toBe(false);
    unlock();
    await leaveLock("spring", { pid: endedPid() });
    expect(await isGot("spring", 30_000, 0)).toBe(true);
    expect(readdirSync(locks)).toEqual([]);
  });

  it("gives a lock to one of two without hard links too, and who does not get it waits for as long as it takes", async () => {
    const turns = 7;
    let turn = 0;
    let file = "";
    jest.spyOn(fs, "linkSync").mockImplementation((_, path) => {
      file = String(path);
      // Another one is a moment earlier, but for the last time.
      if (++turn < turns) writeFileSync(file, '{"token":"another","pid":1,"place":"elsewhere"}');
      return fail("EPERM");
    });
    const lock = machineLock({
      folder: locks,
      sleep: () => {
        expect(readFileSync(file, "utf8")).toContain("another");
        rmSync(file);
        return Promise.resolve();
      },
      onTrouble,
    });
    (await lock("spring", nobodyWaits))();
    expect(turn).toBe(turns);
  });

  it("goes on without a lock where nothing may be written, and says why", async () => {
    jest.spyOn(fs, "writeFileSync").mockImplementation(() => fail("EACCES"));
    const troubles: unknown[] = [];
    const sleepNot = (): Promise<void> => Promise.resolve();
    const lock = machineLock({ folder: locks, sleep: sleepNot, onTrouble: (error) => troubles.push(error) });
    (await lock("spring", nobodyWaits))();
    expect(troubles).toEqual([expect.objectContaining({ code: "EACCES" })]);
  });

  it("gets over a call that fails for a moment, also after a lock that was got", async () => {
    const lock = lockOf();
    (await lock("spring", nobodyWaits))();
    jest.spyOn(fs, "mkdirSync").mockImplementationOnce(() => fail("EBUSY"));
    const unlock = await lock("spring", nobodyWaits);
    expect(readdirSync(locks)).toHaveLength(1);
    unlock();
  });

  it("has the lock though the file system says that it has not", async () => {
    const { linkSync } = fs;
    jest.spyOn(fs, "linkSync").mockImplementation((from, to) => {
      linkSync(from, to);
      throw Object.assign(new Error("EEXIST: file already exists, link"), { code: "EEXIST" });
    });
    expect(await isGot("spring", 30_000, 0)).toBe(true);
  });

  it("gets over a call that fails for a moment", async () => {
    jest.spyOn(fs, "linkSync").mockImplementationOnce(() => {
      throw Object.assign(new Error("EBUSY"), { code: "EBUSY" });
    });
    const { writeFileSync: write } = fs;
    let calls = 0;
    jest.spyOn(fs, "writeFileSync").mockImplementation((...values) => {
      if (++calls === 2) throw Object.assign(new Error("EBUSY"), { code: "EBUSY" });
      write(...values);
    });
    expect(await isGot("spring", 30_000, 0)).toBe(false);
    expect(await isGot("spring", 30_000, 0)).toBe(true);
    expect(readdirSync(locks)).toEqual([]);
  });

  it("goes on without a lock where none can be made, and says why", async () => {
    writeFileSync(locks, "not a folder");
    const troubles: unknown[] = [];
    let pauses = 0;
    const countPauses = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    const lock = machineLock({ folder: locks, sleep: countPauses, onTrouble: (error) => troubles.push(error) });
    (await lock("spring", nobodyWaits))();
    expect(String(troubles[0])).toContain("EEXIST");
    expect(pauses).toBe(4);
    (await lock("summer", nobodyWaits))();
    expect(pauses).toBe(4);
    rmSync(locks);
    mkdirSync(locks);
    const unlock = await lock("autumn", nobodyWaits);
    expect(readdirSync(locks)).toHaveLength(1);
    unlock();
  });
});

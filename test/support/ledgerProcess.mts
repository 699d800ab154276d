/**
 * A process that works with the ledger's files as a provider does, for tests with several at once. Says "ready", begins
 * with the first line of its input, and ends with its input.
 *
 *   node ledgerProcess.mts turns FOLDER NAME COUNT LOG
 *       takes the lock COUNT times and writes to LOG when it has it and when not any more
 *   node ledgerProcess.mts hold FOLDER NAME
 *       takes the lock, says "held", and keeps it
 *   node ledgerProcess.mts notes FOLDER COUNT TOTAL
 *       adds COUNT notes, reads until it has TOTAL, and prints their keys as JSON
 */
import { appendFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type * as FileStoreModule from "../../provider/ledger/fileStore.ts";
import type * as LockModule from "../../provider/ledger/lock.ts";
import { load } from "../../tools/chaos/loadTypeScript.mts";

const { fileStore } = load("../../provider/ledger/fileStore.ts") as typeof FileStoreModule;
const { machineLock } = load("../../provider/ledger/lock.ts") as typeof LockModule;

const [task = "", folder = "", ...rest] = process.argv.slice(2);

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const sleep = (ms: number): Promise<void> => pause(ms);

const fail = (trouble: unknown): never => {
  throw trouble instanceof Error ? trouble : new Error(String(trouble));
};

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  async turns() {
    const [name = "", count = "", log = ""] = rest;
    const lock = machineLock({ folder, sleep, onTrouble: fail });
    for (let turn = 0; turn < Number(count); turn++) {
      const unlock = await lock(name, () => undefined);
      appendFileSync(log, `enter ${process.pid}\n`);
      await sleep(Math.random() < 0.5 ? 0 : 1);
      appendFileSync(log, `leave ${process.pid}\n`);
      unlock();
    }
  },
  async hold() {
    await machineLock({ folder, sleep, onTrouble: fail })(rest[0] ?? "", () => undefined);
    say("held");
  },
  async notes() {
    const [count = 0, total = 0] = rest.map(Number);
    const store = fileStore({ folder, now: Date.now, sleep, warn: fail });
    const keys: string[] = [];
    const read = (): void => {
      for (const note of store.news()) if (note.step === "ended") keys.push(note.key);
    };
    for (let number = 0; number < count; number++) {
      store.add({ step: "ended", key: `${process.pid}/${number}`, account: "å".repeat(number), at: Date.now() });
      if (number % 7 === 0) read();
      if (number % 50 === 0) await sleep(1);
    }
    for (let tries = 0; keys.length < total && tries < 1_000; tries++) {
      await sleep(10);
      read();
    }
    read();
    say(JSON.stringify(keys));
  },
};

say("ready");
process.stdin.once("data", () => {
  void tasks[task]?.().then(() => {
    if (task !== "hold") process.stdin.destroy();
  });
});
process.stdin.on("end", () => process.exit());

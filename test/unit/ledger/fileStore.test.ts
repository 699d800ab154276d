/** Notes that outlive a process: every one is read once by everybody, and nothing that is in the way stops a run. */
import fs, {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileStore } from "../../../provider/ledger/fileStore";
import type { Note } from "../../../provider/ledger/notes";
import type { Store } from "../../../provider/ledger/store";

const HEADER = '{"callab":"ledger","version":1}';
const DAY = 86_400_000;
const today = Date.parse("2026-11-25T10:00:00Z");

let home: string;
let folder: string;
let told: string[];
let clock: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "callab-store-"));
  folder = join(home, "callab", "ledger");
  told = [];
  clock = today;
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

/** A store as each process makes one; its clock is the test's unless it has its own. */
const store = (now = (): number => clock): Store =>
  fileStore({ folder, now, sleep: (ms) => pause(ms), warn: (text) => told.push(text) });

const note = (key: string): Note => ({ step: "ended", key, account: "a", owner: "o", at: 1 });

const keys = (notes: readonly Note[]): readonly string[] =>
  notes.map((one) => (one.step === "list" ? one.list : one.key));

const dayFile = (day = "2026-11-25"): string => join(folder, `notes-${day}.jsonl`);

/** A file as a store has left it. */
function leaveFile(day: string, content = `${HEADER}\n${JSON.stringify(note(day))}\n`): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(dayFile(day), content);
  return dayFile(day);
}

const unusable = (reason: string): string =>
  `The folder of callab's notes, ${folder}, cannot be used (${reason}). ${MEANING}`;

const damaged = (file: string): string =>
  `${file} is damaged or none of callab's files, and what is no note in it is left out. What it said of other runs ` +
  "and of a killed run is then not remembered. Move it away while nothing runs, and this is not said again.";

const MEANING =
  "Without it, two runs at the same time are not kept apart, and a killed run is not remembered on this machine.";

describe("notes", () => {
  const all: readonly Note[] = [
    { step: "list", list: "l", census: "abcdefgh|", at: 1 },
    { step: "begun", key: "k", account: "a", owner: "o", at: 1, list: "l", done: true },
    { step: "begun", key: "k", account: "a", at: 1 },
    { step: "ended", key: "k", account: "a", at: 1.5 },
    { step: "made", key: "k", account: "a", owner: "Zoë's stäck", at: 2, id: "1", run: "r" },
    { step: "held", key: "k", account: "a", at: 3, id: "1", run: "r", asked: false, mark: "" },
    { step: "gone", key: "k", account: "a", at: 4, id: "1" },
  ];

  it("of each kind come back as they were, in their order, once for each store, own ones too", () => {
    const writer = store();
    const other = store();
    expect(other.news()).toEqual([]);
    for (const one of all) writer.add(one);
    for (const reader of [writer, other, store()]) {
      expect(reader.news()).toEqual(all);
      expect(reader.news()).toEqual([]);
    }
    other.add(note("late"));
    expect(keys(writer.news())).toEqual(["late"]);
    expect(told).toEqual([]);
  });

  it("are readable by nobody else", () => {
    store().add(note("one"));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(dayFile()).mode & 0o777).toBe(0o600);
  });

  it("leave no trace where there are none", () => {
    expect(store().news()).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
    expect(told).toEqual([]);
  });

  it("of processes that begin a file at once are all read", () => {
    leaveFile("2026-11-25", `${HEADER}\n${JSON.stringify(note("one"))}\n${HEADER}\n${JSON.stringify(note("two"))}\n`);
    expect(keys(store().news())).toEqual(["one", "two"]);
    expect(told).toEqual([]);
  });

  it("are read in parts of any size", () => {
    const reader = store();
    const census = "é".repeat(1_500_000);
    store().add({ step: "list", list: "long", census, at: 1 });
    store().add(note("next"));
    expect(reader.news()).toEqual([{ step: "list", list: "long", census, at: 1 }, note("next")]);
  });

  it("a thousand of them are no work", () => {
    const one = store();
    const began = performance.now();
    let read = 0;
    for (let number = 0; number < 1_000; number++) {
      one.add(note(String(number)));
      read += one.news().length;
    }
    expect(read).toBe(1_000);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it("are not read twice: a look without news opens no file", () => {
    const one = store();
    one.add(note("one"));
    one.news();
    const open = jest.spyOn(fs, "openSync");
    const read = jest.spyOn(fs, "readSync");
    const list = jest.spyOn(fs, "readdirSync");
    expect(one.news()).toEqual([]);
    for (const call of [open, read, list]) expect(call).not.toHaveBeenCalled();
    one.add(note("two"));
    expect(open).not.toHaveBeenCalled();
    expect(keys(one.news())).toEqual(["two"]);
    expect(list).not.toHaveBeenCalled();
  });

  it("are read oldest first, in whatever order the folder lists its files", () => {
    for (const day of ["2026-11-23", "2026-11-24", "2026-11-25"]) leaveFile(day);
    const { readdirSync: list } = fs as unknown as { readdirSync: (path: string) => string[] };
    jest.spyOn(fs, "readdirSync").mockImplementation(((path: string) => list(path).reverse()) as never);
    expect(keys(store().news())).toEqual(["2026-11-23", "2026-11-24", "2026-11-25"]);
  });

  it("leave no file open but the one that is written to", () => {
    const open = new Set<number>();
    const { openSync, closeSync } = fs;
    jest.spyOn(fs, "openSync").mockImplementation((...values) => {
      const fd = openSync(...values);
      open.add(fd);
      return fd;
    });
    jest.spyOn(fs, "closeSync").mockImplementation((fd) => {
      closeSync(fd);
      open.delete(fd);
    });
    leaveFile("2025-01-01");
    leaveFile("2025-01-02", "my diary\n");
    leaveFile("2026-11-24", "my diary\n");
    leaveFile("2026-11-25");
    leaveFile("2026-11-27", "my diary\n");
    const one = store();
    one.news();
    expect(open.size).toBe(0);
    for (const days of [0, 1, 2]) {
      clock = today + days * DAY;
      one.add(note("one"));
      one.news();
      expect(open.size).toBe(1);
    }
  });

  it("of a file that takes the place of another, or is begun again, are read from its start", () => {
    const one = store();
    const lines = (...names: string[]): string =>
      `${HEADER}\n${names.map((name) => `${JSON.stringify(note(name))}\n`).join("")}`;
    leaveFile("2026-11-25", lines("one"));
    expect(keys(one.news())).toEqual(["one"]);
    const other = join(home, "other");
    writeFileSync(other, lines("two", "three"));
    renameSync(other, dayFile());
    expect(keys(one.news())).toEqual(["two", "three"]);
    writeFileSync(dayFile(), lines("four"));
    expect(keys(one.news())).toEqual(["four"]);
  });
});

describe("a new day", () => {
  it("begins a new file, and nothing of the old one is lost", () => {
    const early = store(() => today);
    const late = store(() => today + DAY);
    const reader = store();
    early.add(note("one"));
    expect(keys(reader.news())).toEqual(["one"]);
    late.add(note("three"));
    early.add(note("two"));
    clock += DAY;
    expect(keys(reader.news())).toEqual(["two", "three"]);
    expect(readdirSync(folder)).toEqual(["notes-2026-11-25.jsonl", "notes-2026-11-26.jsonl"]);
    early.add(note("from one whose clock is late"));
    expect(keys(reader.news())).toEqual(["from one whose clock is late"]);
  });

  it("is no matter of this process's clock", () => {
    const reader = store();
    reader.news();
    store(() => today + DAY).add(note("from one whose clock is early"));
    expect(keys(reader.news())).toEqual(["from one whose clock is early"]);
    clock -= DAY;
    store().add(note("after the clock was set back"));
    expect(keys(reader.news())).toEqual(["after the clock was set back"]);
  });

  it("many of them may go by between two looks", () => {
    const reader = store();
    reader.news();
    const days = [1, 2, 3, 4, 5, 6, 7];
    for (const day of days) store(() => today + day * DAY).add(note(`day ${day}`));
    clock += 7 * DAY;
    expect(keys(reader.news())).toEqual(days.map((day) => `day ${day}`));
  });
});

describe("old notes", () => {
  it("are read for 90 days, then their files are removed", () => {
    leaveFile("2026-08-26");
    leaveFile("2026-08-27");
    leaveFile("2026-11-24");
    leaveFile("2027-01-01");
    expect(keys(store().news())).toEqual(["2026-08-27", "2026-11-24", "2027-01-01"]);
    expect(readdirSync(folder)).toEqual(["notes-2026-08-27.jsonl", "notes-2026-11-24.jsonl", "notes-2027-01-01.jsonl"]);
  });

  it("are removed only if they are notes: nothing else of the folder is touched", () => {
    leaveFile("2025-01-01", "my diary\n");
    leaveFile("2025-01-02", HEADER.replace("1", "2") + "\n");
    leaveFile("2025-01-03", "");
    leaveFile("2025-01-04", HEADER);
    mkdirSync(dayFile("2025-01-05"));
    const elsewhere = join(home, "elsewhere.jsonl");
    renameSync(leaveFile("2025-01-06"), elsewhere);
    symlinkSync(elsewhere, dayFile("2025-01-06"));
    for (const name of [
      "notes-2025-01-07.jsonl.bak",
      "notes-2025-01-08.txt",
      "NOTES-2025-01-09.jsonl",
      "my-notes-2025-01-10.jsonl",
      "other",
    ])
      writeFileSync(join(folder, name), `${HEADER}\n`);
    const before = readdirSync(folder);
    expect(store().news()).toEqual([]);
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(elsewhere)).toBe(true);
    expect(told).toEqual([]);
  });

  it.each([
    ["the folder", (real: string) => symlinkSync(real, folder)],
    [
      "the folder above it",
      (real: string) => {
        rmSync(join(home, "callab"), { recursive: true });
        mkdirSync(join(real, "ledger"));
        for (const name of readdirSync(real))
          if (name.endsWith(".jsonl")) renameSync(join(real, name), join(real, "ledger", name));
        symlinkSync(real, join(home, "callab"));
      },
    ],
  ])("stay where %s is a link: it may lead anywhere", (_, link) => {
    leaveFile("2025-01-01");
    leaveFile("2026-11-24");
    const real = join(home, "real");
    renameSync(folder, real);
    link(real);
    const one = store();
    one.add(note("new"));
    expect(keys(one.news())).toEqual(["2026-11-24", "new"]);
    expect(existsSync(dayFile("2025-01-01"))).toBe(true);
    expect(told).toEqual([]);
  });
});

describe("what is no note", () => {
  const good = { step: "held", key: "k", account: "a", owner: "o", at: 3, id: "1", run: "r", asked: false, mark: "" };
  const text = JSON.stringify(good);

  it.each([
    ["the end of a line", text.slice(40)],
    ["another language", "key: k"],
    ["a number", "7"],
    ["null", "null"],
    ["a list", "[]"],
    ["no step", JSON.stringify({ ...good, step: undefined })],
    ["an unknown step", JSON.stringify({ ...good, step: "constructor" })],
    ["a step that is no text", JSON.stringify({ ...good, step: ["held"] })],
    ...["key", "account", "at", "id", "run", "asked", "mark"].map((field) => [
      `no ${field}`,
      JSON.stringify({ ...good, [field]: undefined }),
    ]),
    ...Object.keys(good).map((field) => [`another type of ${field}`, JSON.stringify({ ...good, [field]: { a: 1 } })]),
    ["null for an owner", JSON.stringify({ ...good, owner: null })],
    ["an endless time", text.replace('"at":3', '"at":1e999')],
    ["a list without what it showed", JSON.stringify({ step: "list", list: "l", at: 1 })],
    ["an odd done", JSON.stringify({ ...good, step: "begun", done: "yes" })],
  ])("is never believed: %s", (_, line) => {
    leaveFile("2026-11-25", `${HEADER}\n${JSON.stringify(note("one"))}\n${line}\n${JSON.stringify(note("two"))}\n`);
    expect(keys(store().news())).toEqual(["one", "two"]);
    expect(told).toEqual([damaged(dayFile())]);
  });

  it("is told once, however much there is", () => {
    leaveFile("2026-11-24", `${HEADER}\nx\ny\n`);
    leaveFile("2026-11-25", "my diary\n");
    const one = store();
    one.news();
    appendFileSync(dayFile("2026-11-24"), "z\n");
    one.news();
    expect(told).toHaveLength(1);
  });

  it("is text that is no text", () => {
    const line = Buffer.from(`${text}\n`);
    line[line.indexOf("k", 20)] = 0xff;
    leaveFile("2026-11-25", `${HEADER}\n`);
    appendFileSync(dayFile(), line);
    expect(store().news()).toEqual([]);
    expect(told).toHaveLength(1);
  });

  const step = { key: "k", account: "a", owner: "o", at: 1 };
  it.each<[string, Note, readonly string[]]>([
    ["list", { step: "list", list: "l", census: "|", at: 1 }, []],
    ["begun", { step: "begun", ...step, list: "l", sent: "s", done: false }, ["owner", "list", "sent", "done"]],
    ["ended", { step: "ended", ...step }, ["owner"]],
    ["made", { step: "made", ...step, id: "1", run: "r" }, ["owner"]],
    ["named", { step: "named", ...step, id: "1" }, ["owner"]],
    ["held", { step: "held", ...step, id: "1", run: "r", asked: true, mark: "m" }, ["owner"]],
    [
      "an import",
      { step: "held", ...step, id: "1", run: "r", asked: false, mark: "m", isImport: true },
      ["owner", "isImport"],
    ],
    ["imported", { step: "imported", ...step, id: "1", run: "r", isDeclared: true }, ["owner", "isDeclared"]],
    ["gone", { step: "gone", ...step, id: "1" }, ["owner"]],
  ])(
    "is one of the kind %s that lacks a field, but for those that may be left out, or has another type in one",
    (...row) => {
      const [, whole, optional] = row;
      const believed = (change: object): boolean => {
        leaveFile("2026-11-25", `${HEADER}\n${JSON.stringify({ ...whole, ...change })}\n`);
        return store().news().length === 1;
      };
      expect(believed({})).toBe(true);
      for (const [field, value] of Object.entries(whole)) {
        expect([field, believed({ [field]: undefined })]).toEqual([field, optional.includes(field)]);
        for (const other of ["a", 1, true].filter((one) => typeof one !== typeof value))
          expect([field, other, believed({ [field]: other })]).toEqual([field, other, false]);
      }
    },
  );

  it("may hold more than we know: a later version's notes are still notes", () => {
    leaveFile("2026-11-25", `${HEADER}\n${JSON.stringify({ ...note("one"), later: [1] })}\n`);
    expect(keys(store().news())).toEqual(["one"]);
  });

  it.each([
    ["without a header", JSON.stringify(note("one")) + "\n"],
    ["of another version", `${HEADER.replace("1", "2")}\n${JSON.stringify(note("one"))}\n`],
    ["with half a header", HEADER.slice(0, 10)],
  ])("is a file %s: it is neither believed nor written to", (_, content) => {
    leaveFile("2026-11-25", content);
    const one = store();
    expect(one.news()).toEqual([]);
    one.add(note("two"));
    one.add(note("three"));
    expect(one.news()).toEqual([]);
    expect(readFileSync(dayFile(), "utf8")).toBe(content);
    expect(told).toEqual([damaged(dayFile()), unusable(`${dayFile()} is damaged or none of callab's files`)]);
  });

  it("is a link or a folder in a file's place", () => {
    const elsewhere = join(home, "elsewhere");
    writeFileSync(elsewhere, `${HEADER}\n${JSON.stringify(note("one"))}\n`);
    mkdirSync(folder, { recursive: true });
    symlinkSync(elsewhere, dayFile());
    mkdirSync(dayFile("2026-11-24"));
    const one = store();
    one.add(note("two"));
    expect(one.news()).toEqual([]);
    expect(readFileSync(elsewhere, "utf8")).not.toContain("two");
    expect(told).toHaveLength(2);
  });
});

describe("a line that is not whole", () => {
  it("waits for the rest, also in the middle of a letter", () => {
    const reader = store();
    const line = Buffer.from(`${JSON.stringify({ ...note("one"), owner: "Zoë" })}\n`);
    leaveFile("2026-11-25", `${HEADER}\n`);
    const middle = line.indexOf(0xc3) + 1;
    for (const part of [line.subarray(0, 5), line.subarray(5, middle), line.subarray(middle, -1)]) {
      appendFileSync(dayFile(), part);
      expect(reader.news()).toEqual([]);
    }
    appendFileSync(dayFile(), "\n");
    expect(reader.news()).toEqual([{ ...note("one"), owner: "Zoë" }]);
    expect(told).toEqual([]);
  });

  it("of a killed process does not swallow the next note", () => {
    const one = store();
    one.add(note("one"));
    appendFileSync(dayFile(), '{"step":"ended","key":"torn');
    expect(keys(one.news())).toEqual(["one"]);
    store().add(note("two"));
    expect(keys(one.news())).toEqual(["two"]);
    expect(keys(store().news())).toEqual(["one", "two"]);
    expect(told).toEqual([]);
  });

  it("of a full disk is told, and later notes are written again", () => {
    const one = store();
    one.add(note("one"));
    const { writeSync } = fs;
    jest
      .spyOn(fs, "writeSync")
      .mockImplementationOnce((fd, bytes) => writeSync(fd, (bytes as unknown as Buffer).subarray(0, 9)))
      .mockImplementationOnce(() => {
        throw new Error("ENOSPC: no space left on device, write");
      });
    one.add(note("two"));
    one.add(note("three"));
    one.add(note("four"));
    expect(keys(one.news())).toEqual(["one", "four"]);
    expect(told).toEqual([unusable("no space left")]);
  });
});

describe("a folder that cannot be used", () => {
  it("because it is a file, is told once, and the run goes on without", async () => {
    mkdirSync(join(home, "callab"));
    writeFileSync(folder, "mine");
    const one = store();
    for (let times = 0; times < 3; times++) {
      expect(one.news()).toEqual([]);
      one.add(note("one"));
    }
    (await one.lock("spring", () => undefined))();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(folder);
    expect(told[0]).toContain(MEANING);
    expect(readFileSync(folder, "utf8")).toBe("mine");
  });

  it("because it may not be written, is told once and read all the same", async () => {
    leaveFile("2026-11-25");
    const refuse = (): never => {
      throw Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" });
    };
    jest.spyOn(fs, "mkdirSync").mockImplementation(refuse);
    const one = store();
    one.add(note("one"));
    one.add(note("two"));
    (await one.lock("spring", () => undefined))();
    expect(keys(one.news())).toEqual(["2026-11-25"]);
    expect(told).toEqual([unusable("EROFS: read-only file system")]);
  });

  const asUser = process.getuid?.() === 0 ? it.skip : it;
  asUser("because others own it, is told once", () => {
    leaveFile("2026-11-25");
    chmodSync(folder, 0);
    const one = store();
    one.add(note("one"));
    expect(one.news()).toEqual([]);
    expect(told).toHaveLength(1);
    chmodSync(folder, 0o700);
  });

  it("does not keep other days from being read", () => {
    leaveFile("2026-11-23");
    leaveFile("2026-11-24");
    leaveFile("2026-11-25");
    const { openSync } = fs;
    jest.spyOn(fs, "openSync").mockImplementation((path, ...others) => {
      if (path === dayFile("2026-11-24")) throw new Error("EACCES: permission denied");
      return openSync(path, ...others);
    });
    expect(keys(store().news())).toEqual(["2026-11-23", "2026-11-25"]);
    expect(told).toHaveLength(1);
  });

  it("because somebody has removed it, is made again", () => {
    const one = store();
    const other = store();
    one.add(note("one"));
    expect(keys(other.news())).toEqual(["one"]);
    rmSync(folder, { recursive: true });
    expect(other.news()).toEqual([]);
    one.add(note("two"));
    one.add(note("three"));
    expect(keys(other.news())).toEqual(["two", "three"]);
    expect(told).toEqual([]);
  });
});

it("locks a name for one process of the machine at a time", async () => {
  const unlock = await store().lock("spring", () => undefined);
  expect(readdirSync(join(folder, "locks"))).toHaveLength(1);
  const order: string[] = [];
  const second = store()
    .lock("spring", () => undefined)
    .then((give) => {
      order.push("second");
      give();
    });
  await pause(150);
  order.push("first gives it back");
  unlock();
  await second;
  expect(order).toEqual(["first gives it back", "second"]);
  expect(readdirSync(join(folder, "locks"))).toEqual([]);
});

/** What processes of one run tell each other by a file, and that nothing that is in the way stops a run. */
import fs, {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { fileTalk } from "../../../provider/ledger/fileTalk";
import type { Talk } from "../../../provider/ledger/store";
import type { Word } from "../../../provider/ledger/words";

const DAY = 86_400_000;

let folder: string;
let told: unknown[];
let clock: number;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "callab-talk-")), "runs");
  told = [];
  clock = Date.now();
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

const talk = (process: string, run = "host/127.0.0.1:4711"): Talk =>
  fileTalk({ folder, run, process, now: () => clock, onTrouble: (error) => told.push(error) });
const gone = (id: string): Word => ({ step: "deleted", account: "x", key: "spring", id });
const file = (): string => join(folder, readdirSync(folder)[0] ?? "");
/** What a process of the run has left that others never heard of. */
const leave = (...lines: readonly object[]): void => {
  mkdirSync(folder, { recursive: true });
  talk("first").heard();
  appendFileSync(file(), lines.map((line) => `\n${JSON.stringify(line)}\n`).join(""));
};

it("tells the other processes of the run each word once, also who comes later, and nobody its own", () => {
  const [one, other] = [talk("one"), talk("other")];
  one.say(gone("1"));
  expect(other.heard()).toEqual([{ ...gone("1"), process: "one" }]);
  expect(other.heard()).toEqual([]);
  other.say(gone("2"));
  other.say(gone("3"));
  one.say(gone("4"));
  expect(one.heard()).toMatchObject([{ id: "2" }, { id: "3" }]);
  expect(other.heard()).toMatchObject([{ id: "4" }]);
  expect(talk("late").heard()).toMatchObject(["1", "2", "3", "4"].map((id) => ({ id })));
  expect(told).toEqual([]);
});

it("keeps runs apart", () => {
  talk("one").say(gone("1"));
  expect(talk("two", "host/127.0.0.1:4712").heard()).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(2);
});

it("reads nothing of what it has said itself, where nobody else speaks", () => {
  const one = talk("one");
  one.say(gone("1"));
  const read = jest.spyOn(fs, "readSync");
  for (let count = 0; count < 10; count++) one.say(gone("2"));
  expect(one.heard()).toEqual([]);
  expect(read).not.toHaveBeenCalled();
});

it("does not believe a process that had ended: an engine of the same address was another run", () => {
  const { pid } = spawnSync("true");
  const mark = JSON.parse((talk("first").heard(), readFileSync(file(), "utf8").trim())) as { readonly place: string };
  leave({ step: "process", process: "ended", pid, place: mark.place }, { ...gone("1"), process: "ended" });
  leave({ ...gone("2"), process: "never there" });
  // One of elsewhere may run.
  leave({ step: "process", process: "elsewhere", pid, place: "elsewhere" }, { ...gone("3"), process: "elsewhere" });
  expect(talk("one").heard()).toMatchObject([{ id: "3" }]);
});

it("leaves out what is no word", () => {
  const one = talk("one");
  one.say(gone("1"));
  appendFileSync(
    file(),
    '\n{"step":"deleted","process":"one","id":"2"}\n\n{"step":"held"}\nnothing\n\u0000\n{"step":"del',
  );
  one.say(gone("3"));
  const heard = talk("other").heard();
  expect(heard).toMatchObject([{ id: "1" }, { id: "3" }]);
  expect(told).toEqual([]);
});

describe("a word whose field is of another type is none, and one without it is where it may be left out", () => {
  const held = { id: "1", owner: "a", formerOwner: "b", mark: "m", wants: "k" };
  const begun = { key: "k", place: "p", owner: "a", at: 1, before: "|", sent: "s", done: false, suspects: "|" };
  const optional = ["owner", "formerOwner", "mark", "wants", "place", "before", "sent", "suspects"];
  it.each<[string, object]>([
    ["here", {}],
    ["claim", { ...held, isAsked: true }],
    ["hold", held],
    ["release", { id: "1" }],
    ["deleted", { key: "k", id: "1" }],
    ["gaveUp", { key: "k", id: "1" }],
    ["took", { key: "k", id: "1" }],
    ["carry", begun],
  ])("%s", (step, fields) => {
    const word = { step, process: "first", account: "x", ...fields };
    const names = Object.keys(word).filter((name) => name !== "step" && name !== "process");
    const wrong = names.map((name) => ({ ...word, [name]: [] }));
    const without = names.map((name) => Object.fromEntries(Object.entries(word).filter(([other]) => other !== name)));
    leave(word, ...wrong, ...without);
    const heard = talk("other").heard();
    expect(heard).toEqual([word, ...without.filter((_each, index) => optional.includes(names[index] ?? ""))]);
  });
});

it("removes what nobody has written to for a day", () => {
  talk("one", "old run").say(gone("1"));
  const old = file();
  const longAgo = new Date(clock - DAY - 60_000);
  utimesSync(old, longAgo, longAgo);
  writeFileSync(join(folder, "notes.txt"), "mine");
  utimesSync(join(folder, "notes.txt"), longAgo, longAgo);
  talk("two").say(gone("1"));
  expect(existsSync(old)).toBe(false);
  expect(readdirSync(folder)).toHaveLength(2);
});

it("goes on alone where the folder cannot be used, says so once, and does not try again", () => {
  writeFileSync(folder, "in the way");
  const one = talk("one");
  for (let count = 0; count < 3; count++) one.say(gone("1"));
  expect(one.heard()).toEqual([]);
  expect(told).toHaveLength(1);
});

it("is readable by nobody else", () => {
  talk("one").say(gone("1"));
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
});

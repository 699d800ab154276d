/** Notes on creates under way: there for the next process, and never in the way of a run. */
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileJournal } from "../../../provider/api/journal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("remembers a create over processes until its outcome is known", () => {
  const inside = join(folder, "a", "b");
  expect(fileJournal(inside).begunAt("x")).toBeUndefined();
  fileJournal(inside).begin("x", 1_234);
  expect(fileJournal(inside).begunAt("x")).toBe(1_234);
  expect(fileJournal(inside).begunAt("y")).toBeUndefined();
  fileJournal(inside).end("x");
  expect(fileJournal(inside).begunAt("x")).toBeUndefined();
  expect(readdirSync(inside)).toEqual([]);
});

it("remembers what became of an object: made, and later gone", () => {
  const made = { step: "made", id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", at: 1 } as const;
  fileJournal(folder).begin("x", 1);
  expect(fileJournal(folder).known("x")).toBeUndefined();
  fileJournal(folder).know("x", made);
  expect(fileJournal(folder).known("x")).toEqual(made);
  expect(fileJournal(folder).begunAt("x")).toBeUndefined();
  fileJournal(folder).know("x", { ...made, step: "gone", at: 2 });
  expect(fileJournal(folder).known("x")).toEqual({ ...made, step: "gone", at: 2 });
  fileJournal(folder).begin("x", 3);
  expect(fileJournal(folder).known("x")).toBeUndefined();
  expect(fileJournal(folder).begunAt("x")).toBe(3);
});

it("forgets what is older than a day: by then lists tell the truth", () => {
  fileJournal(folder).begin("old", 1);
  const [name = ""] = readdirSync(folder);
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(join(folder, name), longAgo, longAgo);
  fileJournal(folder).begin("new", 2);
  expect(fileJournal(folder).begunAt("old")).toBeUndefined();
  expect(fileJournal(folder).begunAt("new")).toBe(2);
});

it("takes any text for the name of an object", () => {
  const journal = fileJournal(folder);
  const names = ["../../escape", "a/b", "", "é".repeat(1_000), '["x","y"]'];
  names.forEach((name, at) => journal.begin(name, at + 1));
  expect(names.map((name) => journal.begunAt(name))).toEqual([1, 2, 3, 4, 5]);
  expect(readdirSync(folder)).toHaveLength(names.length);
});

it("does not stop a run where nothing can be written or read", () => {
  const file = join(folder, "file");
  writeFileSync(file, "not a folder");
  const journal = fileJournal(file);
  expect(() => journal.begin("x", 1)).not.toThrow();
  expect(journal.begunAt("x")).toBeUndefined();
  expect(() => journal.end("x")).not.toThrow();
});

it("takes a broken note for none", () => {
  const journal = fileJournal(folder);
  journal.begin("x", 1);
  const [name = ""] = readdirSync(folder);
  writeFileSync(join(folder, name), "garbage");
  expect(journal.begunAt("x")).toBeUndefined();
  expect(journal.known("x")).toBeUndefined();
});

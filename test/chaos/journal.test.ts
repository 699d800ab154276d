/** The journal outlives the process that wrote it. */
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileJournal } from "../../provider/api/journal";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "callab-journal-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("tells a later process what was made, and that it is gone", () => {
  fileJournal(folder).know("spring", { step: "made", id: "1", at: 5 });
  expect(fileJournal(folder).known("spring")).toEqual({ step: "made", id: "1", at: 5 });
  fileJournal(folder).know("spring", { step: "gone", id: "1", at: 6 });
  expect(fileJournal(folder).known("spring")).toEqual({ step: "gone", id: "1", at: 6 });
  expect(fileJournal(folder).begunAt("spring")).toBeUndefined();
});

it("notes one thing of an object: a create that begins takes the place of what was known", () => {
  const journal = fileJournal(folder);
  journal.know("spring", { step: "made", id: "1", at: 5 });
  journal.begin("spring", 7);
  expect(journal.begunAt("spring")).toBe(7);
  expect(journal.known("spring")).toBeUndefined();
  journal.end("spring");
  expect(journal.begunAt("spring")).toBeUndefined();
});

it("believes no file that is none of its own", () => {
  const journal = fileJournal(folder);
  journal.know("spring", { step: "made", id: "1", at: 5 });
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "half a li");
  expect(journal.known("spring")).toBeUndefined();
  expect(journal.begunAt("spring")).toBeUndefined();
});

it("clears out what is older than a day", () => {
  fileJournal(folder).begin("spring", 5);
  const [file = ""] = readdirSync(folder);
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(join(folder, file), longAgo, longAgo);
  fileJournal(folder).begin("summer", 6);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(fileJournal(folder).begunAt("spring")).toBeUndefined();
});

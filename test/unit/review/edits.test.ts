/** Ten real edits: the most dangerous change is the first thing that a reviewer reads. */
import { readFileSync } from "node:fs";
import { part, writePart } from "./example";
import { edits, recordedEdit, reviewOf, shownEdits } from "./edits";

if (process.env["UPDATE_EXAMPLE"] === "1") writePart("edits", `\n${shownEdits()}\n`);

it.each(edits)("$title: $first", (edit) => {
  const { comment } = reviewOf(readFileSync(recordedEdit(edit), "utf8"));
  const [title, first = ""] = comment.split("\n\n");
  expect(title).toMatch(/^## What this change does to calls/);
  expect(first.split("\n")[0]).toBe(edit.first);
});

it("the page shows them, byte for byte", () => {
  expect(part("edits")).toBe(`\n${shownEdits()}\n`);
});

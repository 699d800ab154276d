/** docs/review.md shows what really comes out: of the preview that the real engine printed for the edit on the page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../support/repository";
import { part, parts, picture, program, recorded, reviewExample, updatePage } from "./example";

const source = readFileSync(join(repository, program), "utf8");
const made = reviewExample(readFileSync(recorded, "utf8"));
// Other words for the same preview need no engine.
if (process.env["UPDATE_EXAMPLE"] === "1") updatePage(source, made);

it("shows the edit", () => {
  expect(part("difference")).toBe(parts(source, made).difference);
});

it("shows the comment, byte for byte", () => {
  expect(part("comment")).toBe(parts(source, made).comment);
});

it("shows the picture, byte for byte", () => {
  expect(readFileSync(picture, "utf8")).toBe(made.picture);
});

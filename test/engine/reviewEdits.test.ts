/** The previews of the ten edits in docs/review.md, as the real engine prints them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { openProject, type Project } from "../support/project";
import { repository } from "../support/repository";
import { copyOf } from "../support/repositoryCopy";
import { editedBy, edits, programOf, recordedEdit, reviewOf, shownEdits } from "../unit/review/edits";
import { strippedPreview, writePart } from "../unit/review/example";

jest.setTimeout(240_000);

const isUpdate = process.env["UPDATE_EXAMPLE"] === "1";

describe.each(["multi-region", "calling-team"] as const)("%s", (example) => {
  const source = readFileSync(join(repository, programOf({ example })), "utf8");
  let project: Project;

  beforeAll(async () => {
    const emulator = await startEmulatorProcess({ seed: "review edits", personality: { newCampaignStatus: "paused" } });
    const folder = await copyOf([join("examples", example)]);
    project = await openProject(join(folder, "examples", example), "index.ts", {
      CALLAB_BASE_URL: emulator.url,
      CALLAB_API_TOKEN: emulator.token,
    });
    await project.up("--skip-preview");
  });

  it.each(edits.filter((edit) => edit.example === example))("$title", async (edit) => {
    project.write(editedBy(edit, source));
    const { stdout } = await project.preview("--json", "--show-sames");
    if (isUpdate) writeFileSync(recordedEdit(edit), strippedPreview(stdout));
    const { comment } = reviewOf(stdout);
    expect(comment.split("\n\n")[1]?.split("\n")[0]).toBe(edit.first);
    expect(comment).toBe(reviewOf(readFileSync(recordedEdit(edit), "utf8")).comment);
  });
});

afterAll(() => {
  if (isUpdate) writePart("edits", `\n${shownEdits()}\n`);
});

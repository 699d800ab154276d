/** A workspace of the native front that is renamed: its preview shows what may come of it for what lives in it. */
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { requestsDuring, writes } from "../../support/requests";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(240_000);

test("a preview of a rename shows what lives in the workspace as made anew, and where the slug stays the run does not", async () => {
  const emulator = await startEmulatorProcess();
  const project = await makeYamlProject({ emulator });
  const declare = (workspaceName: string): void =>
    project.declare(
      {
        north: { type: "callab:index:Workspace", properties: { workspaceName } },
        ada: {
          type: "callab:index:AiAgent",
          properties: { workspace: "${north.workspaceSlug}", name: "Ada", prompt: "Be brief." },
        },
      },
      { slug: "${north.workspaceSlug}" },
    );
  declare("North region");
  await project.up("--skip-preview");

  declare("Northern region");
  const asked = await requestsDuring(emulator, async () => {
    const { output } = await project.preview("--diff");
    expect(output).toMatch(/~ workspaceName: +"North region" => "Northern region"/);
    expect(output).toMatch(/callab:index:AiAgent: \(replace\)/);
    expect(output).toMatch(/~ workspace *: "north-region" => \[unknown\]/);
  });
  expect(writes(asked)).toEqual([]);
  const sent = await requestsDuring(emulator, () => project.up("--skip-preview"));
  expect(writes(sent)).toEqual(["update Workspace"]);
  expect(await project.outputs()).toEqual({ slug: "north-region" });
  await project.up("--skip-preview", "--expect-no-changes");
});

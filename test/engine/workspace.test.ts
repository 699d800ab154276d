/** A workspace feeds its slug to what lives in it, on the real engine; a refresh and a run without an answer lose nothing. */
import { startEmulatorProcess } from "../support/emulatorProcess";
import { makeProject } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

jest.setTimeout(240_000);

const program = (existingId = ""): string => `
  const callab = require("pulumi-callab");
  const north = new callab.Workspace("north", { workspaceName: "North region"${existingId} });
  const agent = new callab.AiAgent("ada", { workspace: north.workspaceSlug, name: "Ada", prompt: "Be brief." });
  exports.slug = north.workspaceSlug;
`;

test("what lives in a workspace is made in it, stays as it is over a refresh, and goes before it", async () => {
  const emulator = await startEmulatorProcess();
  const project = await makeProject({ program: program(), emulator });
  await project.preview();
  expect(writes(await requestsDuring(emulator, () => project.up()))).toEqual(["create Workspace", "create AiAgent"]);
  expect(await project.outputs()).toEqual({ slug: "north-region" });
  expect(await emulator.dashboard.list("AiAgent")).toMatchObject([{ workspace: "north-region" }]);
  const refreshed = await project.refresh("--expect-no-changes");
  expect(refreshed.output).toContain("The API neither lists nor reads workspaces");
  expect(writes(await requestsDuring(emulator, () => project.up("--expect-no-changes")))).toEqual([]);
  expect(writes(await requestsDuring(emulator, () => project.destroy()))).toEqual([
    "delete AiAgent",
    "delete Workspace",
  ]);
});

test("a create whose answer was lost is not sent again by any run, and is found by the ID that is given", async () => {
  const emulator = await startEmulatorProcess();
  const project = await makeProject({ program: program(), emulator });
  await emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
  const failed = await project.fails("up");
  expect(failed.output).toContain("give its ID as `existingId`");
  project.forgetMachine();
  await project.fails("up");
  const made = async (): Promise<string[]> =>
    (await emulator.dashboard.list("Workspace")).flatMap(({ id, workspace_name: name }) =>
      name === "North region" ? [id] : [],
    );
  const [id = ""] = await made();
  project.write(program(`, existingId: "${id}"`));
  await project.up();
  expect(await made()).toEqual([id]);
  expect(await emulator.dashboard.list("AiAgent")).toMatchObject([{ workspace: "north-region" }]);
});

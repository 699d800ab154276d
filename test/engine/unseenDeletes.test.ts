/** Deletes that an engine would not ask for: a campaign would call on, in no state. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign } from "../support/programs";
import { run, succeeded } from "../support/command";
import { makeProject } from "../support/project";

jest.setTimeout(240_000);

let emulator: EmulatorProcess;
beforeEach(async () => (emulator = await startEmulatorProcess({ personality: "object" })));

const args = JSON.stringify({ ...campaign, desiredStatus: "active" });
const statuses = async (): Promise<unknown[]> =>
  (await emulator.dashboard.list("Campaign")).map(({ status }) => status);

describe.each([
  ["dynamic", "pulumi-callab"],
  ["native", "pulumi-callab/native"],
])("by the %s front", (_front, from) => {
  const spring = (options: string): string => `
    const callab = require("${from}");
    const agent = new callab.AiAgent("ada", { name: "Ada", prompt: "Be brief." });
    new callab.Campaign("spring", ${args}, ${options});
  `;

  it.each(["retainOnDelete: true", "deletedWith: agent"])(
    "`%s` is refused, and holds no emergency stop back or unseen",
    async (option) => {
      const project = await makeProject({ emulator, plugin: true, program: spring(`{ ${option} }`) });
      const { output } = await project.fails("up", "--skip-preview");
      expect(output).toMatch(/Campaign "spring": \w+: has the engine forget the campaign .*\(input\/unseen-delete\)/);
      expect(await statuses()).toEqual([]);
      project.write(spring("{}"));
      await project.up("--skip-preview");
      project.write(spring(`{ ${option} }`));
      const stop = ["--skip-preview", "-c", "callab:pauseAll=true"];
      expect((await project.up(...stop)).output).toMatch(/warning: .*\(input\/unseen-delete\)/);
      expect(await statuses()).toEqual(["paused"]);
      project.write("");
      await project.up(...stop);
      expect(await statuses()).toEqual([]);
    },
  );
});

it("what a component says of all that is in it keeps no campaign from its delete", async () => {
  const project = await makeProject({ emulator, program: "" });
  // Run in a process of its own: the language host that is built for these tests loses a `false` on its way to the engine.
  writeFileSync(
    join(project.folder, "inline.js"),
    `
      const pulumi = require("@pulumi/pulumi");
      const callab = require("pulumi-callab");
      async function program() {
        const parent = new pulumi.ComponentResource("app:index:All", "all", {}, { retainOnDelete: true });
        new callab.Campaign("spring", ${args}, { parent });
      }
      const named = { stackName: "test", projectName: "tested", workDir: __dirname, program };
      pulumi.automation.LocalWorkspace.selectStack(named).then((stack) => stack.up());
    `,
  );
  const { folder: cwd, environment } = project;
  succeeded(await run(process.execPath, ["inline.js"], { cwd, environment }));
  expect(await statuses()).toEqual(["active"]);
  await project.destroy("--skip-preview");
  expect(await statuses()).toEqual([]);
});

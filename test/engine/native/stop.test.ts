/** The emergency stop by the native front: as by the dynamic one (../emergencyStop). */
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { campaign } from "../../support/programs";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(240_000);

test("callab:pauseAll pauses every campaign whatever is wrong with the program, and the way back resumes what it says", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  const resources = (more: object = {}): object => ({
    spring: { type: "callab:index:Campaign", properties: { ...campaign, desiredStatus: "active", ...more } },
    autumn: { type: "callab:index:Campaign", properties: { ...campaign, name: "Autumn" } },
  });
  const statuses = async (): Promise<unknown[]> =>
    (await emulator.dashboard.list("Campaign")).map(({ status }) => status);
  project.declare(resources());
  await project.up("--skip-preview");
  expect(await statuses()).toEqual(["active", "active"]);

  project.declare(resources({ timeZone: "EST5" }));
  const stopped = await project.up("--skip-preview", "--config", "callab:pauseAll=true");
  expect(stopped.output).not.toContain("error:");
  expect(await statuses()).toEqual(["paused", "paused"]);

  project.declare(resources());
  await project.up("--skip-preview", "--config", "callab:pauseAll=false");
  expect(await statuses()).toContain("active");
  expect((await emulator.dashboard.list("Campaign")).find(({ name }) => name === campaign.name)?.status).toBe("active");
  await emulator.stop();
});

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

test("a refresh that cannot look does not hold it back", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  project.declare({ spring: { type: "callab:index:Campaign", properties: { ...campaign, desiredStatus: "active" } } });
  await project.up("--skip-preview");
  await emulator.addFault({ fault: "error500", match: { operation: "list" }, times: "always" });
  await project.up("--skip-preview", "--refresh", "--config", "callab:pauseAll=true");
  await emulator.clearFaults();
  expect((await emulator.dashboard.list("Campaign")).map(({ status }) => status)).toEqual(["paused"]);
  await emulator.stop();
});

test.each([
  ["the stack's configuration", ["--config", "callab:pauseAll=true"], {}],
  ["the environment", [], { CALLAB_PAUSE_ALL: "true" }],
])("a stop that %s orders reaches the campaigns of every provider", async (_title, flags, environment) => {
  const tokens = { north: "north-token", south: "south-token" };
  const emulator = await startEmulatorProcess({
    personality: "object",
    token: tokens.north,
    accounts: [tokens.south],
  });
  const project = await makeYamlProject({ emulator });
  const active = { ...campaign, desiredStatus: "active" };
  const statuses = async (): Promise<unknown[]> =>
    (
      await Promise.all(Object.values(tokens).map((token) => emulator.account(token).dashboard.list("Campaign")))
    ).flatMap((listed) => listed.map(({ status }) => status));
  project.declare({
    south: { type: "pulumi:providers:callab", properties: { apiToken: { "fn::secret": tokens.south } } },
    spring: { type: "callab:index:Campaign", properties: active },
    autumn: {
      type: "callab:index:Campaign",
      properties: { ...active, name: "Autumn" },
      options: { provider: "${south}" },
    },
  });
  await project.up("--skip-preview");
  expect(await statuses()).toEqual(["active", "active"]);

  const stop = ["up", "--yes", "--skip-preview", "--continue-on-error", ...flags];
  const { code, output } = await project.pulumi(stop, { environment });
  expect(output).not.toContain("error:");
  expect(code).toBe(0);
  for (const provider of ["default.*", "south"])
    expect(output).toMatch(new RegExp(`\\(${provider}\\):\n +warning: callab:pauseAll is true: this run pauses every`));
  expect(await statuses()).toEqual(["paused", "paused"]);

  await project.up("--skip-preview", "--config", "callab:pauseAll=false");
  expect(await statuses()).toEqual(["active", "active"]);
  await emulator.stop();
});

test("a provider can be stopped alone, by its argument", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  const active = { ...campaign, desiredStatus: "active" };
  const declare = (pauseAll: boolean): void =>
    project.declare({
      south: { type: "pulumi:providers:callab", properties: { pauseAll } },
      spring: { type: "callab:index:Campaign", properties: active },
      autumn: {
        type: "callab:index:Campaign",
        properties: { ...active, name: "Autumn" },
        options: { provider: "${south}" },
      },
    });
  declare(false);
  await project.up("--skip-preview");
  declare(true);
  await project.up("--skip-preview");
  const statuses = (await emulator.dashboard.list("Campaign")).map(({ name, status }) => [name, status]);
  expect(Object.fromEntries(statuses)).toEqual({ [campaign.name]: "active", Autumn: "paused" });
  await emulator.stop();
});

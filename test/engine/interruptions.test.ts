/** Lost answers and killed engines. Whatever happens, one campaign is left, and there never were two. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { processesIn } from "../support/processes";
import { makeProject } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

jest.setTimeout(240_000);

const spring = program(resource("Campaign", "spring", campaign));

async function expectOneCampaign(emulator: EmulatorProcess): Promise<void> {
  const ids = await emulator.dashboard.ids("Campaign");
  expect(ids).toHaveLength(1);
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
}

/** What was ever created or deleted. An update may come on top: it sets again what the API does not show. */
async function creates(emulator: EmulatorProcess): Promise<string[]> {
  return writes(await emulator.requests()).filter((words) => !words.startsWith("update "));
}

/** Resolves when the emulator has a campaign. */
async function campaignMade(emulator: EmulatorProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if ((await emulator.dashboard.ids("Campaign")).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no campaign was created in 15 s");
}

describe("the answer to a create is lost", () => {
  it.each(["mute", "lagging,object"])("the run finds what it made, and succeeds (%s)", async (personality) => {
    const emulator = await startEmulatorProcess({
      personality,
      faults: [{ fault: "dropAfter", match: { kind: "Campaign", operation: "create" } }],
    });
    const project = await makeProject({ emulator, program: spring });
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
    expect(writes(asked)).toEqual(["create Campaign"]);
    await expectOneCampaign(emulator);
    await project.up("--skip-preview", "--expect-no-changes");
  });

  it("and the API fails for good: the run says that running again is safe, and it is", async () => {
    const emulator = await startEmulatorProcess({
      personality: "object",
      faults: [
        { fault: "dropAfter", match: { kind: "Campaign", operation: "create" } },
        { fault: "dropBefore", match: { kind: "Campaign", operation: "list" }, nth: 2, times: "always" },
      ],
    });
    const project = await makeProject({ emulator, program: spring });
    const { output } = await project.fails("up", "--skip-preview");
    expect(output).toMatch(/not known whether campaign "Spring renewals" .* was created/);
    expect(output).toMatch(/again is safe/);
    expect(output).not.toMatch(/^\s+at /m);
    await emulator.clearFaults();
    await project.up("--skip-preview");
    await expectOneCampaign(emulator);
    expect(await creates(emulator)).toEqual(["create Campaign"]);
  });
});

describe("the engine is killed while a campaign is being created", () => {
  it.each(["object", "lagging,mute"])(
    "the next run takes the campaign up instead of making another (%s)",
    async (personality) => {
      const emulator = await startEmulatorProcess({
        personality,
        faults: [{ fault: "stall", ms: 60_000, when: "after", match: { kind: "Campaign", operation: "create" } }],
      });
      const project = await makeProject({ emulator, program: spring });
      const up = project.begin(["up", "--yes", "--skip-preview"]);
      await campaignMade(emulator);
      up.kill();
      expect((await up.finished).code).toBeNull();
      expect(await project.resources()).toEqual([]);

      // A killed engine leaves its lock; Pulumi asks for this.
      await project.pulumi(["cancel", "--yes"]);
      await project.up("--skip-preview");
      await expectOneCampaign(emulator);
      expect(await creates(emulator)).toEqual(["create Campaign"]);
      const [recorded] = await project.resources();
      expect(recorded?.id).toBe((await emulator.dashboard.ids("Campaign"))[0]);
      await project.up("--skip-preview", "--expect-no-changes");
    },
  );

  it("creates it after all if the request had never arrived", async () => {
    const emulator = await startEmulatorProcess({
      personality: "object",
      faults: [{ fault: "stall", ms: 60_000, when: "before", match: { kind: "Campaign", operation: "create" } }],
    });
    const project = await makeProject({ emulator, program: spring });
    // How long a create may still be carried out hangs on this, and the second run waits for that.
    await project.pulumi(["config", "set", "callab:timeoutSeconds", "5"]);
    const up = project.begin(["up", "--yes", "--skip-preview"]);
    while (!(await emulator.requests()).some(({ operation }) => operation === "create"))
      await new Promise((resolve) => setTimeout(resolve, 50));
    up.kill();
    await up.finished;
    await project.pulumi(["cancel", "--yes"]);
    await project.up("--skip-preview");
    await expectOneCampaign(emulator);
  });
});

it("a provider process whose engine alone was killed brings a create to its end, and follows", async () => {
  const emulator = await startEmulatorProcess({
    personality: "object",
    faults: [{ fault: "stall", ms: 4_000, when: "after", match: { kind: "Campaign", operation: "create" } }],
  });
  const project = await makeProject({ emulator, program: spring });
  const up = project.begin(["up", "--yes", "--skip-preview"]);
  await campaignMade(emulator);
  const providers = (): string[] => processesIn(project.folder, "dynamic-provider");
  expect(providers()).not.toEqual([]);
  up.child.kill("SIGKILL");
  const killedAt = performance.now();
  while (providers().length > 0 && performance.now() - killedAt < 30_000)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(providers()).toEqual([]);
  expect(performance.now() - killedAt).toBeGreaterThan(3_000);
  up.kill();
  await project.pulumi(["cancel", "--yes"]);
  await project.up("--skip-preview");
  await expectOneCampaign(emulator);
});

it("a campaign whose provider alone was killed, and that left the program since, is told of until it is looked for", async () => {
  const emulator = await startEmulatorProcess({
    personality: "object",
    faults: [{ fault: "stall", ms: 60_000, when: "after", match: { kind: "Campaign", operation: "create" } }],
  });
  const autumn = resource("Campaign", "autumn", { ...campaign, name: "Autumn renewals" });
  const project = await makeProject({ emulator, program: spring });
  const up = project.begin(["up", "--yes", "--skip-preview"]);
  await campaignMade(emulator);
  for (const id of processesIn(project.folder, "dynamic-provider")) process.kill(Number(id), "SIGKILL");
  expect((await up.finished).code).not.toBe(0);
  await emulator.clearFaults();
  const told = /An earlier run ended before it knew what became of the creation of "spring"/;
  project.write(program(autumn));
  expect((await project.up("--skip-preview")).output).toMatch(told);
  expect((await project.pulumi(["refresh", "--yes", "--skip-preview"])).output).toMatch(told);
  project.write(program(autumn, resource("Campaign", "spring", campaign)));
  await project.up("--skip-preview");
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  expect(await emulator.dashboard.ids("Campaign")).toHaveLength(2);
  expect((await project.pulumi(["destroy", "--yes", "--skip-preview"])).output).not.toMatch(told);
});

it("a create that was refused is told once, with the API's words, and can be repeated", async () => {
  const emulator = await startEmulatorProcess({
    personality: "object",
    faults: [{ fault: "forbidden", match: { kind: "Campaign", operation: "create" } }],
  });
  const project = await makeProject({ emulator, program: spring });
  expect((await project.fails("up", "--skip-preview")).output).toMatch(/403/);
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  await project.up("--skip-preview");
  await expectOneCampaign(emulator);
});

/**
 * What nobody has seen, on the real engine: an emergency stop in the dashboard is not undone by an edit that has nothing to
 * do with it, and a campaign that the API stored otherwise than it was declared calls nobody.
 */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { makeProject } from "../support/project";

jest.setTimeout(180_000);

const spring = (more: object = {}): string =>
  program(resource("Campaign", "spring", { ...campaign, callTimeOfDayTo: "19:00", desiredStatus: "active", ...more }));

let emulator: EmulatorProcess;

beforeAll(async () => {
  emulator = await startEmulatorProcess();
});
beforeEach(() => emulator.setPersonality("object"));
afterEach(() => emulator.reset());

const live = async () => (await emulator.dashboard.list("Campaign"))[0];

it("an emergency stop holds, whatever else the program changes, until somebody has seen it in a preview", async () => {
  const project = await makeProject({ emulator, program: spring() });
  await project.up("--skip-preview");
  const { id = "" } = (await live()) ?? {};
  await emulator.dashboard.change("Campaign", id, { status: "paused", call_time_of_day_to: "12:00:00" });
  const stopped = { status: "paused", call_time_of_day_to: "12:00:00", notes: campaign.notes };

  project.write(spring({ notes: "New." }));
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toContain("was changed since the last run, and not by this program. Nothing was written.");
  expect(output).toMatch(/callTimeOfDayTo +"19:00:00" +"12:00:00"/);
  expect(output).toMatch(/desiredStatus +"active" +"paused"/);
  expect(await live()).toMatchObject(stopped);

  const { output: preview } = await project.preview("--refresh", "--diff");
  expect(preview).toMatch(/callTimeOfDayTo *: "12:00:00" => "19:00:00"/);
  expect(preview).toMatch(/desiredStatus *: "paused" => "active"/);
  expect(await live()).toMatchObject(stopped);

  await project.up("--skip-preview", "--refresh");
  expect(await live()).toMatchObject({ status: "active", call_time_of_day_to: "19:00:00", notes: "New." });
  await project.up("--skip-preview", "--expect-no-changes");
});

it("a replacement does not make a campaign call that somebody paused, until somebody has seen it in a preview", async () => {
  const project = await makeProject({ emulator, program: spring() });
  await project.up("--skip-preview");
  const { id = "" } = (await live()) ?? {};
  await emulator.dashboard.change("Campaign", id, { status: "paused" });

  project.write(spring({ campaignType: "inbound" }));
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toContain("was changed since the last run, and not by this program. Nothing was written.");
  expect(await live()).toMatchObject({ id, status: "paused" });

  const { output: preview } = await project.preview("--refresh", "--diff");
  expect(preview).toMatch(/desiredStatus *: "paused" => "active"/);
  await project.up("--skip-preview", "--refresh");
  expect(await live()).toMatchObject({ status: "active", campaign_type: "inbound" });
  expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
  await project.up("--skip-preview", "--expect-no-changes");
});

it("a closing hour that the API drops keeps the campaign from calling, in each run until it is stored", async () => {
  await emulator.setPersonality('object,droppedFields=["call_time_of_day_to"]');
  const project = await makeProject({ emulator, program: spring() });
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toContain("is stored otherwise than it was declared");
  expect(output).toMatch(/callTimeOfDayTo +"19:00:00"/);
  expect(output).toContain("It was paused: nobody is called by it.");
  expect(await live()).toMatchObject({ status: "paused" });
  const [recorded] = await project.resources();
  expect(recorded?.outputs).toMatchObject({
    status: "paused",
    desiredStatus: "paused",
    summary: expect.any(String) as string,
  });
  expect(recorded?.outputs).not.toHaveProperty("callTimeOfDayTo");

  await project.fails("up", "--skip-preview");
  await project.fails("up", "--skip-preview", "--refresh");
  expect(await live()).toMatchObject({ status: "paused" });

  await emulator.setPersonality("object");
  await project.up("--skip-preview");
  expect(await live()).toMatchObject({ status: "active", call_time_of_day_to: "19:00:00" });
  await project.up("--skip-preview", "--expect-no-changes");
});

it("an edit that the API drops pauses what was calling, and the state says what is stored", async () => {
  const project = await makeProject({ emulator, program: spring() });
  await project.up("--skip-preview");
  expect((await project.resources())[0]?.outputs).toMatchObject({
    status: "active",
    createdAt: expect.any(String) as string,
  });

  await emulator.setPersonality('object,droppedFields=["call_time_of_day_to"]');
  project.write(spring({ callTimeOfDayTo: "12:00" }));
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toMatch(/callTimeOfDayTo +"12:00:00" +"19:00:00"/);
  expect(await live()).toMatchObject({ status: "paused", call_time_of_day_to: "19:00:00" });
  expect((await project.resources())[0]?.outputs).toMatchObject({ status: "paused", callTimeOfDayTo: "19:00:00" });

  await emulator.setPersonality("object");
  await project.up("--skip-preview");
  expect(await live()).toMatchObject({ status: "active", call_time_of_day_to: "12:00:00" });
});

/** The native front from YAML, through the whole life of a campaign. */
import { startEmulatorProcess, type EmulatorProcess } from "../../support/emulatorProcess";
import { makeNativeProject, type NativeProject } from "../../support/nativeProject";
import { campaign } from "../../support/programs";
import { requestsDuring, writes } from "../../support/requests";

jest.setTimeout(240_000);

let emulator: EmulatorProcess;
let project: NativeProject;

beforeEach(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
  project = await makeNativeProject({ emulator });
});

const declare = (more: object = {}): void =>
  project.declare(
    { spring: { type: "callab:index:Campaign", properties: { ...campaign, ...more } } },
    { summary: "${spring.summary}" },
  );

test("a campaign is made, needs no second run, is edited by path, repaired, made anew and deleted", async () => {
  declare();
  const previewed = await requestsDuring(emulator, () => project.preview());
  expect(writes(previewed)).toEqual([]);
  const made = await requestsDuring(emulator, () => project.up("--skip-preview"));
  expect(writes(made)).toEqual(["create Campaign"]);
  expect((await project.outputs())["summary"]).toContain("Mon–Wed 09:00–17:00 Europe/Paris");
  const [first] = await emulator.dashboard.ids("Campaign");
  expect((await project.resources())[0]).toMatchObject({ id: first, type: "callab:index:Campaign" });
  await project.up("--skip-preview", "--expect-no-changes");

  declare({ daysOfWeek: ["mon", "thu", "wed"] });
  const preview = await project.preview("--diff");
  expect(preview.output).toMatch(/~ daysOfWeek *: \[/);
  expect(preview.output).toMatch(/"tuesday" => "wednesday"/);
  expect(preview.output).not.toMatch(/[+-] notes/);
  expect(writes(await requestsDuring(emulator, () => project.up("--skip-preview")))).toEqual(["update Campaign"]);

  await emulator.dashboard.change("Campaign", first ?? "", { days_of_week: [6] });
  const drifted = await project.preview("--refresh", "--diff");
  expect(drifted.output).toMatch(/"saturday"/);
  await project.up("--refresh", "--skip-preview");
  expect((await emulator.dashboard.list("Campaign"))[0]).toMatchObject({ days_of_week: [1, 3, 4] });

  declare({ campaignType: "inbound" });
  await project.up("--skip-preview");
  const [second, ...others] = await emulator.dashboard.ids("Campaign");
  expect(others).toEqual([]);
  expect(second).not.toBe(first);
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
});

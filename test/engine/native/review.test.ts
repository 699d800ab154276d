/** `callab review` on what the engine prints of the native front. */
import { review } from "../../../provider/cli/review/review";
import { succeeded } from "../../support/command";
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { campaign, liveCampaign } from "../../support/programs";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(240_000);

test("a campaign is told with its danger, its hours and its summary, when it is new and when it changes", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  const declare = (fields: object): void =>
    project.declare({ spring: { type: "callab:index:Campaign", properties: { ...campaign, ...fields } } });
  const commentNow = async (): Promise<string> => {
    const { stdout } = await project.pulumi(["preview", "--json", "--show-sames"]);
    return review(stdout, { now: new Date("2026-01-01T00:00:00Z") }).comment;
  };
  declare({ desiredStatus: "active" });
  const created = await commentNow();
  expect(created).toContain(`- **Starts calling:** ${campaign.name}`);
  expect(created).toContain("**1 campaign is new.**");
  expect(created).not.toContain("other providers");
  expect(created).toContain(" 09:00–17:00 Europe/Paris");

  declare({ desiredStatus: "paused" });
  await project.pulumi(["up", "--yes", "--skip-preview"]);
  declare({ desiredStatus: "active", contactsListTags: ["gold", "vip"] });
  const changed = await commentNow();
  expect(
    changed
      .split("\n\n")[1]
      ?.split("\n")
      .map((line) => line.split(":**")[0]),
  ).toEqual(["- **Starts calling", "- **Calls more or other people"]);
  expect(changed).toContain("Last known status: paused.");
});

test("hours and days of a campaign that is imported with fewer fields are those that it has in Callab", async () => {
  const emulator = await startEmulatorProcess({ personality: { campaignListIds: true, campaignReferences: "shown" } });
  const live = { ...liveCampaign, call_time_of_day_from: "10:00:00", call_time_of_day_to: "11:00:00" };
  await emulator.dashboard.create("Campaign", { ...live, ended_at: "2099-05-31" });
  const project = await makeYamlProject({ emulator });
  const fewer = Object.fromEntries(Object.entries(campaign).filter(([name]) => !name.startsWith("callTimeOfDay")));
  const commentOn = async (fields: object, options: object = {}): Promise<string> => {
    const properties = { ...fewer, ...fields };
    project.declare({ spring: { type: "callab:index:Campaign", properties, options } });
    const { stdout } = await project.pulumi(["preview", "--json", "--show-sames"]);
    return review(stdout, { now: new Date("2026-01-01T00:00:00Z") }).comment;
  };
  const more = { callTimeOfDayFrom: "9:00", callTimeOfDayTo: "21:00", endedAt: "2100-01-01" };
  const named = `default/${campaign.name}`;

  const imported = await commentOn({}, { import: named });
  expect(imported).toContain("Mon–Wed hours as in Callab Europe/Paris");
  expect(imported).not.toMatch(/at any time|at any hour/);

  succeeded(await project.pulumi(["import", "callab:index:Campaign", "spring", named, "--yes", "--protect=false"]));
  const told =
    "- **Calls at more hours:** Spring renewals (33 hours a week that it did not call at; it ends later, 2100-01-01)";
  expect((await commentOn(more)).split("\n\n")[1]).toBe(told);
  const edited = await commentOn({ notes: "x" });
  expect(edited).toContain("3 hours a week, as before");
  expect(edited).not.toContain("| Hours |");
  await project.up("--skip-preview");
  expect((await commentOn({ ...more, notes: "x" })).split("\n\n")[1]).toBe(told);

  const anew = await commentOn({ workspace: "south" });
  expect(anew).toContain("69 hours a week that it did not call at; it ends later, never");
  expect(anew).toContain("The program leaves out `callTimeOfDayFrom`, `callTimeOfDayTo`, `endedAt`: ");
});

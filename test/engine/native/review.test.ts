/** `callab review` on what the engine prints of the native front. */
import { review } from "../../../provider/cli/review/review";
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { campaign } from "../../support/programs";
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

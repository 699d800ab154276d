/** A replacement deletes before it creates, even where a program asks for the other order. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign } from "../support/programs";
import { makeProject } from "../support/project";
import { requestsDuring, writes } from "../support/requests";
import { makeYamlProject } from "../support/yamlProject";

jest.setTimeout(240_000);

const program = (workspace: string): string => `
  const callab = require("pulumi-callab");
  new callab.Campaign(
    "spring",
    {
      name: "Spring renewals",
      notes: "",
      campaignType: "outbound",
      aiAgentId: "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f",
      daysOfWeek: ["mon"],
      timeZone: "UTC",
      workspace: "${workspace}",
      allowAllContacts: true,
    },
  );
`;

test("a campaign that moves to another workspace never calls from both", async () => {
  const emulator = await startEmulatorProcess();
  const project = await makeProject({ program: program("default"), emulator });
  await project.up();
  project.write(program("sales"));
  const asked = await requestsDuring(emulator, () => project.up());
  expect(writes(asked)).toEqual(["update Campaign", "delete Campaign", "create Campaign"]);
});

/** A project of each front, with a campaign in a workspace. */
const fronts = {
  dynamic: async (emulator: EmulatorProcess) => {
    const project = await makeProject({ emulator });
    const declare = (workspace: string): void => {
      project.write(program(workspace));
    };
    return { project, declare };
  },
  native: async (emulator: EmulatorProcess) => {
    const project = await makeYamlProject({ emulator });
    const declare = (workspace: string): void => {
      const properties = { ...campaign, desiredStatus: "active", workspace };
      project.declare({ spring: { type: "callab:index:Campaign", properties } });
    };
    return { project, declare };
  },
};

test.each(["dynamic", "native"] as const)(
  "a replacement whose delete was refused goes on with the next run: the pause is its own (%s)",
  async (front) => {
    const emulator = await startEmulatorProcess({
      personality: { campaignListIds: true, newCampaignStatus: "active" },
    });
    const { project, declare } = await fronts[front](emulator);
    declare("default");
    await project.up("--skip-preview");
    declare("north");
    await emulator.addFault({ fault: "refusal", text: "no", match: { operation: "delete" } });
    const refused = await project.pulumi(["up", "--yes", "--skip-preview", "--non-interactive"]);
    expect(refused.output).toContain("was not deleted");
    await project.up("--skip-preview");
    expect(await emulator.dashboard.list("Campaign")).toMatchObject([{ workspace: "north", status: "active" }]);
  },
);

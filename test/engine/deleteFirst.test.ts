/** A replacement deletes before it creates, even where a program asks for the other order. */
import { startEmulatorProcess } from "../support/emulatorProcess";
import { makeProject } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

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

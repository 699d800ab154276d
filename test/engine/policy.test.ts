/**
 * The policy pack under the real engine. The language host that is built here cannot start policy packs from their folder,
 * as the one that Pulumi ships does; the engine also takes a program that serves the pack, so a script of two lines is given.
 */
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { makeProject, type Project } from "../support/project";
import { copyOf } from "../support/repositoryCopy";

jest.setTimeout(240_000);

let project: Project;
let pack: string;

const program = (campaign: string, options = "{}", prompt = "Be kind."): string => `
  const callab = require("pulumi-callab");
  const agent = new callab.AiAgent("nora", { name: "Nora", prompt: ${JSON.stringify(prompt)} });
  const number = new callab.PhoneNumber("line", { phoneNumber: "+442079460101" });
  new callab.Campaign("spring", {
    name: "Spring", notes: "Ends in May", campaignType: "outbound", aiAgentId: agent.id, outboundPhoneNumberId: number.id,
    contactsListTags: ["vip"], daysOfWeek: ["mon"], callTimeOfDayFrom: "9:00", callTimeOfDayTo: "17:00",
    timeZone: "Europe/London", numberOfCallAttempts: [3], retryDelay: [60], retryDelayUnit: ["seconds"], ${campaign}
  }, ${options});`;

beforeAll(async () => {
  const folder = join(await copyOf(["policy"], "linked"), "policy");
  pack = join(folder, "serve");
  writeFileSync(
    pack,
    `#!/bin/sh\ncd "$(dirname "$0")" && exec node "$(node -p 'require.resolve("@pulumi/pulumi/cmd/run-policy-pack")')" "$1" .\n`,
  );
  chmodSync(pack, 0o755);
  project = await makeProject({ emulator: await startEmulatorProcess(), program: program("") });
});

/** What the pack says of a preview, as `level name (resource)` and the reasons. */
async function judged(text: string, config?: object): Promise<{ readonly output: string; readonly failed: boolean }> {
  project.write(text);
  const file = join(project.folder, "policy-config.json");
  if (config !== undefined) writeFileSync(file, JSON.stringify(config));
  const flags = config === undefined ? [] : ["--policy-pack-config", file];
  const { code, output } = await project.pulumi(["preview", "--policy-pack", pack, ...flags]);
  return { output, failed: code !== 0 };
}

it("is content with a campaign that keeps to the rules, though its agent and number are still to be made", async () => {
  const { output, failed } = await judged(program(""));
  expect(output).toContain("pulumi-callab-policy@v0.1.0");
  expect(output).not.toMatch(/\[(mandatory|advisory)\]/);
  expect(failed).toBe(false);
});

it("stops a preview for hours, days, attempts and empty texts, and tells all of them at once", async () => {
  const { output, failed } = await judged(
    program(
      `callTimeOfDayFrom: "6:00", daysOfWeek: ["sun"], numberOfCallAttempts: [9], retryDelay: [5], notes: " "`,
      "{}",
      "",
    ),
  );
  expect(failed).toBe(true);
  for (const problem of [
    "callTimeOfDayFrom 06:00 is too early; calls are allowed from 08:00 to 20:00 (Europe/London).",
    "daysOfWeek has sunday;",
    "numberOfCallAttempts[0] is 9; at most 5 attempts",
    "retryDelay[0] is 5 seconds; at least 60 seconds",
    "notes is empty.",
    "prompt is empty.",
  ])
    expect(output).toContain(problem);
});

it("advises protection for a campaign that is to be active, until it has it", async () => {
  const { output, failed } = await judged(program(`desiredStatus: "active"`));
  expect(output).toContain("[advisory]  callab-protected-campaigns");
  expect(failed).toBe(false);
  const { output: protectedOutput } = await judged(program(`desiredStatus: "active"`, "{ protect: true }"));
  expect(protectedOutput).not.toContain("callab-protected-campaigns");
});

it("sees over two resources that a number is of another country", async () => {
  const { output, failed } = await judged(program(`timeZone: "Europe/Paris"`));
  expect(output).toContain("+442079460101 is a number of GB, but Europe/Paris is a zone of FR.");
  expect(failed).toBe(false);
});

it("takes its settings from the policy's configuration", async () => {
  const { output, failed } = await judged(program(`timeZone: "Europe/Paris"`), {
    "callab-calling-hours": { zones: { "Europe/Paris": { from: "10:00", days: ["tue"] } } },
    "callab-number-country": { enforcementLevel: "mandatory" },
    "callab-protected-campaigns": { campaigns: "all" },
  });
  expect(failed).toBe(true);
  expect(output).toContain(
    "callTimeOfDayFrom 09:00 is too early; calls are allowed from 10:00 to 20:00 (Europe/Paris).",
  );
  expect(output).toContain("daysOfWeek has monday; calls are allowed on tue (Europe/Paris).");
  expect(output).toContain("[mandatory]  callab-number-country");
  expect(output).toContain("every campaign must be; give it the resource option { protect: true }.");
});

it("refuses a setting that is out of range", async () => {
  const { output, failed } = await judged(program(""), { "callab-retry-ceilings": { maxAttempts: 0 } });
  expect(failed).toBe(true);
  expect(output).toContain("maxAttempts");
});

/** The policy pack under the real engine. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { servedPack } from "../support/policyPack";
import { makeProject, type Project } from "../support/project";

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
    timeZone: "Europe/London", numberOfCallAttempts: [3], retryDelay: [60], retryDelayUnit: ["seconds"], desiredStatus: "paused", ${campaign}
  }, ${options});`;

beforeAll(async () => {
  pack = await servedPack();
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

it("stops a preview for a campaign that may call everybody, also where the program says that it is meant", async () => {
  const { output, failed } = await judged(program(`contactsListTags: undefined, allowAllContacts: true`));
  expect(failed).toBe(true);
  expect(output).toMatch(/\[mandatory\] +callab-names-audience/);
  const config = { "callab-names-audience": { everybody: "allowed" } };
  expect((await judged(program(`contactsListTags: undefined, allowAllContacts: true`), config)).failed).toBe(false);
});

it("advises on a status that is left to Callab, and on two active campaigns for the same people", async () => {
  const summer = program(`desiredStatus: "active"`)
    .replace('const callab = require("pulumi-callab");', "")
    .replace(/new callab\.(AiAgent|PhoneNumber)\([^;]*;/g, (text) =>
      text
        .replace(/"(nora|line)"/, '"$1-2"')
        .replace('"Nora"', '"Nina"')
        .replace("101", "102"),
    )
    .replace('"spring"', '"summer"')
    .replace('"Spring"', '"Summer"');
  const both = `${program(`desiredStatus: "active"`)} { ${summer} }`;
  const { output } = await judged(both);
  expect(output).toMatch(/\[advisory\] +callab-no-overlap/);
  expect(output).toContain("calls the same people in the same hours as");
  const { output: unmanaged } = await judged(program(`desiredStatus: undefined, numberOfCallAttempts: undefined`));
  expect(unmanaged).toMatch(/\[advisory\] +callab-status-managed/);
  expect(unmanaged).toMatch(/\[advisory\] +callab-names-attempts/);
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

/** What a program with mistakes is told, and when: all at once, before anything happens. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { agentId, campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";

jest.setTimeout(180_000);

let emulator: EmulatorProcess;
let project: Project;

beforeAll(async () => {
  emulator = await startEmulatorProcess();
  project = await makeProject({ emulator });
});
afterEach(async () => {
  // Whatever a mistake is: nothing was asked, nothing registered.
  expect(await emulator.requests()).toEqual([]);
});

/** Properties that a report speaks of: `  Campaign "spring": timeZone: "EST5" is … (input/time-zone)`. */
const told = (output: string): string[] => [
  ...new Set(
    output.split("\n").flatMap((line) => /^ +\w+ "\w+": ([\w.[\]]+): .+ \([a-z]+\/[\w-]+\)$/.exec(line)?.[1] ?? []),
  ),
];

describe("a program with six mistakes in three resources", () => {
  const sixMistakes = program(
    resource("Campaign", "spring", {
      ...campaign,
      timeZone: "EST5",
      daysOfWeek: ["mon", "tuseday"],
      endsAt: "2099-01-01",
    }),
    resource("AiAgent", "ada", { name: "Ada", promt: "Be brief." }),
    resource("Webhook", "crm", { name: "CRM", steps: [{ webhookUrl: "not an address" }] }),
  );

  it.each(["preview", "up"] as const)(
    "is told all of them by `pulumi %s`, each once, and leaves no resource behind",
    async (operation) => {
      project.write(sixMistakes);
      const { output } = await project.fails(operation);
      expect(output).toContain("6 problems in this program; nothing was changed.");
      for (const expected of [
        /Campaign "spring"/,
        /timeZone: "EST5"/,
        /daysOfWeek\[1\]: "tuseday" .*tuesday/,
        /endsAt: .*did you mean "?endedAt/,
        /AiAgent "ada"/,
        /promt: .*did you mean "?prompt/,
        /prompt: .*required/,
        /Webhook "crm"/,
        /steps\[0\]\.webhookUrl: .*web address/,
      ]) {
        expect(output).toMatch(expected);
      }
      expect(output.match(/"EST5"/g)).toHaveLength(1);
      expect(output).not.toMatch(/^\s+at /m);
      expect((await project.resources()).filter(({ type }) => type.includes("callab"))).toEqual([]);
    },
  );
});

it("is told them also where other values are secret or come later, with something to say of them", async () => {
  const args = JSON.stringify({ ...campaign, callTimeOfDayFrom: "25:00" });
  project.write(`
    const pulumi = require("@pulumi/pulumi");
    const callab = require("pulumi-callab");
    new callab.Campaign("spring", { ...${args}, notes: pulumi.secret("quiet") });
  `);
  const { output } = await project.fails("preview");
  expect(output).toContain("1 problem in this program; nothing was changed.");
  expect(told(output)).toEqual(["callTimeOfDayFrom"]);
  expect(output).not.toContain("quiet");
});

it("tells twenty mistakes in one run", async () => {
  const { name, ...nameless } = campaign;
  project.write(
    program(
      resource("Campaign", "one", {
        ...nameless,
        timeZone: "+02:00",
        campaignType: "outbund",
        daysOfWeek: [9],
        callTimeOfDayFrom: "25:00",
        startedAt: "2099-02-30",
        aiAgentId: "agent-7",
        numberOfCallAttempts: ["three"],
      }),
      resource("Campaign", "two", {
        ...campaign,
        contactListTags: ["vip"],
        desiredStatus: "actve",
        deletionPolicy: "remove",
        endedAt: "01/02/2099",
        notes: 5,
      }),
      resource("AiAgent", "ada", { name: "Ada", prompt: ["Be", "brief"], voiceSpeed: "fast", isAmdEnabled: "yes" }),
      resource("PhoneNumber", "line", { phoneNumber: "5550100", adopt: "yes" }),
      resource("Webhook", "crm", {
        name,
        maxRetries: "3",
        steps: [{ webhookUrl: "https://example.com", webhookTimout: 5 }],
      }),
    ),
  );
  const { output } = await project.fails("preview");
  expect(told(output)).toEqual(
    expect.arrayContaining([
      "name",
      "timeZone",
      "campaignType",
      "daysOfWeek[0]",
      "callTimeOfDayFrom",
      "startedAt",
      "aiAgentId",
      "numberOfCallAttempts[0]",
      "contactListTags",
      "desiredStatus",
      "deletionPolicy",
      "endedAt",
      "notes",
      "prompt",
      "voiceSpeed",
      "isAmdEnabled",
      "phoneNumber",
      "adopt",
      "maxRetries",
      "steps[0].webhookTimout",
    ]),
  );
  expect(output).toContain("20 problems in this program");
});

it("tells two resources that would be the same object", async () => {
  project.write(program(resource("Campaign", "a", campaign), resource("Campaign", "b", campaign)));
  expect((await project.fails("preview")).output).toMatch(/declared twice: the resources "a" and "b"/);
});

it("tells what only becomes known later, and still before that resource is created", async () => {
  project.write(
    program(
      'const pulumi = require("@pulumi/pulumi");',
      "const later = (value) => pulumi.output(new Promise((resolve) => setTimeout(() => resolve(value), 300)));",
      `new callab.Campaign("late", { ...${JSON.stringify(campaign)}, timeZone: later("EST5"), daysOfWeek: later(["mun"]) });`,
    ),
  );
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toContain('"EST5"');
  expect(output).toContain('"mun"');
  expect(output).not.toMatch(/^\s+at .*(dynamic-provider|pulumi-callab)/m);
});

it("finds no fault with a program whose references are all unknown yet", async () => {
  project.write(
    program(
      'const agent = new callab.AiAgent("ada", { name: "Ada", prompt: "Be brief." });',
      'const crm = new callab.Webhook("crm", { name: "CRM", steps: [{ webhookUrl: "https://example.com/hook" }] });',
      'const line = new callab.PhoneNumber("line", { phoneNumber: "+442079460123" });',
      `new callab.Campaign("spring", { ...${JSON.stringify(campaign)}, aiAgentId: agent.id, webhookId: crm.id, outboundPhoneNumberId: line.id,
        name: line.createdAt.apply((at) => "Since " + at), notes: crm.status, contactsListTags: [agent.startingState, "vip"],
        webhookMappingVariables: { event: crm.createdAt }, desiredStatus: "paused" });`,
    ),
  );
  const { output } = await project.preview();
  expect(output).toContain("callab:Campaign spring create");
  expect(output).not.toMatch(/warning|error/i);
});

it("tells an unknown configuration key, with the one that was meant", async () => {
  project.write(program(resource("AiAgent", "ada", { name: "Ada", prompt: "Be brief." })));
  await project.pulumi(["config", "set", "callab:apitoken", "x"]);
  const { output } = await project.fails("preview");
  expect(output).toMatch(/callab:apitoken is not known; did you mean callab:apiToken\?/);
  await project.pulumi(["config", "rm", "callab:apitoken"]);
});

it("previews without a token, and says on `up` how to set one", async () => {
  const environment = { CALLAB_API_TOKEN: undefined };
  project.write(program(resource("Campaign", "spring", { ...campaign, aiAgentId: agentId })));
  expect((await project.pulumi(["preview"], { environment })).code).toBe(0);
  const up = await project.pulumi(["up", "--yes", "--skip-preview"], { environment });
  expect(up.code).not.toBe(0);
  expect(up.output).toMatch(/callab:apiToken/);
  expect(up.output).toMatch(/CALLAB_API_TOKEN/);
  expect(up.output).not.toMatch(/^\s+at /m);
});

/** What people see of the native front in a run: mistakes, previews that know the API, secrets, lookups, ends. */
import { startEmulatorProcess, type EmulatorProcess } from "../../support/emulatorProcess";
import { makeProject } from "../../support/project";
import { makeYamlProject, type YamlProject } from "../../support/yamlProject";
import { campaign, liveCampaign } from "../../support/programs";
import type { RunningCommand } from "../../support/command";
import { processesIn } from "../../support/processes";
import { requestsDuring, writes } from "../../support/requests";

jest.setTimeout(240_000);

let emulator: EmulatorProcess;
let project: YamlProject;
beforeEach(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
  project = await makeYamlProject({ emulator });
});
afterEach(async () => {
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  await emulator.stop();
});

const spring = (properties: object = campaign, options: object = {}): object => ({
  spring: { type: "callab:index:Campaign", properties, options },
});
const live = { ...liveCampaign, notes: "Somebody else's" };

test("one preview tells all mistakes of all resources, with and without a token, and nothing is sent", async () => {
  project.declare({
    ...spring({ ...campaign, timeZone: "EST5", daysOfWeek: ["mon", "frday"] }),
    other: { type: "callab:index:Campaign", properties: { ...campaign, name: "Other", aiAgentId: "nobody" } },
    hook: { type: "callab:index:Webhook", properties: { name: "" } },
  });
  for (const token of [emulator.token, ""]) {
    const asked = await requestsDuring(emulator, async () => {
      const { output } = await project.pulumi(["preview"], { environment: { CALLAB_API_TOKEN: token } });
      expect(output).toMatch(/Campaign \(spring\):\n(?:.*\n)*?.*error: Campaign "spring": timeZone: "EST5"/);
      expect(output).toMatch(
        /error: Campaign "spring": daysOfWeek\[1\]: "frday" is not a day of the week; did you mean "friday"\?/,
      );
      expect(output).toMatch(/error: Campaign "other": aiAgentId: "nobody" is not an ID/);
      expect(output).toMatch(/error: Webhook "hook": name: must not be empty/);
      expect(output).toMatch(/There are 2 problems with its properties/);
      expect(output.split("Diagnostics:")[1]?.match(/"frday"/g)).toHaveLength(1);
    });
    expect(asked).toEqual([]);
  }
  // Mended, it goes on.
  const other = (properties: object = {}): object => ({
    other: { type: "callab:index:Campaign", properties: { ...campaign, name: "Other", ...properties } },
    hook: { type: "callab:index:Webhook", properties: { name: "Hook", ...properties } },
  });
  project.declare({ ...spring(), ...other() });
  await project.up("--skip-preview");
  // Mistakes in what exists and is otherwise unchanged are refused as well, and all of them told.
  project.declare({ ...spring({ ...campaign, deletionPolicy: "later" }), ...other({ deletionPolicy: "never" }) });
  const asked = await requestsDuring(emulator, async () => {
    for (const command of ["preview", "up"] as const) {
      const { output } = await project.fails(command, ...(command === "up" ? ["--skip-preview"] : []));
      expect(output).toContain('error: Campaign "spring": deletionPolicy: "later"');
      expect(output).toContain('error: Campaign "other": deletionPolicy: "never"');
      expect(output).toContain('error: Webhook "hook": deletionPolicy: "never"');
    }
  });
  expect(writes(asked)).toEqual([]);
});

test("a mistyped setting is told before anything is asked", async () => {
  project.declare({
    north: { type: "pulumi:providers:callab", properties: { maxRetries: -1 } },
    ...spring(campaign, { provider: "${north}" }),
  });
  const asked = await requestsDuring(emulator, async () => {
    expect((await project.fails("preview")).output).toContain(
      '`maxRetries` of the provider "north" must be a whole number',
    );
  });
  expect(asked).toEqual([]);
  project.declare(spring());
  await project.pulumi(["config", "set", "callab:workspce", "north"]);
  expect((await project.fails("preview")).output).toContain("did you mean callab:workspace?");
});

test("a preview says what is there already, and what will come of it", async () => {
  await emulator.dashboard.create("Campaign", live);
  project.declare(spring());
  const asked = await requestsDuring(emulator, async () => {
    const { output } = await project.preview();
    expect(output).toMatch(/warning: `pulumi up` will refuse this\. campaign "Spring renewals"/);
    expect(output).toMatch(/notes +"Customers whose contract ends in spring" +"Somebody else's"/);
  });
  expect(writes(asked)).toEqual([]);
  project.declare(spring({ ...campaign, notes: live.notes }));
  expect((await project.preview()).output).toContain("will be taken over, not created");
  project.declare(spring({ ...campaign, adopt: true }));
  const taken = await project.up("--skip-preview");
  expect(taken.output).toContain("took over the existing object");
  expect(taken.output).toMatch(/notes +"Customers whose contract ends in spring" +"Somebody else's"/);
  expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
});

test("what is wrong with several resources is told in the preview, at the later one", async () => {
  const agent = { type: "callab:index:AiAgent", properties: { name: "Ada", prompt: "Hello {{first_name}}." } };
  const active = { ...campaign, aiAgentId: "${agent.id}", desiredStatus: "active" };
  const two = (name: string): void =>
    project.declare({
      agent,
      first: { type: "callab:index:Campaign", properties: active },
      second: { type: "callab:index:Campaign", properties: { ...active, name } },
    });
  two(campaign.name);
  const asked = await requestsDuring(emulator, async () => {
    const { output } = await project.fails("preview");
    expect(output).toMatch(
      /declared twice: the resources "(first|second)" and "(first|second)" would be the same campaign/,
    );
    expect(output).toContain("campaign/same-people");
  });
  expect(writes(asked)).toEqual([]);
  two("Autumn renewals");
  expect((await project.preview()).output).toMatch(/calls the same people .*campaign\/same-people/);
  await project.up("--skip-preview");
  const { output } = await project.preview();
  expect(output).toMatch(/fills no {{first_name}}, which AiAgent "agent" has in its prompt/);
});

test("the preview of a replacement says that the campaign is made anew, as `up` does it, also where a person asks for it", async () => {
  const declare = (more: object): void =>
    project.declare({ spring: { type: "callab:index:Campaign", properties: { ...campaign, ...more } } });
  declare({});
  await project.up("--skip-preview");
  const [id] = await emulator.dashboard.ids("Campaign");
  const again = "made anew: people it has called may be called again";
  const wrong = /will refuse|exists already/;
  declare({ workspace: "north" });
  for (const token of [emulator.token, ""]) {
    const { output } = await project.pulumi(["preview"], { environment: { CALLAB_API_TOKEN: token } });
    expect(output).toContain(`is deleted and ${again}`);
    expect(output).not.toMatch(wrong);
  }
  declare({ campaignType: "inbound" });
  const inbound = await project.preview();
  expect(inbound.output).toContain("is deleted and made anew.");
  expect(inbound.output).not.toMatch(wrong);
  // A second run, so that a state was seen to have it.
  declare({});
  await project.up("--skip-preview", "--expect-no-changes");
  expect((await project.preview("--target-replace", "**::spring")).output).toContain(
    `If it is replaced and deleted first, it is ${again}`,
  );
  expect(await emulator.dashboard.ids("Campaign")).toEqual([id]);
});

test("a preview of an update takes no status of before for the one after it, and a plan made of it holds", async () => {
  const declare = (desiredStatus: string): void =>
    project.declare({
      ...spring({ ...campaign, desiredStatus }),
      agent: { type: "callab:index:AiAgent", properties: { name: "Ada", prompt: "It is ${spring.status}." } },
    });
  declare("paused");
  await project.up("--skip-preview");
  declare("active");
  expect((await project.preview("--save-plan", "plan.json")).output).toMatch(/~ 2 to update/);
  await project.up("--skip-preview", "--plan", "plan.json");
  const [agent] = await emulator.dashboard.list("AiAgent");
  expect(agent).toMatchObject({ prompt: "It is active." });
  await project.up("--skip-preview", "--expect-no-changes");
});

test("what is secret is so in the state, by the schema and by the program", async () => {
  project.declare({
    hook: {
      type: "callab:index:Webhook",
      properties: {
        name: "CRM",
        steps: [{ webhookUrl: "https://example.com/hook", webhookHeaders: { Authorization: "a-header-secret" } }],
      },
    },
    ...spring({ ...campaign, notes: { "fn::secret": "a-secret-note" }, webhookId: "${hook.id}" }),
  });
  const { output } = await project.up("--skip-preview", "--diff");
  const state = await project.exported();
  for (const secret of ["a-header-secret", "a-secret-note"]) {
    expect(output).not.toContain(secret);
    expect(state).not.toContain(secret);
  }
  expect(await emulator.dashboard.list("Webhook")).toMatchObject([
    { steps: [{ webhook_headers: { Authorization: "a-header-secret" } }] },
  ]);
  const again = await project.up("--skip-preview", "--expect-no-changes", "--refresh", "--diff");
  expect(again.output).not.toContain("a-secret-note");
  expect(await project.exported()).not.toContain("a-secret-note");
});

test("the token is encrypted in the state, also where the stack's file has it in clear", async () => {
  await project.pulumi(["config", "set", "--plaintext", "callab:apiToken", emulator.token]);
  project.declare({
    south: { type: "pulumi:providers:callab", properties: { apiToken: emulator.token } },
    ...spring(),
    autumn: {
      type: "callab:index:Campaign",
      properties: { ...campaign, name: "Autumn" },
      options: { provider: "${south}" },
    },
  });
  await project.up("--skip-preview");
  expect(await project.exported()).not.toContain(emulator.token);
  await project.up("--skip-preview", "--expect-no-changes");
  await project.refresh();
});

test("what is secret is so in a preview, also under a mistyped name", async () => {
  const program = await makeProject({ emulator, plugin: true });
  const args = `{ name: "Ada", prompt: "Be brief.", promt: pulumi.secret("mistyped-words"), more: { deep: [pulumi.secret("deep-words")] } }`;
  program.write(
    `const pulumi = require("@pulumi/pulumi");\nconst callab = require("pulumi-callab/native");\nnew callab.AiAgent("ada", ${args});\n`,
  );
  for (const form of ["--diff", "--json"]) {
    const { output } = await program.fails("preview", form);
    expect(output).toContain("promt");
    expect(output).not.toMatch(/mistyped-words|deep-words/);
  }
});

test("a lookup sees what the same run has made, and `get` reads what another program manages", async () => {
  project.declare(
    { agent: { type: "callab:index:AiAgent", properties: { name: "Ada", prompt: "Be brief." } } },
    {
      found: {
        "fn::invoke": {
          function: "callab:index:getAiAgent",
          arguments: { name: "${agent.name}" },
          return: "prompt",
        },
      },
    },
  );
  await project.up("--skip-preview");
  expect(await project.outputs()).toEqual({ found: "Be brief." });
  const [id] = await emulator.dashboard.ids("AiAgent");
  const reader = await makeYamlProject({ emulator });
  reader.declare({ agent: { type: "callab:index:AiAgent", get: { id } } }, { prompt: "${agent.prompt}" });
  await reader.up("--skip-preview");
  expect(await reader.outputs()).toEqual({ prompt: "Be brief." });
});

test("a plugin whose engine was killed brings a create to its end, and follows", async () => {
  await emulator.addFault({
    fault: "stall",
    ms: 4_000,
    when: "after",
    match: { kind: "Campaign", operation: "create" },
  });
  project.declare(spring());
  const run = project.begin(["up", "--yes", "--skip-preview"]);
  while (!(await emulator.requests()).some(({ operation }) => operation === "create"))
    await new Promise((resolve) => setTimeout(resolve, 100));
  const plugins = (): string[] => processesIn(project.folder, "start.cjs");
  expect(plugins()).not.toEqual([]);
  run.child.kill("SIGKILL");
  const killedAt = performance.now();
  while (plugins().length > 0 && performance.now() - killedAt < 30_000)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(plugins()).toEqual([]);
  expect(performance.now() - killedAt).toBeGreaterThan(3_000);
  run.kill();
  await project.pulumi(["cancel", "--yes"]);
  await project.up("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
});

describe("what was sent and not answered", () => {
  // Longer than anybody waits here.
  const lost = { fault: "stall", ms: 60_000, when: "after", match: { kind: "Campaign", operation: "create" } } as const;

  /** A run that has sent its create, and how long it takes to end from then on, in milliseconds. */
  async function afterTheCreate(then: (run: RunningCommand) => void = () => undefined) {
    const run = project.begin(["up", "--yes", "--skip-preview"]);
    while (!(await emulator.requests()).some(({ operation }) => operation === "create"))
      await new Promise((resolve) => setTimeout(resolve, 100));
    const at = performance.now();
    then(run);
    const { output } = await run.finished;
    return { output, took: performance.now() - at };
  }

  /** The state alone remembers it, as for a machine that was never here. */
  async function forgetsAllButTheState(): Promise<void> {
    expect(await project.resources()).toMatchObject([
      { id: "id-not-told:default/Spring renewals", outputs: { name: "Spring renewals" } },
    ]);
    project.forgetMachine();
  }

  test("is recorded when the time that customTimeouts gives is over, and found by the next run", async () => {
    await emulator.addFault(lost);
    project.declare(spring(campaign, { customTimeouts: { create: "3s" } }));
    const { output, took } = await afterTheCreate();
    expect(output).toContain("customTimeouts");
    expect(took).toBeLessThan(3_000 + 10_000);
    await forgetsAllButTheState();
    project.declare(spring());
    await project.up("--skip-preview");
    expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
  });

  test("is recorded when the run is cancelled, which then ends within seconds", async () => {
    await emulator.addFault(lost);
    project.declare(spring());
    const { output, took } = await afterTheCreate(({ child }) => child.kill("SIGINT"));
    expect(took).toBeLessThan(10_000);
    expect(output).toContain("the run was cancelled");
    await forgetsAllButTheState();
    await project.up("--skip-preview");
    expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
  });
});

test("a resource that the engine is told to replace, creating first, keeps its object", async () => {
  project.declare(spring());
  await project.up("--skip-preview");
  const before = await emulator.dashboard.ids("Campaign");
  const [made] = await project.resources();
  const urn = made?.urn ?? "";
  const forced = await project.up("--skip-preview", "--replace", urn);
  expect(forced.output).toContain("was not replaced: the engine created before it deleted");
  expect(await emulator.dashboard.ids("Campaign")).toEqual(before);
  await project.preview("--refresh", "--expect-no-changes");
  project.declare(spring(campaign, { deleteBeforeReplace: true }));
  await project.up("--skip-preview", "--replace", urn);
  const after = await emulator.dashboard.ids("Campaign");
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
});

test.each([
  ["a name", { name: "Autumn renewals" }],
  ["a workspace", { workspace: "north" }],
])(
  "%s that is edited together with a forced replacement, creating first, makes no second campaign",
  async (_what, edit) => {
    project.declare(spring());
    await project.up("--skip-preview");
    // A second run, so that a state was seen to have it.
    await project.up("--skip-preview", "--expect-no-changes");
    const before = await emulator.dashboard.ids("Campaign");
    const [made] = await project.resources();
    const urn = made?.urn ?? "";
    await project.pulumi(["state", "taint", urn, "--yes"]);
    project.declare(spring({ ...campaign, ...edit }));
    expect((await project.preview()).output).toContain("If it is replaced and deleted first");
    const { output } = await project.fails("up", "--skip-preview");
    expect(output).toContain("still has another campaign");
    expect(output).toContain("deleteBeforeReplace");
    expect(await emulator.dashboard.ids("Campaign")).toEqual(before);
    project.declare(spring({ ...campaign, ...edit }, { deleteBeforeReplace: true }));
    await project.up("--skip-preview");
    const after = await emulator.dashboard.ids("Campaign");
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  },
);

/** The emergency stop on the real engine: `pulumi up -c callab:pauseAll=true`, with all that may be in its way. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";

jest.setTimeout(300_000);

let emulator: EmulatorProcess;
let project: Project;

const STOP = ["-c", "callab:pauseAll=true"] as const;

const agent = resource("AiAgent", "ada", { name: "Ada", prompt: "Be brief." }).replace("new", "const ada = new");
const talking = (name: string, args: object): string =>
  `new callab.Campaign("${name}", { ...${JSON.stringify({ ...campaign, name, ...args })}, aiAgentId: ada.id });`;

const first = [
  agent,
  talking("active", { desiredStatus: "active" }),
  talking("left", {}),
  talking("drifted", { desiredStatus: "active" }),
  talking("completed", { desiredStatus: "active" }),
  talking("broken", { desiredStatus: "active" }),
  talking("leaving", { desiredStatus: "active", deletionPolicy: "retain" }),
];

/** One more, and one that has left. */
const second = program(
  ...first.filter((statement) => !statement.includes('"leaving"')),
  talking("fresh", { desiredStatus: "active" }),
);

/** The status of each campaign, by its name. */
const statuses = async (): Promise<Readonly<Record<string, unknown>>> =>
  Object.fromEntries(
    (await emulator.dashboard.list("Campaign")).map(({ name, status }) => [name as string, status as unknown]),
  );

const byHand = async (name: string, patch: object): Promise<void> => {
  const [found] = (await emulator.dashboard.list("Campaign")).filter((entry) => entry["name"] === name);
  await emulator.dashboard.change("Campaign", String(found?.id), { ...patch });
};

const sent = async (): Promise<readonly unknown[]> =>
  (await emulator.requests()).flatMap(({ method, body }) =>
    method === "GET" ? [] : [(body as Readonly<Record<string, unknown>> | null)?.["status"]],
  );

beforeAll(async () => {
  emulator = await startEmulatorProcess();
  await emulator.setPersonality({ campaignListIds: true, newCampaignStatus: "active" });
  project = await makeProject({ emulator, program: program(...first) });
  await project.up("--skip-preview");
  await emulator.dashboard.create("Campaign", { name: "somebody else's", status: "active", workspace: "default" });
  await byHand("drifted", { call_time_of_day_to: "12:00:00" });
  await byHand("completed", { status: "completed" });
  await emulator.clearRequests();
});

const stopped = { active: "paused", left: "paused", drifted: "paused", completed: "completed", broken: "paused" };

it("shows what it would do, and asks nothing of the API", async () => {
  const { output } = await project.preview("--diff", ...STOP);
  expect(output).toContain("callab:pauseAll is true: this run pauses every campaign of this stack that it comes to");
  expect(output).toMatch(/desiredStatus +: "active" => "paused"/);
  expect(await emulator.requests()).toEqual([]);
});

it("pauses every campaign, although the program is full of mistakes and a resource of it cannot be made", async () => {
  project.write(
    program(
      ...first.filter((statement) => !/"(broken|leaving)"/.test(statement)),
      talking("broken", { desiredStatus: "active", timeZone: "EST5", campaignType: "inbound" }),
      talking("fresh", { desiredStatus: "active" }),
      resource("AiAgent", "nobody", { name: "Nobody" }),
    ),
  );
  const { output } = await project.fails("up", "--skip-preview", ...STOP);
  expect(output).toMatch(/Campaign "broken": timeZone: "EST5"/);
  expect(output).toMatch(/agent "Nobody".* was not created/);
  expect(output).toContain("prompt: is required (input/required)");
  expect(await statuses()).toMatchObject({ ...stopped, "somebody else's": "active" });
  expect((await statuses())["fresh"] ?? "paused").toBe("paused");
  expect(await sent()).not.toContain("active");
  const [drifted] = (await emulator.dashboard.list("Campaign")).filter(({ name }) => name === "drifted");
  expect(drifted?.["call_time_of_day_to"]).toBe("12:00:00");
});

it("makes what comes with it paused, stops what leaves, and can be run again", async () => {
  await byHand("active", { status: "active" });
  project.write(second);
  await project.up("--skip-preview", ...STOP);
  expect(await statuses()).toMatchObject({
    ...stopped,
    fresh: "paused",
    leaving: "paused",
    "somebody else's": "active",
  });
  expect(await sent()).not.toContain("active");
});

it("names the campaign that it missed, and those that were never come to", async () => {
  await byHand("active", { status: "active" });
  await emulator.addFault({
    fault: "refusal",
    text: "not today",
    match: { kind: "Campaign", operation: "update", bodyContains: '"active"' },
    times: "always",
  });
  const { output } = await project.fails("up", "--skip-preview", ...STOP);
  await emulator.clearFaults();
  expect(output).toMatch(/campaign "active".*may be calling: pause it in the dashboard now/);
  expect(output).toContain("not today");
});

it("is not held back by a refresh that cannot look, and loses nothing by it", async () => {
  await byHand("active", { status: "active" });
  await emulator.addFault({ fault: "error500", match: { operation: "list" }, times: "always" });
  const { output } = await project.up("--skip-preview", "--refresh", ...STOP);
  await emulator.clearFaults();
  expect(output).toMatch(/The refresh of an emergency stop leaves as it is what it cannot look at.*HTTP 500/);
  expect(await statuses()).toMatchObject({ ...stopped, fresh: "paused" });
});

describe("where one fails", () => {
  beforeEach(async () => {
    for (const name of ["active", "left", "drifted", "broken", "fresh"]) await byHand(name, { status: "active" });
    // Whatever is sent of it: a pause that is refused goes again with the name and the status alone.
    const match = { kind: "Campaign", operation: "update", bodyContains: '"broken"' } as const;
    await emulator.addFault({ fault: "refusal", text: "not today", match, times: "always" });
  });
  afterEach(() => emulator.clearFaults());

  const calling = async (): Promise<number> =>
    Object.values(await statuses()).filter((status) => status === "active").length;

  it("those that the engine has not begun are paused all the same", async () => {
    const { output } = await project.fails("up", "--skip-preview", "--parallel", "2", ...STOP);
    expect(output).toContain("All other campaigns that this run has come to are paused.");
    // The one that was missed, and somebody else's.
    expect(await calling()).toBe(2);
  });

  it("and the engine is told to take one after the other, those it never comes to are named", async () => {
    // How many it has come to by then is the engine's affair; one that waits for all others is not among them.
    const names = ["active", "left", "drifted", "completed", "broken", "fresh"];
    const others = names.map((name) => talking(name, {}).replace("new", `const ${name} = new`));
    const last = talking("last", {}).replace(/\);$/, `, { dependsOn: [${names.join(", ")}] });`);
    project.write(program(agent, ...others, last));
    const { output } = await project.fails("up", "--skip-preview", "--parallel", "1", ...STOP);
    project.write(second);
    const [, told = ""] = /never came to these, which may be calling: (.*?)\. Run it again/.exec(output) ?? [];
    const missed = /campaign "(.*?)" .* was not seen paused/.exec(output)?.[1];
    expect(told.split(", ")).toContain('"last"');
    for (const [name, status] of Object.entries(await statuses()))
      if (status === "active" && name !== missed && name !== "somebody else's") expect(told).toContain(`"${name}"`);
  });

  it("and the engine is told to go on, the others are paused in whatever order", async () => {
    await project.fails("up", "--skip-preview", "--parallel", "1", "--continue-on-error", ...STOP);
    expect(await calling()).toBe(2);
    await emulator.clearFaults();
    await project.up("--skip-preview", ...STOP);
    expect(await statuses()).toMatchObject({ ...stopped, fresh: "paused", "somebody else's": "active" });
  });
});

it("goes on with false: what the program says is active calls, and nothing else", async () => {
  await byHand("active", { status: "paused" });
  await byHand("drifted", { call_time_of_day_to: "17:00:00" });
  await project.pulumi(["config", "set", "callab:pauseAll", "false"]);
  await project.up("--skip-preview");
  expect(await statuses()).toMatchObject({
    active: "active",
    left: "paused",
    drifted: "active",
    completed: "completed",
    broken: "active",
    fresh: "active",
    leaving: "paused",
  });
});

it("says of what the engine leaves out that it may be calling, and of nothing else", async () => {
  const leftOut = /Campaign "(\w+)": this run of the emergency stop does not come to it, and it may be calling/g;
  const namesIn = (output: string): readonly unknown[] => [
    ...new Set([...output.matchAll(leftOut)].map(([, name]) => name)),
  ];
  const flags = ["--target", "**callab:Campaign::active", ...STOP];
  const preview = await project.preview(...flags);
  const run = await project.up("--skip-preview", ...flags);
  // That an output is not there is only known by the run.
  const active = ["broken", "completed", "drifted", "fresh"];
  expect([...namesIn(preview.output)].sort()).toEqual(active);
  expect([...namesIn(run.output)].sort()).toEqual([...active, "left"]);
  expect(await statuses()).toMatchObject({ active: "paused", broken: "active" });
  expect(namesIn((await project.up("--skip-preview", ...STOP)).output)).toEqual([]);
});

/**
 * Creates and deletes whose outcome is not what the answer says, on the real engine: a name that the server respells, a
 * memory that only the state holds, a delete that did nothing. There is never a second campaign.
 */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

jest.setTimeout(120_000);

const spring = program(resource("Campaign", "spring", campaign));

let emulator: EmulatorProcess;
/** How many campaigns the test is to have made. */
let made = 1;

beforeAll(async () => {
  emulator = await startEmulatorProcess();
});
beforeEach(async () => {
  made = 1;
  await emulator.setPersonality("object");
});
afterEach(async () => {
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  expect(await creates()).toHaveLength(made);
  await emulator.reset();
});

const creates = async (): Promise<string[]> =>
  writes(await emulator.requests()).filter((words) => words === "create Campaign");
const ids = (): Promise<readonly string[]> => emulator.dashboard.ids("Campaign");

/** The next create is carried out, and its answer lost. */
const loseAnswer = (): Promise<void> =>
  emulator.addFault({ fault: "dropAfter", match: { kind: "Campaign", operation: "create" } });

/** The next create is carried out, its answer lost, and after it no list can be read. */
async function loseEverything(): Promise<void> {
  await loseAnswer();
  await emulator.addFault({
    fault: "dropBefore",
    match: { kind: "Campaign", operation: "list" },
    nth: 2,
    times: "always",
  });
}

/** A run whose create has no clear outcome, on a machine that forgets it at once: the state alone remembers. */
async function unclearOnAnotherMachine(declared = spring): Promise<Project> {
  await loseEverything();
  const project = await makeProject({ emulator, program: declared });
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toMatch(/not known whether campaign "Spring renewals" .* was created/);
  expect(output).toMatch(/again is safe/);
  const [recorded] = await project.resources();
  expect(recorded).toMatchObject({
    id: "id-not-told:default/Spring renewals",
    outputs: { __begun: { before: expect.any(String) as unknown } },
  });
  await emulator.clearFaults();
  project.forgetMachine();
  return project;
}

describe("an answer is lost, and the server keeps another spelling of the name", () => {
  it.each([
    ["nfc", "Cafe\u0301 renewals"],
    ["collapsed", "Spring  renewals"],
    ["escaped", "Tea & cakes"],
  ] as const)("%s: there is one campaign, and the resource has it", async (names, name) => {
    await emulator.setPersonality(`object,names=${names}`);
    await loseAnswer();
    const project = await makeProject({
      emulator,
      program: program(resource("Campaign", "spring", { ...campaign, name })),
    });
    await project.pulumi(["up", "--yes", "--skip-preview"]);
    await project.up("--skip-preview");
    expect((await project.resources()).map(({ id }) => id)).toEqual(await ids());
  });

  it("cut: the run fails and names what may be it, nothing more is sent, and `existingId` settles it", async () => {
    await emulator.setPersonality("object,names=cut,nameLength=6");
    await loseAnswer();
    const project = await makeProject({ emulator, program: spring });
    // How long a create may still be carried out hangs on this, and each run waits for that.
    await project.pulumi(["config", "set", "callab:timeoutSeconds", "3"]);
    for (const attempt of [1, 2]) {
      const { output } = await project.fails("up", "--skip-preview");
      expect(output).toMatch(/This may be it:\s+campaign "Spring" \(ID [0-9a-f-]{36}\)/);
      expect(output).toMatch(/existingId/);
      expect(output).not.toMatch(/^\s+at /m);
      expect({ attempt, creates: await creates(), live: await ids() }).toEqual({
        attempt,
        creates: ["create Campaign"],
        live: [expect.any(String)],
      });
    }
    const [id = ""] = await ids();
    project.write(program(resource("Campaign", "spring", { ...campaign, existingId: id })));
    await project.up("--skip-preview");
    expect((await project.resources()).map((held) => held.id)).toEqual([id]);
    await project.up("--skip-preview", "--expect-no-changes");
  });
});

describe("a create without a clear outcome is recorded", () => {
  it("so a fresh machine looks for it and does not make a second one", async () => {
    const project = await unclearOnAnotherMachine();
    await project.up("--skip-preview");
    expect((await project.resources()).map(({ id }) => id)).toEqual(await ids());
    await project.up("--skip-preview", "--expect-no-changes");
  });

  /** The same, and the program has it in another workspace by now. */
  async function unclearInAnother(): Promise<{ project: Project; asked: (more?: object) => Promise<void> }> {
    const project = await unclearOnAnotherMachine();
    await emulator.dashboard.create("Workspace", { workspace_name: "North", workspace_slug: "north" });
    // For so long, and ten seconds more, it may still be carried out.
    await project.pulumi(["config", "set", "callab:timeoutSeconds", "5"]);
    const asked = async (more: object = {}): Promise<void> => {
      project.write(program(resource("Campaign", "spring", { ...campaign, workspace: "north", ...more })));
      const { output } = await project.fails("up", "--skip-preview");
      expect(output).toMatch(/an earlier create of this resource, in another workspace, had no clear outcome/);
      expect(output).toContain("Let the program name that workspace for one more run");
      project.forgetMachine();
    };
    return { project, asked };
  }

  it("so that a program that has it in another workspace by then is asked, in every run, until it has it back", async () => {
    const { project, asked } = await unclearInAnother();
    for (let runs = 0; runs < 2; runs++) await asked();
    project.write(spring);
    await project.up("--skip-preview");
    expect((await project.resources()).map(({ id }) => id)).toEqual(await ids());
  });

  it("and its question is answered by the program, whatever machine has asked it", async () => {
    const { project, asked } = await unclearInAnother();
    await asked({ existingId: "none" });
    const [before = ""] = await ids();
    await emulator.dashboard.change("Campaign", before, { name: "By hand" });
    const there = { ...campaign, workspace: "north" };
    project.write(program(resource("Campaign", "spring", { ...there, existingId: "none" })));
    await project.up("--skip-preview");
    project.forgetMachine();
    project.write(program(resource("Campaign", "spring", there)));
    await project.up("--skip-preview");
    const [recorded] = await project.resources();
    expect(await ids()).toEqual([before, recorded?.id]);
    expect(recorded?.outputs).not.toHaveProperty("__begun");
    made = 2;
  }, 300_000);

  it("and a refresh gives it its ID, without a replacement, also where that is not allowed", async () => {
    const project = await unclearOnAnotherMachine(
      program(`new callab.Campaign("spring", ${JSON.stringify(campaign)}, { protect: true });`),
    );
    const { output: refused } = await project.fails("up", "--skip-preview");
    expect(refused).toMatch(/marked for protection/);
    expect(refused).toMatch(/ID of campaign "Spring renewals" .* not known yet.*run `pulumi up --refresh`/);
    const asked = await requestsDuring(emulator, async () => {
      const { output } = await project.up("--refresh", "--skip-preview");
      expect(output).not.toMatch(/replac|delet/);
    });
    expect(writes(asked).filter((words) => !words.startsWith("update "))).toEqual([]);
    const [recorded] = await project.resources();
    expect(recorded?.id).toBe((await ids())[0]);
    expect(recorded?.outputs).not.toHaveProperty("__begun");
    await project.up("--refresh", "--skip-preview", "--expect-no-changes");
  });
});

it("a delete that only says that it was done: the replacement is not made, and the run fails with the ways out", async () => {
  await emulator.setPersonality("object,deleteDoes=claimed");
  const project = await makeProject({ emulator, program: spring });
  await project.up("--skip-preview");
  const before = await ids();
  project.write(program(resource("Campaign", "spring", { ...campaign, campaignType: "inbound" })));
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toMatch(/was not deleted: it is still there/);
  expect(output).toMatch(/deletionPolicy/);
  expect(await ids()).toEqual(before);
  expect((await emulator.dashboard.list("Campaign"))[0]).toMatchObject({ status: "paused", campaign_type: "outbound" });
});

/**
 * Whose a campaign is, on the real engine: a delete never removes what another resource has taken over or what may be
 * another stack's, and nothing is written where only the owner has changed.
 */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { agentId, campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";
import { inWords, requestsDuring, writes } from "../support/requests";

jest.setTimeout(120_000);

const otherAgent = "9c0a2d1e-4b7f-4a3e-8d65-2f1e0d9c8b7a";
const autumn = { ...campaign, name: "Autumn renewals" };
const type = "pulumi-nodejs:dynamic/callab:Campaign";
const target = (name: string): string[] => ["--target", `urn:pulumi:test::tested::${type}::${name}`];

let emulator: EmulatorProcess;

beforeAll(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
});
afterEach(() => emulator.reset());

const names = async (): Promise<unknown[]> => (await emulator.dashboard.list("Campaign")).map(({ name }) => name);
const agents = async (): Promise<unknown[]> =>
  (await emulator.dashboard.list("Campaign")).map((live) => live["ai_agent_id"]);

it("renamed without an alias and applied one by one (`--target`): the delete of the old ones leaves the campaigns", async () => {
  const project = await makeProject({
    emulator,
    program: program(resource("Campaign", "one", campaign), resource("Campaign", "two", autumn)),
  });
  await project.up("--skip-preview");
  const ids = await emulator.dashboard.ids("Campaign");
  project.write(program(resource("Campaign", "first", campaign), resource("Campaign", "second", autumn)));
  await project.up("--skip-preview", ...target("first"), ...target("second"));
  const asked = await requestsDuring(emulator, async () => {
    const up = await project.up("--skip-preview", ...target("one"));
    expect(up.output).toMatch(/was left as it is: the resource "first" of this program holds it now/);
    const destroy = await project.destroy("--skip-preview", ...target("two"));
    expect(destroy.output).toMatch(/was left as it is: the resource "second" of this program holds it now/);
  });
  expect(writes(asked)).toEqual([]);
  expect(await emulator.dashboard.ids("Campaign")).toEqual(ids);
  expect((await project.resources()).map(({ urn }) => urn.split("::").pop()).sort()).toEqual(["first", "second"]);
  // They are theirs: with them the campaigns go.
  await project.destroy("--skip-preview");
  expect(await names()).toEqual([]);
});

it("renamed with an alias: no change is shown, nothing is asked, and it is deleted as ever", async () => {
  const project = await makeProject({ emulator, program: program(resource("Campaign", "one", campaign)) });
  await project.up("--skip-preview");
  project.write(program(`new callab.Campaign("first", ${JSON.stringify(campaign)}, { aliases: [{ name: "one" }] });`));
  const asked = await requestsDuring(emulator, async () => {
    const { output } = await project.preview("--diff", "--expect-no-changes");
    expect(output).not.toMatch(/__\w|urn:pulumi:.*::one\b/);
    await project.up("--skip-preview", "--expect-no-changes");
  });
  expect(inWords(asked)).toEqual([]);
  await project.destroy("--skip-preview");
  expect(await names()).toEqual([]);
});

it("another stack declares the same campaign: it neither rewrites nor deletes it, until it says that it is its own", async () => {
  const first = await makeProject({ emulator, program: program(resource("Campaign", "spring", campaign)) });
  await first.up("--skip-preview");
  const differsUnseen = { ...campaign, aiAgentId: otherAgent };
  const second = await makeProject({
    emulator,
    stack: "staging",
    machineOf: first,
    program: program(resource("Campaign", "spring", differsUnseen)),
  });
  const asked = await requestsDuring(emulator, async () => {
    expect((await second.up("--skip-preview")).output).toContain("took over the existing object");
    const { output } = await second.fails("destroy", "--skip-preview");
    expect(output).toMatch(/was not deleted: .*may be somebody else's.*adopt: true.*deletionPolicy: "retain"/s);
    expect(output).not.toMatch(/^\s+at /m);
  });
  expect(writes(asked)).toEqual([]);
  expect(await agents()).toEqual([agentId]);

  second.write(program(resource("Campaign", "spring", { ...differsUnseen, adopt: true })));
  await second.up("--skip-preview");
  expect(await agents()).toEqual([otherAgent]);
  await second.destroy("--skip-preview");
  expect(await names()).toEqual([]);
});

it("two stacks that are applied at the same moment make each campaign once", async () => {
  const campaigns = Array.from({ length: 15 }, (_, index) => ({ ...campaign, name: `Campaign ${index}` }));
  const declared = program(...campaigns.map((args, index) => resource("Campaign", `c${index}`, args)));
  const first = await makeProject({ emulator, program: declared });
  const second = await makeProject({ emulator, program: declared, stack: "staging", machineOf: first });
  const runs: readonly Project[] = [first, second];
  await Promise.all(runs.map((project) => project.up("--skip-preview")));
  expect((await names()).sort()).toEqual(campaigns.map(({ name }) => name).sort());
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  const [ids, ...others] = await Promise.all(
    runs.map(async (project) => (await project.resources()).map(({ id }) => id).sort()),
  );
  expect(ids).toHaveLength(15);
  expect(others).toEqual([ids]);
});

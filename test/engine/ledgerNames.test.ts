/** Names that move between resources, or turn out to be the same, on the real engine: each object stays one resource's. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { agentId, campaign, program, resource } from "../support/programs";
import { makeProject } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

jest.setTimeout(120_000);

const otherAgent = "9c0a2d1e-4b7f-4a3e-8d65-2f1e0d9c8b7a";

let emulator: EmulatorProcess;

beforeAll(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
});
afterEach(() => emulator.reset());

it("the old campaign is renamed and a new one made under its old name, again and again", async () => {
  const project = await makeProject({ emulator });
  const ids = new Map<string, string>();
  // Each round renames the last one, and makes the next under its old name.
  for (const round of [1, 2, 3, 4]) {
    const resources = Array.from({ length: round }, (_, index) => ({
      name: `c${index}`,
      args: { ...campaign, name: index === round - 1 ? "Spring" : `Spring of round ${index + 1}` },
    }));
    project.write(program(...resources.map(({ name, args }) => resource("Campaign", name, args))));
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
    expect(writes(asked).sort()).toEqual(["create Campaign", ...(round === 1 ? [] : ["update Campaign"])]);
    const live = new Map((await emulator.dashboard.list("Campaign")).map((one) => [one.id, one["name"]]));
    const held = (await project.resources()).toSorted((one, other) => one.urn.localeCompare(other.urn));
    expect(held.map(({ id = "" }) => live.get(id))).toEqual(resources.map(({ args }) => args.name));
    expect(live.size).toBe(round);
    for (const { urn, id = "" } of held) expect(ids.get(urn) ?? id).toBe(id);
    for (const { urn, id = "" } of held) ids.set(urn, id);
  }
  await project.up("--skip-preview", "--expect-no-changes");
});

it("two names that become the same only in the run: it fails and names both, and the first keeps its campaign as it is", async () => {
  const later = (resourceName: string, name: string, agent: string): string =>
    `new callab.Campaign("${resourceName}", { ...${JSON.stringify(campaign)}, aiAgentId: "${agent}", name: later("${name}") });`;
  const project = await makeProject({
    emulator,
    program: program(
      'const pulumi = require("@pulumi/pulumi");',
      "const later = (value) => pulumi.output(new Promise((resolve) => setTimeout(() => resolve(value), 100)));",
      later("one", "Spring", agentId),
      later("two", " Spring", otherAgent),
    ),
  });
  let holder: unknown;
  // The second time one of them is there already.
  for (const time of ["first", "second"]) {
    const { output } = await project.fails("up", "--skip-preview");
    expect(output).toMatch(/the resource "(one|two)" of this program, and the resource "(one|two)" of this program/);
    expect(output).toMatch(/Nothing was changed for the second/);
    expect(output).not.toMatch(/^\s+at /m);
    const held = await project.resources();
    expect(held).toHaveLength(1);
    const [live, ...others] = await emulator.dashboard.list("Campaign");
    expect(others).toEqual([]);
    expect(live).toMatchObject({ id: held[0]?.id, ai_agent_id: held[0]?.inputs?.["aiAgentId"] });
    if (time === "first") holder = held[0]?.urn;
    else expect(held[0]?.urn).toBe(holder);
  }
  expect(writes(await emulator.requests())).toEqual(["create Campaign"]);
});

it("a new resource takes the campaign of one that the program declares after it: each run fails and names both", async () => {
  const project = await makeProject({ emulator, program: program(resource("Campaign", "one", campaign)) });
  await project.up("--skip-preview");
  project.write(
    program(
      // A name that is known in the run alone: else both are told before anything is registered.
      `const name = require("@pulumi/pulumi").output(Promise.resolve(${JSON.stringify(campaign.name)}));`,
      `const declared = { ...${JSON.stringify(campaign)}, name };`,
      'const two = new callab.Campaign("two", declared);',
      'new callab.Campaign("one", declared, { dependsOn: [two] });',
    ),
  );
  // Neither has anything to write: what they declare is the same.
  for (const time of ["first", "second"]) {
    const { output } = await project.fails("up", "--skip-preview");
    expect([time, output]).toEqual([
      time,
      expect.stringMatching(/the resource "(one|two)" of this program, and the resource "(one|two)" of this program/),
    ]);
  }
  expect(await emulator.dashboard.list("Campaign")).toHaveLength(1);
  // What the message says: one of the two is taken out.
  project.write(program(resource("Campaign", "one", campaign)));
  await project.up("--skip-preview");
  await project.up("--skip-preview", "--refresh", "--expect-no-changes");
  expect(await emulator.dashboard.list("Campaign")).toHaveLength(1);
});

it("a stack transformation sees the name that the program wrote, and can change it", async () => {
  const project = await makeProject({
    emulator,
    program: program(
      'const pulumi = require("@pulumi/pulumi");',
      `pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
        type.includes("callab:") ? { props: { ...props, name: props.name + "-staging" }, opts } : undefined);`,
      resource("Campaign", "spring", { ...campaign, name: "Spring" }),
      resource("AiAgent", "ada", { name: "Ada", prompt: "Be brief." }),
      resource("Webhook", "crm", { name: "CRM" }),
    ),
  });
  await project.up("--skip-preview");
  const live = await Promise.all(
    (["Campaign", "AiAgent", "Webhook"] as const).map((kind) => emulator.dashboard.list(kind)),
  );
  expect(live.map((objects) => objects.map(({ name }) => name))).toEqual([
    ["Spring-staging"],
    ["Ada-staging"],
    ["CRM-staging"],
  ]);
  expect(JSON.stringify(await emulator.requests())).not.toMatch(/\[object/);
  await project.up("--skip-preview", "--expect-no-changes");
});

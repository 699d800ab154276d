/**
 * Two providers of one program on one account are two processes of the plugin. An object belongs to one resource all the
 * same: a second one fails, and a rename in the one gives its old name to the other.
 */
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { campaign } from "../../support/programs";
import { requestsDuring, writes } from "../../support/requests";
import { makeProject } from "../../support/project";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(240_000);

const renewals = (more: object, options: object = {}): object => ({
  type: "callab:index:Campaign",
  properties: { ...campaign, ...more },
  options,
});
const beside = { provider: "${beside}" };

test("a campaign of one provider is not taken over by a resource of another, in this run or a later one", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  const provider = { type: "pulumi:providers:callab", properties: { apiToken: { "fn::secret": emulator.token } } };
  const both = { beside: provider, a: renewals({}), b: renewals({}, beside) };
  const wordsOfBoth =
    /belongs to the resource "[ab]" of this program, and the resource "[ab]" of this program declares/;

  project.declare({ a: both.a, beside: provider });
  await project.up("--skip-preview");
  project.declare(both);
  for (let run = 0; run < 2; run++) {
    const sent = await requestsDuring(emulator, async () => {
      expect((await project.fails("up", "--skip-preview")).output).toMatch(wordsOfBoth);
    });
    expect(writes(sent)).toEqual([]);
  }
  expect(await emulator.dashboard.list("Campaign")).toHaveLength(1);
  await emulator.stop();
});

test("a campaign that is renamed gives its name to a new one of another provider", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  const provider = { type: "pulumi:providers:callab", properties: { apiToken: { "fn::secret": emulator.token } } };
  project.declare({ beside: provider, a: renewals({}) });
  await project.up("--skip-preview");
  const [old] = await emulator.dashboard.list("Campaign");

  project.declare({ beside: provider, a: renewals({ name: "Old" }), b: renewals({}, beside) });
  await project.up("--skip-preview");
  const live = await emulator.dashboard.list("Campaign");
  expect(live.map(({ id, name }) => [id === old?.["id"], name]).sort()).toEqual([
    [false, campaign.name],
    [true, "Old"],
  ]);
  await project.up("--skip-preview", "--expect-no-changes");
  await emulator.stop();
});

test("a campaign of one front is not taken over by a resource of the other", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const declared = (front: string, name: string): string =>
    `new (require(${JSON.stringify(front)}).Campaign)("${name}", ${JSON.stringify(campaign)});\n`;
  for (const fronts of [
    ["pulumi-callab", "pulumi-callab/native"],
    ["pulumi-callab/native", "pulumi-callab"],
  ] as const) {
    const project = await makeProject({ emulator, plugin: true });
    project.write(declared(fronts[0], "a"));
    await project.up("--skip-preview");
    project.write(declared(fronts[0], "a") + declared(fronts[1], "b"));
    const { output } = await project.fails("up", "--skip-preview");
    expect(output).toMatch(/belongs to the resource "[ab]" of this program/);
    expect(await emulator.dashboard.list("Campaign")).toHaveLength(1);
    await project.destroy("--skip-preview");
  }
  await emulator.stop();
});
